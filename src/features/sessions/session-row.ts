import { Temporal } from 'temporal-polyfill';
import { fromIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import { parseLeads } from './leads.ts';
import { stateOf } from './schedule.ts';
import type { Session } from './session.ts';

export type SessionRow = Awaited<ReturnType<ReturnType<typeof selectSessions>['executeTakeFirstOrThrow']>>;

/** Sessions, each with what it has of its schedule, and when people are first reminded of it. */
export function selectSessions(db: Database) {
  return db
    .selectFrom('sessions')
    .innerJoin('schedules', 'schedules.id', 'sessions.schedule_id')
    .selectAll('sessions')
    .select([
      'schedules.number as schedule_number',
      'schedules.state as schedule_state',
      'schedules.paused_since',
      'schedules.paused_until',
      'schedules.title',
      'schedules.place as schedule_place',
      'schedules.time',
      'schedules.minutes',
      'schedules.time_zone',
      'schedules.leads',
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

export function toSession(row: SessionRow): Session {
  const timeZone = row.time_zone;
  return {
    id: row.id,
    unitId: row.unit_id,
    number: row.number,
    scheduleId: row.schedule_id,
    scheduleNumber: row.schedule_number,
    scheduleState: scheduleStateOf(row),
    title: row.title,
    timeZone,
    leads: parseLeads(row.leads),
    originalDate: Temporal.PlainDate.from(row.original_date),
    ruleTime: Temporal.PlainTime.from(row.time),
    start: fromIso(row.starts_at).toZonedDateTimeISO(timeZone),
    movedFrom:
      row.moved_from === null
        ? undefined
        : Temporal.PlainDateTime.from(row.moved_from).toZonedDateTime(timeZone),
    minutes: row.minutes ?? undefined,
    state: row.state,
    place: row.place ?? row.schedule_place ?? undefined,
    ownPlace: row.place ?? undefined,
    schedulePlace: row.schedule_place ?? undefined,
    chair: row.chair ?? undefined,
    speaker: row.speaker ?? undefined,
    mode: row.mode,
    link: row.link ?? undefined,
    askAt: instant(row.ask_at),
    askDays: row.ask_days ?? undefined,
    checkAt: instant(row.check_at),
    dayOff: row.day_off ?? undefined,
    firstReminderAt: instant(row.first_due_at),
    announcedAt: instant(row.announced_at),
  };
}

/**
 * What is stopped or cancelled afterwards does not undo a session that had begun, nor does a pause those behind it.
 */
function scheduleStateOf(row: SessionRow): Session['scheduleState'] {
  const { paused_since: since, paused_until: until, starts_at: start } = row;
  return since !== null && (start < since || (until !== null && start >= until))
    ? 'active'
    : stateOf({ state: row.schedule_state, paused_since: row.paused_since });
}

function instant(iso: string | null): Temporal.Instant | undefined {
  return iso === null ? undefined : fromIso(iso);
}

export function toSessions(rows: readonly SessionRow[]): Session[] {
  return rows.map(toSession);
}
