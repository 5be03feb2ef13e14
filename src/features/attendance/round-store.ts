import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Lead } from '../../language/when.ts';
import type { Database } from '../../storage/database.ts';
import { parseLead, writeLeads } from '../sessions/leads.ts';

/** The asking of who comes to a session, with what is still to be done of it. */
export type Round = { sessionId: string; startsAt: Temporal.Instant };

/** A reminder that went out: the lead it comes from, and when it was due. */
export type PostedReminder = { lead: Lead; dueAt: Temporal.Instant };

// Written out, so that SQLite sees that the partial index fits.
const BEHIND = sql<number>`1`;

type Due = { nudgeAt: Temporal.Instant | undefined; closeAt: Temporal.Instant | undefined };

type Step = 'nudge_at' | 'close_at';

/** Begins the round of a session, or notes its newest reminder; a round for the same start keeps its steps. */
export async function openRound(
  db: Database,
  { sessionId, startsAt }: Round,
  reminder: PostedReminder,
  { nudgeAt, closeAt }: Due,
): Promise<void> {
  const due = { starts_at: toIso(startsAt), nudge_at: optional(nudgeAt), close_at: optional(closeAt) };
  const newest = { lead: writeLeads([reminder.lead]), lead_due_at: toIso(reminder.dueAt) };
  await db
    .insertInto('attendance_rounds')
    .values({ session_id: sessionId, ...due, ...newest, changed: 0, shown_at: null })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet(newest))
    .execute();
  await db
    .updateTable('attendance_rounds')
    .set(due)
    .where('session_id', '=', sessionId)
    .where('starts_at', '<>', due.starts_at)
    .execute();
}

function optional(instant: Temporal.Instant | undefined): string | null {
  return instant ? toIso(instant) : null;
}

/** The reminder of a session that went out last. */
export async function newestReminder(db: Database, sessionId: string): Promise<PostedReminder | undefined> {
  const row = await db
    .selectFrom('attendance_rounds')
    .select(['lead', 'lead_due_at'])
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return row && { lead: parseLead(row.lead), dueAt: fromIso(row.lead_due_at) };
}

/** The counts under the reminders are behind from now on. */
export async function markChanged(db: Database, sessionId: string): Promise<void> {
  await db.updateTable('attendance_rounds').set({ changed: 1 }).where('session_id', '=', sessionId).execute();
}

/** Rounds whose counts are behind, and were not brought up to date since an instant. */
export async function roundsToShow(
  db: Database,
  notSince: Temporal.Instant,
  most: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('attendance_rounds')
    .select('session_id')
    .where('changed', '=', BEHIND)
    .where((where) => where.or([where('shown_at', 'is', null), where('shown_at', '<=', toIso(notSince))]))
    .limit(most)
    .execute();
  return rows.map((row) => row.session_id);
}

export async function markShown(db: Database, sessionId: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('attendance_rounds')
    .set({ changed: 0, shown_at: toIso(at) })
    .where('session_id', '=', sessionId)
    .execute();
}

/** Rounds of which a step has come due, the longest due first. */
export async function roundsDue(
  db: Database,
  step: Step,
  now: Temporal.Instant,
  most: number,
): Promise<Round[]> {
  const rows = await db
    .selectFrom('attendance_rounds')
    .select(['session_id', 'starts_at'])
    .where(step, '<=', toIso(now))
    .orderBy(step)
    .limit(most)
    .execute();
  return rows.map((row) => ({ sessionId: row.session_id, startsAt: fromIso(row.starts_at) }));
}

/** The step is done, or put off. */
export async function setStep(
  db: Database,
  sessionId: string,
  step: Step,
  at: Temporal.Instant | undefined,
): Promise<void> {
  await db
    .updateTable('attendance_rounds')
    .set({ [step]: optional(at) })
    .where('session_id', '=', sessionId)
    .execute();
}

/** When a step of any round is next due. */
export async function nextStep(db: Database, step: Step): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('attendance_rounds')
    .select(`${step} as at`)
    .where(step, 'is not', null)
    .orderBy(step)
    .limit(1)
    .executeTakeFirst();
  return row?.at == null ? undefined : fromIso(row.at);
}

/** When a round whose counts are behind was last brought up to date; the beginning of time for one that never was. */
export async function oldestShown(db: Database): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('attendance_rounds')
    .select('shown_at')
    .where('changed', '=', BEHIND)
    .orderBy('shown_at')
    .limit(1)
    .executeTakeFirst();
  return row && (row.shown_at === null ? Temporal.Instant.fromEpochMilliseconds(0) : fromIso(row.shown_at));
}
