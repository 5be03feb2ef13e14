import type { App } from '../../app.ts';
import { type Incoming, postedIn } from '../../chat/incoming.ts';
import type { PlatformErrorKind } from '../../chat/platform.ts';
import { enqueue } from '../../delivery/outbox.ts';
import { LANES } from '../../delivery/pace.ts';
import { translator } from '../../texts/translator.ts';
import { meetChannel } from './channels.ts';
import { tellAdministrators } from './tell-administrators.ts';
import { findChannel } from './unit-store.ts';

type Undelivered = {
  id: string;
  platform: string;
  target: { channel: string };
  report: { unitId: string; about: string } | undefined;
};

/** A message of the bot's own could not be delivered: the unit's administrators are told, in words. */
export async function tellUndelivered(app: App, entry: Undelivered, kind: PlatformErrorKind): Promise<void> {
  if (!entry.report) return;
  const { unitId, about } = entry.report;
  const channel = await findChannel(app.db, entry.platform, entry.target.channel);
  const key = kind === 'unknown' ? 'missed.uncertain' : 'missed.undelivered';
  const words = { about, channel: channel?.title ?? entry.target.channel };
  await tellAdministrators(
    app,
    unitId,
    `undelivered:${entry.id}`,
    (t) => t(key, words),
    entry.target.channel,
  );
}

/** A row of the inbox or outbox can no longer be read: the administrators of its channel's unit are told, or the owners. */
export async function tellUnreadable(
  app: App,
  what: 'error.unreadable' | 'error.unreadable_post',
  { platform, channel, ref }: { platform: string; channel: string; ref: string },
): Promise<void> {
  const known = await findChannel(app.db, platform, channel);
  const words = { channel: known?.title ?? channel, ref };
  await tellAdministrators(app, known?.unit_id ?? undefined, `unreadable:${what}:${ref}`, (t) =>
    t(what, words),
  );
}

/** What somebody sent took the process down and is not acted on: they are told where they sent it. */
export async function tellPoison(app: App, incoming: Incoming, ref: string): Promise<void> {
  if (incoming.kind !== 'message' && incoming.kind !== 'press') return;
  const { platform, channel } = incoming;
  const { language } = await meetChannel(app, incoming);
  const messageId = postedIn(incoming);
  const entry = {
    key: `poison:${ref}`,
    platform,
    target: { channel: channel.id, thread: channel.thread },
    message: { text: translator(language)('error.poison', { ref }) },
    ...(messageId === undefined ? {} : { answers: { messageId } }),
    lane: LANES.due,
    dueAt: app.clock.now(),
  };
  await enqueue(app.db, entry, app.newId);
}
