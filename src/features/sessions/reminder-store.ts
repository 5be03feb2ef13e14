import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import type { Schema } from '../../storage/schema.ts';

type ReminderState = Schema['reminders']['state'];

/** One reminder of a session, as it is kept. */
export type Reminder = { id: string; lead: string; dueAt: Temporal.Instant; state: ReminderState };

/** A reminder whose time has come, with the session it is for. */
export type DueReminder = { id: string; lead: string; dueAt: Temporal.Instant; sessionId: string };

// Written out, so that SQLite sees that the partial indexes fit.
const WAITING = sql<ReminderState>`'waiting'`;
const MISSED = sql<ReminderState>`'missed'`;

export async function remindersOf(db: Database, sessionId: string): Promise<Reminder[]> {
  const rows = await db
    .selectFrom('reminders')
    .select(['id', 'lead', 'due_at', 'state'])
    .where('session_id', '=', sessionId)
    .execute();
  return rows.map(({ id, lead, due_at, state }) => ({ id, lead, dueAt: fromIso(due_at), state }));
}

/** A reminder waits for its time, also one that was there before for another time. */
export async function putReminder(
  db: Database,
  reminder: { id: string; sessionId: string; lead: string; dueAt: Temporal.Instant },
): Promise<void> {
  const waiting = { due_at: toIso(reminder.dueAt), state: 'waiting' } as const;
  await db
    .insertInto('reminders')
    .values({ id: reminder.id, session_id: reminder.sessionId, lead: reminder.lead, ...waiting })
    .onConflict((conflict) => conflict.columns(['session_id', 'lead']).doUpdateSet(waiting))
    .execute();
}

/** All that is due of the sessions whose reminders have been due for longest, in the order of time. */
export async function dueReminders(
  db: Database,
  now: Temporal.Instant,
  mostSessions: number,
): Promise<DueReminder[]> {
  const due = db
    .selectFrom('reminders')
    .select(['id', 'lead', 'due_at', 'session_id'])
    .where('state', '=', WAITING)
    .where('due_at', '<=', toIso(now))
    .orderBy('due_at');
  const sessions = new Set((await due.limit(mostSessions).execute()).map((row) => row.session_id));
  if (sessions.size === 0) return [];
  const rows = await due.where('session_id', 'in', [...sessions]).execute();
  return rows.map((row) => ({
    id: row.id,
    lead: row.lead,
    dueAt: fromIso(row.due_at),
    sessionId: row.session_id,
  }));
}

/** Units with reminders of sessions that began before `before` and that nobody was reminded of. */
export async function unitsWithMissed(
  db: Database,
  before: Temporal.Instant,
  most: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('reminders')
    // In this order: SQLite would go through all sessions that ever were.
    .crossJoin('sessions')
    .whereRef('sessions.id', '=', 'reminders.session_id')
    .select('sessions.unit_id')
    .distinct()
    .where('reminders.state', '=', WAITING)
    .where('reminders.due_at', '<=', toIso(before))
    .where('sessions.starts_at', '<', toIso(before))
    .limit(most)
    .execute();
  return rows.map((row) => row.unit_id);
}

/** Marks such reminders of one unit as missed; gives their sessions. */
export async function markMissed(db: Database, unitId: string, before: Temporal.Instant): Promise<string[]> {
  const sessions = db
    .selectFrom('sessions')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('starts_at', '<', toIso(before));
  const rows = await db
    .updateTable('reminders')
    .set({ state: 'missed' })
    .where('state', '=', WAITING)
    .where('due_at', '<=', toIso(before))
    .where('session_id', 'in', sessions)
    .returning('session_id')
    .execute();
  return [...new Set(rows.map((row) => row.session_id))];
}

/** The clock was ahead and has been put back: what was given up as missed is still to come. */
export async function reviveMissed(db: Database, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('reminders')
    .set({ state: 'waiting' })
    .where('state', '=', MISSED)
    .where('due_at', '>', toIso(now))
    .execute();
}

export async function setReminders(
  db: Database,
  ids: readonly string[],
  state: Exclude<ReminderState, 'waiting'>,
): Promise<void> {
  if (ids.length > 0) await db.updateTable('reminders').set({ state }).where('id', 'in', ids).execute();
}

/** When the next reminder is due; at once where the clock was put back and some that were given up are still to come. */
export async function nextReminder(
  db: Database,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const given = await db
    .selectFrom('reminders')
    .select('id')
    .where('state', '=', MISSED)
    .where('due_at', '>', toIso(now))
    .limit(1)
    .executeTakeFirst();
  if (given) return now;
  const row = await db
    .selectFrom('reminders')
    .select('due_at')
    .where('state', '=', WAITING)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return row && fromIso(row.due_at);
}
