import type { App } from '../../app.ts';
import type { Unit } from '../../chat/call.ts';
import { type Incoming, type PlatformName, platformSchema } from '../../chat/incoming.ts';
import type { Message } from '../../chat/message.ts';
import type { Target } from '../../chat/platform.ts';
import { LANGUAGES, type Language } from '../../core/languages.ts';
import { toIso } from '../../core/local-time.ts';
import { redirect } from '../../delivery/outbox.ts';
import { translator } from '../../texts/translator.ts';
import { moveDialogs } from '../dialogs/dialog-store.ts';
import { LOOK_AGAIN } from './look-again.ts';
import {
  type ChannelRow,
  channelsOfServer,
  channelsOfUnit,
  closeOtherServers,
  findChannel,
  findChannelById,
  findUnit,
  hasLinkedChannel,
  insertChannel,
  renameChannel,
  setStateOfServer,
  updateChannel,
} from './unit-store.ts';

/** A chat as the bot knows it. */
export type KnownChannel = {
  id: string;
  platform: PlatformName;
  target: Target;
  title: string;
  language: Language;
  unit: Unit | undefined;
  open: boolean;
  /** The bot may not write there for now: the next reminder tries it again. */
  refused: boolean;
};

/** The channel that an event comes from; one not seen before is noted, and one that speaks again is open. */
export async function meetChannel(app: App, { platform, channel }: Incoming): Promise<KnownChannel> {
  const known = await findChannel(app.db, platform, channel.id);
  if (known) {
    const now = { title: channel.title, state: 'open', server: channel.server ?? null } as const;
    if (known.title !== now.title || known.state !== now.state || known.server !== now.server)
      await updateChannel(app.db, known.id, now);
    return toKnown(app, { ...known, ...now });
  }
  return noteChannel(app, platform, channel);
}

async function noteChannel(app: App, platform: string, channel: Incoming['channel']): Promise<KnownChannel> {
  const now = app.clock.now();
  const row: ChannelRow = {
    id: app.newId(),
    platform,
    external_id: channel.id,
    kind: channel.kind,
    title: channel.title,
    server: channel.server ?? null,
    unit_id: null,
    language: app.config.DEFAULT_LANGUAGE,
    state: 'open',
    refused: 0,
    thread: null,
    created_at: toIso(now),
    linked_by: null,
    linked_at: null,
    former_unit_id: null,
    look_at: toIso(now.add(LOOK_AGAIN)),
  };
  await insertChannel(app.db, row);
  return toKnown(app, row);
}

async function toKnown(app: App, row: ChannelRow): Promise<KnownChannel> {
  return {
    id: row.id,
    platform: platformSchema.parse(row.platform),
    target: { channel: row.external_id, kind: row.kind, thread: row.thread ?? undefined },
    title: row.title,
    language: languageOf(row),
    unit: row.unit_id === null ? undefined : await findUnit(app.db, row.unit_id),
    open: row.state === 'open',
    refused: row.state === 'gone' && row.refused === 1,
  };
}

function languageOf(row: ChannelRow): Language {
  return LANGUAGES.find((language) => language === row.language) ?? 'vi';
}

/** The group channels of a unit. */
export async function channelsOf(app: App, unitId: string): Promise<KnownChannel[]> {
  const rows = await channelsOfUnit(app.db, unitId);
  return Promise.all(rows.map((row) => toKnown(app, row)));
}

/** Whether the bot knows the channel and may write there. */
export async function isChannelOpen(app: App, platform: string, externalId: string): Promise<boolean> {
  return (await findChannel(app.db, platform, externalId))?.state === 'open';
}

/**
 * Nothing more is sent to a channel that the bot was removed from, until it speaks again; one that refuses it
 * `forNow` is tried again with the next reminder.
 */
export async function closeChannel(
  app: App,
  platform: string,
  externalId: string,
  forNow = false,
): Promise<void> {
  const row = await findChannel(app.db, platform, externalId);
  if (row) await updateChannel(app.db, row.id, { state: 'gone', refused: forNow ? 1 : 0 });
}

/** The same for all channels of a server. */
export function closeServer(app: App, platform: string, server: string): Promise<void> {
  return setStateOfServer(app.db, platform, server, 'gone');
}

/** The channels of a server take messages again; true when one of them belongs to a unit. */
export async function openServer(app: App, platform: string, server: string): Promise<boolean> {
  await setStateOfServer(app.db, platform, server, 'open');
  return hasLinkedChannel(app.db, platform, server);
}

/** What the bot knows of a server is as the platform tells; false where it knows nothing of it. */
export async function followServer(
  app: App,
  platform: string,
  server: string,
  { channels, open }: { channels: readonly string[]; open: readonly string[] },
): Promise<boolean> {
  const known = await channelsOfServer(app.db, platform, server, channels);
  for (const { id, external_id, state } of known) {
    if (state === 'gone' && open.includes(external_id))
      await updateChannel(app.db, id, { state: 'open', refused: 0, server });
    if (state === 'open' && !channels.includes(external_id))
      await updateChannel(app.db, id, { state: 'gone', refused: 0 });
  }
  return known.length > 0;
}

/** Nothing more is sent to the servers that the bot was removed from unseen. */
export function closeServersBut(app: App, platform: string, servers: readonly string[]): Promise<void> {
  return closeOtherServers(app.db, platform, servers);
}

/** A group that became a supergroup goes on under another id; its unit and its reminders go with it. */
export async function moveChannel(app: App, platform: string, from: string, to: string): Promise<void> {
  // It is told by a message of its own and by every refusal.
  if (!(await findChannel(app.db, platform, from))) return redirect(app.db, platform, from, to);
  const arrived = await findChannel(app.db, platform, to);
  if (arrived?.unit_id !== null && arrived !== undefined) return;
  if (arrived)
    await updateChannel(app.db, arrived.id, { external_id: `${to} before ${from}`, state: 'gone' });
  await renameChannel(app.db, platform, from, to);
  await moveDialogs(app.db, platform, from, to);
  await redirect(app.db, platform, from, to);
}

/** The private chat with an account, when the bot may write there. */
export async function privateChannel(
  app: App,
  platform: string,
  account: string,
): Promise<KnownChannel | undefined> {
  const row = await findChannel(app.db, platform, account);
  return row?.kind === 'private' && row.state === 'open' ? toKnown(app, row) : undefined;
}

/** The same for what somebody has to know: where the platform lets the bot write first, it opens the chat. */
export async function openPrivateChannel(
  app: App,
  platform: string,
  account: string,
): Promise<KnownChannel | undefined> {
  const isNew = (await findChannel(app.db, platform, account)) === undefined;
  return isNew && app.writesFirst(platform)
    ? noteChannel(app, platform, { id: account, kind: 'private', title: account })
    : privateChannel(app, platform, account);
}

/** From now on the bot speaks this language in the channel. */
export async function setLanguage(app: App, channelId: string, language: Language): Promise<Message> {
  await updateChannel(app.db, channelId, { language });
  return { text: translator(language)('language.done') };
}

export async function channelWithId(app: App, id: string): Promise<KnownChannel | undefined> {
  const row = await findChannelById(app.db, id);
  return row && toKnown(app, row);
}
