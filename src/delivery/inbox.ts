import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { type Incoming, incomingSchema } from '../chat/incoming.ts';
import { type Message, messageSchema } from '../chat/message.ts';
import { fromIso, toIso } from '../core/local-time.ts';
import type { Database } from '../storage/database.ts';
import { prepared } from '../storage/prepared.ts';

/** An event that has been written down and not dealt with to the end. */
export type Open = {
  seq: number;
  incoming: Incoming;
  /** The answer, where the event has been acted on and only its sending is left. */
  reply: Message | undefined;
  /** Since when that may have been posted. */
  answeredAt: Temporal.Instant | undefined;
  /** How many processes began to act on it and did not come back. */
  begun: number;
  /** An earlier process took it in. */
  isLeftOver?: true;
};

/** An open event that can no longer be read. */
export type Damaged = { seq: number; platform: string; channel: string };

// Written out, so that SQLite sees that the partial indexes fit.
const OPEN = sql<boolean>`state in ('new', 'answering')`;
const DONE = sql<'done'>`'done'`;

/** Writes events down, in one go; gives those that were not there yet, each with its place in the order of arrival. */
export async function takeIn(
  db: Database,
  events: readonly Incoming[],
  now: Temporal.Instant,
): Promise<{ seq: number; incoming: Incoming }[]> {
  const rows = await db
    .insertInto('inbox')
    .values(
      events.map((incoming) => ({
        platform: incoming.platform,
        update_id: incoming.updateId,
        channel: incoming.channel.id,
        account: incoming.sender.id,
        incoming: JSON.stringify(incoming),
        reply: null,
        state: 'new' as const,
        received_at: toIso(now),
        answered_at: null,
        ref: null,
        album: incoming.kind === 'message' && !incoming.edited ? (incoming.album ?? null) : null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['platform', 'update_id']).doNothing())
    .returning(['seq', 'platform', 'update_id'])
    .execute();
  const taken = new Map(rows.map((row) => [`${row.platform} ${row.update_id}`, row.seq]));
  return events.flatMap((incoming) => {
    const key = `${incoming.platform} ${incoming.updateId}`;
    const seq = taken.get(key);
    taken.delete(key);
    return seq === undefined ? [] : [{ seq, incoming }];
  });
}

/** What an earlier process left open after `seq`, in the order of arrival. */
export async function openEvents(
  db: Database,
  afterSeq: number,
  most: number,
): Promise<{ last: number | undefined; open: Open[]; damaged: Damaged[] }> {
  const rows = await db
    .selectFrom('inbox')
    .selectAll()
    .where(OPEN)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(most)
    .execute();
  const open: Open[] = [];
  const damaged: Damaged[] = [];
  for (const row of rows) {
    const read = readRow(row);
    if (read)
      open.push({
        ...read,
        seq: row.seq,
        answeredAt: answeredAtOf(row),
        begun: row.begun,
        isLeftOver: true,
      });
    else damaged.push({ seq: row.seq, platform: row.platform, channel: row.channel });
  }
  return { last: rows.at(-1)?.seq, open, damaged };
}

function readRow(row: { incoming: string | null; reply: string | null }) {
  try {
    return {
      incoming: incomingSchema.parse(JSON.parse(row.incoming ?? '')),
      reply: row.reply === null ? undefined : messageSchema.parse(JSON.parse(row.reply)),
    };
  } catch {
    return undefined;
  }
}

function answeredAtOf({ answered_at }: { answered_at: string | null }): Temporal.Instant | undefined {
  return answered_at === null ? undefined : fromIso(answered_at);
}

/** The event is about to be acted on: should the process not come back from it, the next one knows. */
export async function beginActing(db: Database, seq: number): Promise<void> {
  await countBegun(db, { seq });
}

const countBegun = prepared<{ seq: number }>()((db, value) =>
  db
    .updateTable('inbox')
    .set((row) => ({ begun: row('begun', '+', 1) }))
    .where('seq', '=', value('seq')),
);

/** It came to nothing, but the process came back. */
export async function cameBack(db: Database, seq: number, begun: number): Promise<void> {
  await db.updateTable('inbox').set({ begun }).where('seq', '=', seq).execute();
}

/**
 * The event has been acted on. Where there is an answer, sending it counts as begun from here on: a crash before it is
 * known to be posted leaves it uncertain.
 */
export async function keepReply(
  db: Database,
  seq: number,
  reply: Message | undefined,
  now: Temporal.Instant,
): Promise<void> {
  if (!reply) return finish(db, seq);
  await markAnswering(db, { seq, reply: JSON.stringify(reply), at: toIso(now) });
}

const markAnswering = prepared<{ seq: number; reply: string; at: string }>()((db, value) =>
  db
    .updateTable('inbox')
    .set({ state: 'answering', reply: value('reply'), answered_at: value('at') })
    .where('seq', '=', value('seq')),
);

/** Whether a part of the same album has been acted on. */
export async function hasBeenActedOn(db: Database, incoming: Incoming): Promise<boolean> {
  if (incoming.kind !== 'message' || incoming.album === undefined) return false;
  const row = await db
    .selectFrom('inbox')
    .select('seq')
    .where('platform', '=', incoming.platform)
    .where('channel', '=', incoming.channel.id)
    .where('album', '=', incoming.album)
    .where('state', 'in', ['answering', 'done'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Dealt with: what people typed is no longer needed here. */
export async function finish(db: Database, seq: number): Promise<void> {
  await markDone(db, { seq });
}

const markDone = prepared<{ seq: number }>()((db, value) =>
  db.updateTable('inbox').set({ state: 'done', incoming: null, reply: null }).where('seq', '=', value('seq')),
);

/** It stays, under a reference, and holds up nobody. */
export async function setAside(db: Database, seq: number, ref: string): Promise<void> {
  await db.updateTable('inbox').set({ state: 'failed', ref }).where('seq', '=', seq).execute();
}

/** Forgets a few events that no platform delivers again (Telegram keeps updates for 24 hours). True when there may be more. */
export async function forgetInbox(db: Database, before: Temporal.Instant, most: number): Promise<boolean> {
  const rows = await db
    .selectFrom('inbox')
    .select('seq')
    .where('state', '=', DONE)
    .where('received_at', '<', toIso(before))
    .limit(most)
    .execute();
  if (rows.length === 0) return false;
  await db
    .deleteFrom('inbox')
    .where(
      'seq',
      'in',
      rows.map(({ seq }) => seq),
    )
    .execute();
  return rows.length >= most;
}
