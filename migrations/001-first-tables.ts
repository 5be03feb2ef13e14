import { type Kysely, sql } from 'kysely';

const TABLES = [
  `create table units (
    id text primary key, name text not null, folded_name text not null, time_zone text not null,
    created_by text not null references people, created_at text not null)`,
  `create table unit_numbers (
    unit_id text not null references units, prefix text not null, last integer not null,
    primary key (unit_id, prefix))`,
  `create table channels (
    id text primary key, platform text not null, external_id text not null,
    kind text not null check (kind in ('group', 'private')), title text not null,
    unit_id text references units, language text not null,
    state text not null check (state in ('open', 'gone')), thread text, created_at text not null,
    unique (platform, external_id))`,
  `create table people (
    id text primary key, display_name text not null, current_unit_id text references units,
    created_at text not null)`,
  `create table accounts (
    platform text not null, external_id text not null, person_id text not null references people,
    username text, name text not null,
    primary key (platform, external_id))`,
  `create table roles (
    unit_id text not null references units, person_id text not null references people,
    role text not null check (role in ('coordinator', 'administrator')),
    granted_by text not null references people, granted_at text not null,
    primary key (unit_id, person_id, role))`,
  `create table reports (
    id text primary key, unit_id text not null references units,
    kind text not null check (kind in ('good_deed', 'model')), number integer not null,
    text text not null, title text, owner text, field text not null,
    subject_type text not null check (subject_type in ('individual', 'collective', 'household')),
    date text not null,
    state text not null check (state in ('proposed', 'verified', 'returned', 'withdrawn')),
    return_reason text, reporter_id text not null references people,
    channel_id text not null references channels, message_id text not null,
    created_at text not null, updated_at text not null,
    unique (unit_id, kind, number), unique (channel_id, message_id))`,
  `create table report_changes (
    id text primary key, report_id text not null references reports, at text not null,
    person_id text not null references people, action text not null, from_state text, to_state text not null,
    note text)`,
  `create table schedules (
    id text primary key, unit_id text not null references units, number integer not null, title text not null,
    place text, rrule text, starts_on text not null, time text not null, time_zone text not null,
    leads text not null, state text not null check (state in ('draft', 'active', 'cancelled')),
    active_since text, planned_until text not null, plan_at text, created_by text not null references people,
    created_at text not null,
    unique (unit_id, number))`,
  `create table sessions (
    id text primary key, unit_id text not null references units, number integer not null,
    schedule_id text not null references schedules, original_date text not null, starts_at text not null,
    created_at text not null,
    unique (schedule_id, original_date), unique (unit_id, number))`,
  `create table reminders (
    id text primary key, session_id text not null references sessions, lead text not null,
    due_at text not null,
    state text not null check (state in ('waiting', 'released', 'superseded', 'missed', 'cancelled')),
    unique (session_id, lead))`,
  `create table dialogs (
    platform text not null, channel text not null, account text not null, command text not null,
    asking text not null, answers text not null, guided integer not null, expires_at text not null,
    primary key (platform, channel, account))`,
  `create table inbox (
    seq integer primary key autoincrement, platform text not null, update_id text not null,
    channel text not null, incoming text, reply text,
    state text not null check (state in ('new', 'answering', 'done')), attempts integer not null,
    received_at text not null,
    unique (platform, update_id))`,
  `create table outbox (
    id text primary key, key text not null unique, platform text not null, channel text not null,
    thread text, content text not null, lane integer not null, due_at text not null,
    not_before text not null, state text not null check (state in ('waiting', 'sending', 'sent', 'failed')),
    lease_owner text, lease_until text, failures integer not null, uncertain integer not null,
    last_error text, sent_at text, was_late integer not null, unit_id text references units, about text)`,
  `create table posts (
    platform text not null, channel text not null, subject text not null, message_id text not null,
    posted_at text not null,
    primary key (platform, channel, subject))`,
];

const INDEXES = [
  'create index units_by_name on units (folded_name)',
  'create index channels_by_unit on channels (unit_id)',
  'create index reports_by_date on reports (unit_id, date)',
  'create index reports_by_reporter on reports (reporter_id, created_at)',
  'create index report_changes_by_report on report_changes (report_id)',
  'create index people_by_account on accounts (person_id)',
  'create index schedules_to_plan on schedules (plan_at) where plan_at is not null',
  "create index reminders_due on reminders (due_at) where state = 'waiting'",
  "create index inbox_open on inbox (platform, channel, seq) where state <> 'done'",
  "create index outbox_open on outbox (lane, not_before) where state in ('waiting', 'sending')",
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) await sql.raw(`${table} strict`).execute(db);
  for (const index of INDEXES) await sql.raw(index).execute(db);
}
