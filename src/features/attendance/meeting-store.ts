import type { Temporal } from 'temporal-polyfill';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import type { Meeting } from './meeting.ts';

type Row = Awaited<ReturnType<ReturnType<typeof meetings>['executeTakeFirstOrThrow']>>;

export async function findMeeting(
  db: Database,
  unitId: string,
  number: number,
  now: Temporal.Instant,
): Promise<Meeting | undefined> {
  const row = await meetings(db)
    .where('sessions.unit_id', '=', unitId)
    .where('sessions.number', '=', number)
    .executeTakeFirst();
  return row && toMeeting(row, now);
}

function meetings(db: Database) {
  return db
    .selectFrom('sessions')
    .innerJoin('schedules', 'schedules.id', 'sessions.schedule_id')
    .select([
      'sessions.id',
      'sessions.unit_id',
      'sessions.number',
      'sessions.starts_at',
      'sessions.state',
      'schedules.title',
      'schedules.time_zone',
      'schedules.state as schedule_state',
      'schedules.paused_since',
    ])
    .select((select) =>
      select
        .selectFrom('reminders')
        .select((reminder) => reminder.fn.min('reminders.due_at').as('due_at'))
        .whereRef('reminders.session_id', '=', 'sessions.id')
        .where('reminders.state', '<>', 'cancelled')
        .as('first_due_at'),
    );
}

function toMeeting(row: Row, now: Temporal.Instant): Meeting {
  return {
    id: row.id,
    unitId: row.unit_id,
    number: row.number,
    title: row.title,
    startsAt: fromIso(row.starts_at),
    timeZone: row.time_zone,
    firstReminderAt: row.first_due_at === null ? undefined : fromIso(row.first_due_at),
    state: stateOf(row, now),
  };
}

/** A schedule that was cancelled or stopped takes what it had still to come with it. */
function stateOf(row: Row, now: Temporal.Instant): Meeting['state'] {
  if (row.state === 'postponed') return row.state;
  if (row.state === 'cancelled' || row.state === 'dropped') return 'cancelled';
  if (row.starts_at <= toIso(now)) return 'on';
  if (row.schedule_state === 'cancelled') return 'cancelled';
  return row.paused_since === null ? 'on' : 'paused';
}

export async function meetingWithId(
  db: Database,
  id: string,
  now: Temporal.Instant,
): Promise<Meeting | undefined> {
  const row = await meetings(db).where('sessions.id', '=', id).executeTakeFirst();
  return row && toMeeting(row, now);
}

/** The sessions of a unit that begin in a time, in order. */
export async function meetingsBetween(
  db: Database,
  unitId: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
  now: Temporal.Instant,
): Promise<Meeting[]> {
  const rows = await meetings(db)
    .where('sessions.unit_id', '=', unitId)
    .where('sessions.starts_at', '>=', toIso(from))
    .where('sessions.starts_at', '<=', toIso(to))
    .orderBy('sessions.starts_at')
    .execute();
  return rows.map((row) => toMeeting(row, now));
}

/** Sessions that began by an instant and have not been asked about, the oldest first. */
export async function meetingsToAskAbout(
  db: Database,
  begunBy: Temporal.Instant,
  most: number,
  now: Temporal.Instant,
): Promise<Meeting[]> {
  const rows = await unasked(db).where('sessions.starts_at', '<=', toIso(begunBy)).limit(most).execute();
  return rows.map((row) => toMeeting(row, now));
}

/** Those that took place, or will: neither called off nor inside a time in which their schedule was stopped. */
function unasked(db: Database) {
  return meetings(db)
    .where('sessions.asked_at', 'is', null)
    .where('sessions.state', 'in', ['planned', 'moved', 'held'])
    .where('schedules.state', '=', 'active')
    .where((where) =>
      where.or([
        where('schedules.paused_since', 'is', null),
        where('schedules.paused_since', '>', where.ref('sessions.starts_at')),
      ]),
    )
    .orderBy('sessions.starts_at');
}

/** The first session that is still to be asked about. */
export async function nextToAskAbout(db: Database, now: Temporal.Instant): Promise<Meeting | undefined> {
  const row = await unasked(db).limit(1).executeTakeFirst();
  return row && toMeeting(row, now);
}

/** Whether it was asked how the session went; `undefined` as the instant: it is to be asked again. */
export async function setAsked(db: Database, id: string, at: Temporal.Instant | undefined): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ asked_at: at ? toIso(at) : null })
    .where('id', '=', id)
    .execute();
}

/** What began before an instant is not asked about any more. */
export async function forgetToAsk(db: Database, before: Temporal.Instant): Promise<void> {
  await db
    .updateTable('sessions')
    .set((set) => ({ asked_at: set.ref('starts_at') }))
    .where('asked_at', 'is', null)
    .where('starts_at', '<', toIso(before))
    .execute();
}
