import { type Kysely, sql } from 'kysely';

const COLUMNS = `id, unit_id, kind, number, text, title, owner, field, subject_type, date, state, return_reason,
  reporter_id, channel_id, message_id, created_at, updated_at, source, files`;

/** The table is made anew, as SQLite can take neither a `unique` nor a `not null` out of one. */
const REPORTS_ANEW = [
  // What points to a report does so again as soon as it is back.
  'pragma defer_foreign_keys = on',
  'create table reports_before as select * from reports',
  'drop table reports',
  `create table reports (
    id text primary key, unit_id text not null references units,
    kind text not null check (kind in ('good_deed', 'model')), number integer not null,
    text text not null, title text, owner text, field text not null,
    subject_type text not null check (subject_type in ('individual', 'collective', 'household')),
    date text not null,
    state text not null check (state in ('proposed', 'verified', 'returned', 'withdrawn')),
    return_reason text, reporter_id text not null references people,
    channel_id text not null references channels, message_id text,
    created_at text not null, updated_at text not null, source text, files text,
    unique (unit_id, kind, number)) strict`,
  `insert into reports (${COLUMNS}) select ${COLUMNS} from reports_before`,
  'drop table reports_before',
  'create index reports_by_date on reports (unit_id, date)',
  'create index reports_by_reporter on reports (reporter_id, created_at)',
  // On Discord a report came by an interaction, whose id stood here: there is no such message.
  "update reports set message_id = null where channel_id in (select id from channels where platform = 'discord')",
];

const STEPS = [
  ...REPORTS_ANEW,
  `create table report_messages (
    channel_id text not null references channels, message_id text not null,
    report_id text not null references reports,
    primary key (channel_id, message_id)) strict`,
  `insert into report_messages (channel_id, message_id, report_id)
    select channel_id, message_id, id from reports where message_id is not null`,
  'alter table report_changes add column before text',
  'alter table dialogs add column message_id text',
  `create table acts (
    id text primary key, at text not null, person_id text not null references people,
    unit_id text references units, channel_id text not null references channels, command text,
    outcome text not null check (outcome in ('done', 'asked', 'refused', 'failed')), ref text) strict`,
  'create index acts_of_unit on acts (unit_id, at)',
  'create index acts_by_time on acts (at)',
  'create index acts_of_person on acts (person_id)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
