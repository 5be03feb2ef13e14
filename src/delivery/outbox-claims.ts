import { type ExpressionBuilder, sql, type Updateable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { fromIso, toIso } from '../core/local-time.ts';
import type { Database } from '../storage/database.ts';
import type { Schema } from '../storage/schema.ts';
import { type Claimed, readContent, toClaimed, type Unreadable } from './outbox-entry.ts';

// Written out, so that SQLite sees that the partial indexes fit.
const WAITING = sql<'waiting'>`'waiting'`;
const SENDING = sql<'sending'>`'sending'`;

/**
 * Takes up to `most` entries of a platform that are due, at most one of each channel and none of those in `except`.
 * From here on they count as in mid-send: a crash leaves it uncertain whether they were posted. A row that can no
 * longer be read is given as such, beside its neighbours.
 */
export async function claim(
  db: Database,
  how: {
    platform: string;
    owner: string;
    now: Temporal.Instant;
    leaseUntil: Temporal.Instant;
    most: number;
    except: readonly string[];
  },
): Promise<{ entries: Claimed[]; unreadable: Unreadable[] }> {
  const candidates = await db
    .selectFrom('outbox')
    .select(['id', 'channel'])
    .where('platform', '=', how.platform)
    .where('state', '=', WAITING)
    // In these words, so that the index that has the order is taken and not the one for this alone.
    .where(sql<string>`coalesce(not_before, '')`, '<=', toIso(how.now))
    .where('channel', 'not in', channelsIn(how.except))
    .orderBy('lane')
    .orderBy('due_at')
    .orderBy('id')
    .limit(how.most * LOOKED_AT)
    .execute();
  const first = new Map(candidates.toReversed().map(({ channel, id }) => [channel, id]));
  const ids = candidates.filter(({ channel, id }) => first.get(channel) === id).slice(0, how.most);
  if (ids.length === 0) return { entries: [], unreadable: [] };
  return take(
    db,
    ids.map(({ id }) => id),
    how,
  );
}

/** So many of one channel may stand in front of the others. */
const LOOKED_AT = 4;

function channelsIn(channels: readonly string[]) {
  return sql<string>`(select value from json_each(${JSON.stringify(channels)}))`;
}

async function take(
  db: Database,
  ids: readonly string[],
  how: { owner: string; now: Temporal.Instant; leaseUntil: Temporal.Instant },
): Promise<{ entries: Claimed[]; unreadable: Unreadable[] }> {
  const rows = await db
    .updateTable('outbox')
    .set({
      state: 'sending',
      lease_owner: how.owner,
      lease_until: toIso(how.leaseUntil),
      begun_at: toIso(how.now),
    })
    .where('id', 'in', ids)
    .where('state', '=', WAITING)
    .returningAll()
    .execute();
  const entries: Claimed[] = [];
  const unreadable: Unreadable[] = [];
  for (const row of rows.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))) {
    const content = readContent(row.content);
    if (content) entries.push(toClaimed(row, content));
    else unreadable.push({ id: row.id, channel: row.channel, unitId: row.unit_id ?? undefined });
  }
  return { entries, unreadable };
}

/** Of these channels, those in which something has been due since an instant. */
export async function channelsWaiting(
  db: Database,
  platform: string,
  channels: readonly string[],
  since: Temporal.Instant,
): Promise<string[]> {
  if (channels.length === 0) return [];
  const rows = await db
    .selectFrom('outbox')
    .select('channel')
    .distinct()
    .where('platform', '=', platform)
    .where('state', '=', WAITING)
    .where('channel', 'in', channelsIn(channels))
    .where('not_before', '<=', toIso(since))
    .execute();
  return rows.map(({ channel }) => channel);
}

/** Whether the entry is still in the hands of this process, whose lease begins anew. */
export async function holdOn(
  db: Database,
  id: string,
  owner: string,
  leaseUntil: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ lease_until: toIso(leaseUntil) })
    .where('id', '=', id)
    .where('state', '=', SENDING)
    .where('lease_owner', '=', owner)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** At its end: the words are no longer needed here. */
const SAID = { content: '{}' } as const;

const IN_NO_HANDS = { lease_owner: null, lease_until: null, begun_at: null } as const;

/** False where another process has taken it over in the meantime. */
export async function markSent(
  db: Database,
  id: string,
  owner: string,
  { now, late }: { now: Temporal.Instant; late: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ ...IN_NO_HANDS, ...SAID, state: 'sent', sent_at: toIso(now), was_late: late ? 1 : 0 })
    .where('id', '=', id)
    .where('lease_owner', '=', owner)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Puts an entry back, to be tried again at `notBefore`. `uncertain`: this attempt may have been posted. */
export async function putBack(
  db: Database,
  id: string,
  owner: string,
  why: {
    notBefore: Temporal.Instant;
    error: string;
    failures: number;
    uncertain: boolean;
    channel?: string;
    withoutThread?: boolean;
  },
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({
      ...IN_NO_HANDS,
      state: 'waiting',
      not_before: toIso(why.notBefore),
      last_error: why.error,
      failures: why.failures,
      ...(why.channel === undefined ? {} : { channel: why.channel }),
      ...(why.withoutThread ? { thread: null } : {}),
    })
    .$if(why.uncertain, (update) => update.set(isUncertain))
    .where('id', '=', id)
    .where('lease_owner', '=', owner)
    .execute();
}

/** One more attempt that may have been posted. */
function isUncertain(set: ExpressionBuilder<Schema, 'outbox'>) {
  return {
    uncertain: set('uncertain', '+', 1),
    uncertain_since: set.fn.coalesce('uncertain_since', 'begun_at'),
  };
}

export async function markFailed(db: Database, id: string, owner: string, error: string): Promise<void> {
  await end(db, id, owner, { ...SAID, last_error: error });
}

/** It can no longer be read, and stays as it is for whoever looks into it. */
export async function setAside(db: Database, id: string, owner: string): Promise<void> {
  await end(db, id, owner, { last_error: 'it can no longer be read' });
}

async function end(
  db: Database,
  id: string,
  owner: string,
  change: Updateable<Schema['outbox']>,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ ...IN_NO_HANDS, ...change, state: 'failed' })
    .where('id', '=', id)
    .where('lease_owner', '=', owner)
    .execute();
}

/**
 * Frees what processes that are gone had in mid-send: all of it when this process holds the database alone,
 * otherwise what has outlived its lease. Gives how many.
 */
export async function recover(db: Database, before: Temporal.Instant | 'all'): Promise<number> {
  const gone = before === 'all' ? '9999' : toIso(before);
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set((set) => ({ ...isUncertain(set), ...IN_NO_HANDS, state: 'waiting' as const }))
    .where('state', '=', SENDING)
    .where('lease_until', '<=', gone)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** The clock was put back from `from` to `to`: what was due by then is due, and its retries are. */
export async function pullBack(db: Database, from: Temporal.Instant, to: Temporal.Instant): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ not_before: toIso(to) })
    .where('state', '=', WAITING)
    .where('not_before', '>', toIso(to))
    .where('not_before', '<=', toIso(from))
    .execute();
}

/** When an entry of the platform that waits is next to be tried. */
export async function nextInOutbox(db: Database, platform: string): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select('not_before')
    .where('platform', '=', platform)
    .where('state', '=', WAITING)
    .orderBy('not_before')
    .limit(1)
    .executeTakeFirst();
  return row && fromIso(row.not_before);
}
