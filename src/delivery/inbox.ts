import type { Temporal } from 'temporal-polyfill';
import { type Incoming, incomingSchema, type PlatformName } from '../chat/incoming.ts';
import { type Message, messageSchema } from '../chat/message.ts';
import { toIso } from '../core/local-time.ts';
import type { Database } from '../storage/database.ts';

/** An event that has not been dealt with to the end. */
export type Open = {
  seq: number;
  incoming: Incoming;
  /** The answer, where the event has been acted on and only its sending is left. */
  reply: Message | undefined;
  attempts: number;
};

/** Writes an event down. The same event again changes nothing. */
export async function takeIn(db: Database, incoming: Incoming, now: Temporal.Instant): Promise<void> {
  await db
    .insertInto('inbox')
    .values({
      platform: incoming.platform,
      update_id: incoming.updateId,
      channel: incoming.channel.id,
      incoming: JSON.stringify(incoming),
      reply: null,
      state: 'new',
      attempts: 0,
      received_at: toIso(now),
    })
    .onConflict((conflict) => conflict.columns(['platform', 'update_id']).doNothing())
    .execute();
}

/** The channels that have events open, as `[platform, channel]`. */
export async function openChannels(db: Database): Promise<[platform: string, channel: string][]> {
  const rows = await db
    .selectFrom('inbox')
    .select(['platform', 'channel'])
    .distinct()
    .where('state', '<>', 'done')
    .execute();
  return rows.map(({ platform, channel }) => [platform, channel]);
}

/** The oldest open event of a channel. */
export async function nextOpen(
  db: Database,
  platform: PlatformName,
  channel: string,
): Promise<Open | undefined> {
  const row = await db
    .selectFrom('inbox')
    .selectAll()
    .where('platform', '=', platform)
    .where('channel', '=', channel)
    .where('state', '<>', 'done')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    seq: row.seq,
    incoming: incomingSchema.parse(JSON.parse(row.incoming ?? '')),
    reply: row.reply === null ? undefined : messageSchema.parse(JSON.parse(row.reply)),
    attempts: row.attempts,
  };
}

/** The event has been acted on; its answer, if there is one, is still to be sent. */
export async function keepReply(db: Database, seq: number, reply: Message | undefined): Promise<void> {
  await db
    .updateTable('inbox')
    .set(
      reply
        ? { state: 'answering', reply: JSON.stringify(reply) }
        : { state: 'done', incoming: null, reply: null },
    )
    .where('seq', '=', seq)
    .execute();
}

/** Counts an attempt before it is made: a crash in the middle of it leaves its trace. */
export async function beginReply(db: Database, seq: number): Promise<void> {
  await db
    .updateTable('inbox')
    .set((set) => ({ attempts: set('attempts', '+', 1) }))
    .where('seq', '=', seq)
    .execute();
}

/** The attempt is known to have posted nothing. */
export async function takeBackAttempt(db: Database, seq: number): Promise<void> {
  await db
    .updateTable('inbox')
    .set((set) => ({ attempts: set('attempts', '-', 1) }))
    .where('seq', '=', seq)
    .execute();
}

/** Dealt with: what people typed is no longer needed here. */
export async function finish(db: Database, seq: number): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ state: 'done', incoming: null, reply: null })
    .where('seq', '=', seq)
    .execute();
}

/** Forgets events that no platform delivers again (Telegram keeps updates for 24 hours). */
export async function forgetInbox(db: Database, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('inbox').where('state', '=', 'done').where('received_at', '<', toIso(before)).execute();
}
