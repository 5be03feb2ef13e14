import type { Temporal } from 'temporal-polyfill';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';

/** A reminder whose time has come, with the session it is for. */
export type DueReminder = {
  id: string;
  lead: string;
  dueAt: Temporal.Instant;
  sessionId: string;
  scheduleId: string;
  startsAt: Temporal.Instant;
};

export const hasSession = async (
  db: Database,
  scheduleId: string,
  date: Temporal.PlainDate,
): Promise<boolean> => {
  const row = await db
    .selectFrom('sessions')
    .select('id')
    .where('schedule_id', '=', scheduleId)
    .where('original_date', '=', date.toString())
    .executeTakeFirst();
  return row !== undefined;
};

export const insertSession = async (
  db: Database,
  session: {
    id: string;
    unitId: string;
    number: number;
    scheduleId: string;
    start: Temporal.ZonedDateTime;
    createdAt: Temporal.Instant;
  },
): Promise<void> => {
  await db
    .insertInto('sessions')
    .values({
      id: session.id,
      unit_id: session.unitId,
      number: session.number,
      schedule_id: session.scheduleId,
      original_date: session.start.toPlainDate().toString(),
      starts_at: toIso(session.start.toInstant()),
      created_at: toIso(session.createdAt),
    })
    .execute();
};

export const insertReminder = async (
  db: Database,
  reminder: { id: string; sessionId: string; lead: string; dueAt: Temporal.Instant },
): Promise<void> => {
  await db
    .insertInto('reminders')
    .values({
      id: reminder.id,
      session_id: reminder.sessionId,
      lead: reminder.lead,
      due_at: toIso(reminder.dueAt),
      state: 'waiting',
    })
    .onConflict((conflict) => conflict.columns(['session_id', 'lead']).doNothing())
    .execute();
};

/** Reminders that are due, the longest due first. */
export const dueReminders = async (
  db: Database,
  now: Temporal.Instant,
  most: number,
): Promise<DueReminder[]> => {
  const rows = await db
    .selectFrom('reminders')
    .innerJoin('sessions', 'sessions.id', 'reminders.session_id')
    .select([
      'reminders.id',
      'reminders.lead',
      'reminders.due_at',
      'sessions.id as session_id',
      'sessions.schedule_id',
      'sessions.starts_at',
    ])
    .where('reminders.state', '=', 'waiting')
    .where('reminders.due_at', '<=', toIso(now))
    .orderBy('reminders.due_at')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    lead: row.lead,
    dueAt: fromIso(row.due_at),
    sessionId: row.session_id,
    scheduleId: row.schedule_id,
    startsAt: fromIso(row.starts_at),
  }));
};

export const setReminders = async (
  db: Database,
  ids: readonly string[],
  state: 'released' | 'superseded' | 'missed',
): Promise<void> => {
  if (ids.length > 0) await db.updateTable('reminders').set({ state }).where('id', 'in', ids).execute();
};

/** A cancelled schedule reminds of nothing more. */
export const cancelRemindersOf = async (db: Database, scheduleId: string): Promise<void> => {
  const sessions = db.selectFrom('sessions').select('id').where('schedule_id', '=', scheduleId);
  await db
    .updateTable('reminders')
    .set({ state: 'cancelled' })
    .where('state', '=', 'waiting')
    .where('session_id', 'in', sessions)
    .execute();
};

/** When the next reminder is due or the next session is to be made, whichever comes first. */
export const nextDue = async (db: Database): Promise<Temporal.Instant | undefined> => {
  const reminder = db
    .selectFrom('reminders')
    .select('due_at as at')
    .where('state', '=', 'waiting')
    .orderBy('due_at')
    .limit(1);
  const plan = db
    .selectFrom('schedules')
    .select('plan_at as at')
    .where('plan_at', 'is not', null)
    .orderBy('plan_at')
    .limit(1);
  const rows = await Promise.all([reminder.executeTakeFirst(), plan.executeTakeFirst()]);
  const [first] = rows.flatMap((row) => (row?.at == null ? [] : [row.at])).sort();
  return first === undefined ? undefined : fromIso(first);
};
