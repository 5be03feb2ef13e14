import { type Kysely, sql } from 'kysely';

/** An answer is for the day that a session had when it was given; a session knows from when it was moved. */
const STEPS = [
  `create table attendance_of_days (
    id text primary key, session_id text not null references sessions, day text not null default '',
    person_id text references people, name text, folded_name text,
    answer text check (answer in ('present', 'excused', 'unsure')), reason text, answered_at text,
    came integer, came_by text references people, came_at text,
    unique (session_id, day, person_id), unique (session_id, day, folded_name)) strict`,
  `insert into attendance_of_days
    select attendance.id, session_id, substr(coalesce(sessions.moved_to, sessions.original_date), 1, 10),
      person_id, name, folded_name, answer, reason, answered_at, came, came_by, came_at
    from attendance join sessions on sessions.id = session_id`,
  'drop table attendance',
  'alter table attendance_of_days rename to attendance',
  'create index attendance_by_person on attendance (person_id)',
  'create index attendance_by_came_by on attendance (came_by) where came_by is not null',
  'alter table sessions add column moved_from text',
  `update sessions set moved_from = original_date || 'T' ||
    (select time from schedules where schedules.id = sessions.schedule_id)
    where moved_to is not null`,
  'alter table sessions add column announced_at text',
  `update sessions set announced_at = (select min(due_at) from reminders
    where reminders.session_id = sessions.id and reminders.state = 'released')`,
  // Days off are looked for earlier than before.
  'update sessions set check_at = created_at where check_at is not null',
  // The alarms of a calendar keep the quiet hours.
  ...[
    ['come', 'insert', 'new'],
    ['change', 'update', 'new'],
    ['go', 'delete', 'old'],
  ].map(
    ([
      name,
      change,
      row,
    ]) => `create trigger reminder_settings_${name} after ${change} on reminder_settings begin
      update units set version = version + 1 where id = ${row}.unit_id; end`,
  ),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
