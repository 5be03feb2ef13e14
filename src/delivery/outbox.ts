import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { platformSchema } from '../chat/incoming.ts';
import { type Message, messageSchema } from '../chat/message.ts';
import type { Target } from '../chat/platform.ts';
import type { NewId } from '../core/ids.ts';
import { fromIso, toIso } from '../core/local-time.ts';
import type { Database } from '../storage/database.ts';
import type { Lane } from './lanes.ts';
import { movePosts } from './post-store.ts';

/** Something the bot says of its own accord. */
export type OutboxEntry = {
  /** Names the occasion: a second entry with the same key changes nothing. */
  key: string;
  platform: string;
  target: Target;
  message: Message;
  /** What is said instead when it goes out late. */
  lateMessage?: Message;
  /** The message that it answers. */
  answers?: { messageId: string };
  /**
   * It corrects every message about its subject that was posted in the channel; where none was, nothing is said.
   * `line` says in a line what changed: where a message cannot be changed any more, or, if `aloud`, in any case.
   * Without it nothing new is ever posted, and only the newest message is changed.
   */
  corrects?: { line?: Message; aloud: boolean };
  lane: Lane;
  dueAt: Temporal.Instant;
  /** Whose administrators are told, and what of, when it cannot be delivered. */
  report?: { unitId: string; about: string };
};

const answersSchema = z.object({ messageId: z.string() });
const contentSchema = z.object({
  message: messageSchema,
  lateMessage: messageSchema.optional(),
  answers: answersSchema.optional(),
  corrects: z.object({ line: messageSchema.optional(), aloud: z.boolean() }).optional(),
});

/** An entry in the hands of the sender. */
export type Claimed = z.infer<typeof contentSchema> & {
  id: string;
  platform: z.infer<typeof platformSchema>;
  target: Target;
  lane: number;
  dueAt: Temporal.Instant;
  failures: number;
  uncertain: number;
  report: { unitId: string; about: string } | undefined;
};

export async function enqueue(db: Database, entry: OutboxEntry, newId: NewId): Promise<void> {
  const { message, lateMessage, answers, corrects } = entry;
  await db
    .insertInto('outbox')
    .values({
      id: newId(),
      key: entry.key,
      platform: entry.platform,
      channel: entry.target.channel,
      thread: entry.target.thread ?? null,
      content: JSON.stringify({ message, lateMessage, answers, corrects }),
      lane: entry.lane,
      due_at: toIso(entry.dueAt),
      not_before: toIso(entry.dueAt),
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

/** Forgets at once what went out, or never will, of the occasions whose keys begin so: it named people. */
export async function forgetSaid(db: Database, keyPrefix: string): Promise<void> {
  await db
    .deleteFrom('outbox')
    .where('key', '>=', keyPrefix)
    .where('key', '<', keyPrefix.replace(/:$/, ';'))
    .where('state', 'in', ['sent', 'failed'])
    .execute();
}

/**
 * Takes up to `most` entries that are due, at most the first of each channel, so that a channel that is slow
 * or full holds up no other. Another process may take them once the lease is over.
 */
export async function claim(
  db: Database,
  how: {
    owner: string;
    now: Temporal.Instant;
    leaseUntil: Temporal.Instant;
    most: number;
    busy: readonly string[];
  },
): Promise<Claimed[]> {
  const now = toIso(how.now);
  const firsts = db
    .selectFrom('outbox')
    .select(['id', 'lane', 'due_at', 'platform', 'channel'])
    .select(
      sql<number>`row_number() over (partition by platform, channel order by lane, due_at, id)`.as('place'),
    )
    .where('state', '=', 'waiting')
    .where('not_before', '<=', now)
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]));
  const chosen = db
    .selectFrom(firsts.as('first'))
    .select('first.id')
    .where('first.place', '=', 1)
    .where(
      sql<string>`first.platform || ':' || first.channel`,
      'not in',
      how.busy.length > 0 ? how.busy : [''],
    )
    .orderBy('first.lane')
    .orderBy('first.due_at')
    .orderBy('first.id')
    .limit(how.most);
  const rows = await db
    .updateTable('outbox')
    .set({ lease_owner: how.owner, lease_until: toIso(how.leaseUntil) })
    .where('id', 'in', chosen)
    .returningAll()
    .execute();
  return rows.map((row) => ({
    ...contentSchema.parse(JSON.parse(row.content)),
    id: row.id,
    platform: platformSchema.parse(row.platform),
    target: { channel: row.channel, thread: row.thread ?? undefined },
    lane: row.lane,
    dueAt: fromIso(row.due_at),
    failures: row.failures,
    uncertain: row.uncertain,
    report:
      row.unit_id !== null && row.about !== null ? { unitId: row.unit_id, about: row.about } : undefined,
  }));
}

/**
 * Marks that the request is about to go out: a crash from here on leaves it uncertain whether it was posted.
 * False when another process has taken the entry over in the meantime.
 */
export async function beginSending(
  db: Database,
  id: string,
  owner: string,
  leaseUntil: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: 'sending', lease_until: toIso(leaseUntil) })
    .where('id', '=', id)
    .where('lease_owner', '=', owner)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function markSent(
  db: Database,
  id: string,
  now: Temporal.Instant,
  late: boolean,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'sent', sent_at: toIso(now), was_late: late ? 1 : 0, lease_owner: null, lease_until: null })
    .where('id', '=', id)
    .execute();
}

/** Puts an entry back, to be tried again at `notBefore`. */
export async function putBack(
  db: Database,
  id: string,
  why: { notBefore: Temporal.Instant; error: string; failures: number; uncertain: number; channel?: string },
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({
      state: 'waiting',
      lease_owner: null,
      lease_until: null,
      not_before: toIso(why.notBefore),
      last_error: why.error,
      failures: why.failures,
      uncertain: why.uncertain,
      ...(why.channel === undefined ? {} : { channel: why.channel }),
    })
    .where('id', '=', id)
    .execute();
}

export async function markFailed(db: Database, id: string, error: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'failed', last_error: error, lease_owner: null, lease_until: null })
    .where('id', '=', id)
    .execute();
}

/**
 * Frees what processes that are gone had in hand: all of it when this process holds the database alone,
 * otherwise what has outlived its lease. What was claimed only goes back; gives the ids of what was in mid-send.
 */
export async function recover(db: Database, before: Temporal.Instant | 'all'): Promise<string[]> {
  const gone = before === 'all' ? '9999' : toIso(before);
  await db
    .updateTable('outbox')
    .set({ lease_owner: null, lease_until: null })
    .where('state', '=', 'waiting')
    .where('lease_until', '<=', gone)
    .execute();
  const rows = await db
    .updateTable('outbox')
    .set({ state: 'waiting', lease_owner: null, lease_until: null })
    .set((set) => ({ uncertain: set('uncertain', '+', 1) }))
    .where('state', '=', 'sending')
    .where('lease_until', '<=', gone)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** The clock was put back from `from` to `to`: what was due by then is due, and its retries are. */
export async function pullBack(db: Database, from: Temporal.Instant, to: Temporal.Instant): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ not_before: toIso(to) })
    .where('state', '=', 'waiting')
    .where('not_before', '>', toIso(to))
    .where('not_before', '<=', toIso(from))
    .execute();
}

/** When the next waiting entry is due. */
export async function nextInOutbox(db: Database): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select('not_before')
    .where('state', '=', 'waiting')
    .orderBy('not_before')
    .limit(1)
    .executeTakeFirst();
  return row && fromIso(row.not_before);
}

/** Forgets what was said long ago; what could not be delivered stays. */
export async function forgetOutbox(db: Database, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('outbox').where('state', '=', 'sent').where('sent_at', '<', toIso(before)).execute();
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
