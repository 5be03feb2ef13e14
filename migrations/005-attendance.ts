import { type Kysely, sql } from 'kysely';

const STEPS = [
  `create table attendance (
    id text primary key, session_id text not null references sessions, person_id text references people,
    name text, folded_name text,
    answer text check (answer in ('present', 'excused', 'unsure')), reason text, answered_at text,
    came integer, came_by text references people, came_at text,
    unique (session_id, person_id), unique (session_id, folded_name)) strict`,
  `create table attendance_rounds (
    session_id text primary key references sessions, starts_at text not null,
    lead text not null, lead_due_at text not null, nudge_at text, close_at text,
    changed integer not null, shown_at text) strict`,
  `create table session_results (
    session_id text primary key references sessions,
    outcome text not null check (outcome in ('held', 'postponed', 'not_held')),
    present integer, expected integer, excused integer, visits integer, sites integer,
    mode text check (mode in ('in_person', 'online', 'both')), note text,
    noted_by text not null references people, noted_at text not null) strict`,
  'alter table sessions add column asked_at text',
  'create index attendance_by_person on attendance (person_id)',
  'create index attendance_nudges on attendance_rounds (nudge_at) where nudge_at is not null',
  'create index attendance_closings on attendance_rounds (close_at) where close_at is not null',
  'create index attendance_changes on attendance_rounds (session_id) where changed = 1',
  'create index sessions_to_ask_about on sessions (starts_at) where asked_at is null',
  'create index sessions_of_unit on sessions (unit_id, starts_at)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
