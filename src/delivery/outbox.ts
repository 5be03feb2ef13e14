import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { NewId } from '../core/ids.ts';
import { toIso } from '../core/local-time.ts';
import type { Database } from '../storage/database.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { movePosts } from './post-store.ts';

export async function enqueue(db: Database, entry: OutboxEntry, newId: NewId): Promise<void> {
  const { message, lateMessage, answers, corrects, onlyTo } = entry;
  const { kind } = entry.target;
  await db
    .insertInto('outbox')
    .values({
      id: newId(),
      key: entry.key,
      platform: entry.platform,
      channel: entry.target.channel,
      thread: entry.target.thread ?? null,
      content: JSON.stringify({ kind, message, lateMessage, answers, corrects, onlyTo }),
      lane: entry.lane,
      due_at: toIso(entry.dueAt),
      not_before: toIso(entry.dueAt),
      expires_at: entry.expiresAt ? toIso(entry.expiresAt) : null,
      insists: entry.insists ? 1 : 0,
      begun_at: null,
      uncertain_since: null,
      state: 'waiting',
      lease_owner: null,
      lease_until: null,
      failures: 0,
      uncertain: 0,
      last_error: null,
      sent_at: null,
      was_late: 0,
      unit_id: entry.report?.unitId ?? null,
      about: entry.report?.about ?? null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/**
 * Takes back what has not gone out of the occasions whose keys begin so (they end in `:`); gives how many. One in
 * mid-send may still arrive, and is not tried again.
 */
export async function withdraw(db: Database, keyPrefix: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('outbox')
    .where('key', '>=', keyPrefix)
    .where('key', '<', keyPrefix.replace(/:$/, ';'))
    .where('state', 'in', ['waiting', 'sending'])
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

// Written out, so that SQLite sees that the partial indexes fit.
const WAITING = sql<'waiting'>`'waiting'`;
const SENT = sql<'sent'>`'sent'`;
const FAILED = sql<'failed'>`'failed'`;

/** Forgets a few of what was said long ago, and, much later, of what could not be delivered. True when there may be more. */
export async function forgetOutbox(
  db: Database,
  before: { sent: Temporal.Instant; failed: Temporal.Instant },
  most: number,
): Promise<boolean> {
  const old = (state: typeof SENT | typeof FAILED, column: 'sent_at' | 'not_before', at: Temporal.Instant) =>
    db
      .selectFrom('outbox')
      .select('id')
      .where('state', '=', state)
      .where(column, '<', toIso(at))
      .limit(most)
      .execute();
  const rows = [
    ...(await old(SENT, 'sent_at', before.sent)),
    ...(await old(FAILED, 'not_before', before.failed)),
  ];
  if (rows.length === 0) return false;
  await db
    .deleteFrom('outbox')
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.length >= most;
}

/** A channel goes on under another id: what was posted there and is still to be posted follows. */
export async function redirect(db: Database, platform: string, from: string, to: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ channel: to })
    .where('platform', '=', platform)
    .where('channel', '=', from)
    .execute();
  await movePosts(db, platform, from, to);
}

/** A thread takes nothing more: what waits to be posted there goes to its channel. */
export async function leaveThread(
  db: Database,
  platform: string,
  channel: string,
  thread: string,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ thread: null })
    .where('platform', '=', platform)
    .where('channel', '=', channel)
    .where('state', '=', WAITING)
    .where('thread', '=', thread)
    .execute();
}
