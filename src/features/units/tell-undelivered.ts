import type { App } from '../../app.ts';
import type { PlatformErrorKind } from '../../chat/platform.ts';
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
