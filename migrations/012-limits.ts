import { type Kysely, sql } from 'kysely';

/** What a calendar is made of, and how a row of it names its unit. */
const SOURCES: Record<string, (row: 'old' | 'new') => string> = {
  schedules: (row) => `= ${row}.unit_id`,
  sessions: (row) => `= ${row}.unit_id`,
  topics: (row) => `= ${row}.unit_id`,
  topic_materials: (row) => `= (select unit_id from topics where topics.id = ${row}.topic_id)`,
};

const STEPS = [
  'alter table inbox add column begun integer not null default 0',
  // A code was kept as it is shown, and is good for ten minutes.
  'delete from join_codes',
  'alter table units add column version integer not null default 0',
  `create table calendar_copies (
    unit_id text primary key references units, version integer not null, made_at text not null,
    tag text not null, body text not null) strict`,
  `create trigger units_change after update of name, time_zone on units begin
    update units set version = version + 1 where id = new.id; end`,
  // A channel begins without a unit; it gives the language.
  `create trigger channels_change after update of unit_id, language on channels begin
    update units set version = version + 1 where id in (new.unit_id, old.unit_id); end`,
  ...Object.entries(SOURCES).flatMap(([table, unit]) => [
    `create trigger ${table}_come after insert on ${table} begin
      update units set version = version + 1 where id ${unit('new')}; end`,
    `create trigger ${table}_change after update on ${table} begin
      update units set version = version + 1 where id ${unit('new')} or id ${unit('old')}; end`,
    `create trigger ${table}_go after delete on ${table} begin
      update units set version = version + 1 where id ${unit('old')}; end`,
  ]),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
