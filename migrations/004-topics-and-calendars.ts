import { type Kysely, sql } from 'kysely';

const TABLES = [
  `create table topics (
    id text primary key, unit_id text not null references units, number integer not null,
    scope text not null check (scope in ('term', 'year', 'quarter', 'month')),
    starts_on text not null, ends_on text not null, title text not null, short_title text not null,
    set_by text not null references people, set_at text not null, removed_at text,
    unique (unit_id, number))`,
  `create table topic_materials (
    id text primary key, topic_id text not null references topics, number integer not null,
    name text not null, url text, platform text, file_id text, mime_type text,
    added_by text not null references people, added_at text not null, removed_at text,
    unique (topic_id, number))`,
  `create table calendar_entries (
    uid text primary key, unit_id text not null references units, session_id text, slot text not null,
    starts_at text not null,
    content text not null, sequence integer not null, changed_at text not null)`,
  `create table calendar_addresses (
    secret text primary key, unit_id text not null unique references units,
    made_by text not null references people, made_at text not null)`,
];

const INDEXES = [
  'create index topics_by_day on topics (unit_id, starts_on, ends_on) where removed_at is null',
  'create index calendar_entries_by_unit on calendar_entries (unit_id, starts_at)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) await sql.raw(`${table} strict`).execute(db);
  for (const index of INDEXES) await sql.raw(index).execute(db);
}
