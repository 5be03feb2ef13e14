import { type Kysely, sql } from 'kysely';

const STEPS = [
  `alter table sessions add column state text not null default 'planned'
    check (state in ('planned', 'moved', 'postponed', 'cancelled', 'held', 'dropped'))`,
  'alter table sessions add column moved_to text',
  'alter table sessions add column place text',
  'alter table sessions add column chair text',
  'alter table sessions add column speaker text',
  `alter table sessions add column mode text not null default 'in_person'
    check (mode in ('in_person', 'online', 'both'))`,
  'alter table sessions add column link text',
  'alter table sessions add column ask_at text',
  'alter table sessions add column ask_days integer',
  'alter table sessions add column check_at text',
  "alter table sessions add column day_off text check (day_off in ('asked', 'answered'))",
  'alter table schedules add column paused_since text',
  'alter table schedules add column proposed_change text',
  `create table reminder_settings (
    unit_id text primary key references units, wording text, quiet_from text, quiet_to text) strict`,
  `create table unit_days (
    id text primary key, unit_id text not null references units,
    kind text not null check (kind in ('anniversary', 'day_off')), from_day text not null, to_day text not null,
    since integer, name text not null, created_by text not null references people,
    created_at text not null) strict`,
  'alter table posts rename to posts_before',
  `create table posts (
    platform text not null, channel text not null, subject text not null, message_id text not null,
    posted_at text not null,
    primary key (platform, channel, subject, message_id)) strict`,
  `insert into posts (platform, channel, subject, message_id, posted_at)
    select platform, channel, subject, message_id, posted_at from posts_before`,
  'drop table posts_before',
  'create index sessions_to_ask on sessions (ask_at) where ask_at is not null',
  'create index sessions_to_check on sessions (check_at) where check_at is not null',
  "create index reminders_missed on reminders (due_at) where state = 'missed'",
  'create index unit_days_by_unit on unit_days (unit_id)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
