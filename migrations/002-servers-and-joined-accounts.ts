import { type Kysely, sql } from 'kysely';

const STEPS = [
  'alter table channels add column server text',
  'create index channels_by_server on channels (platform, server) where server is not null',
  'alter table reports add column source text',
  'alter table reports add column files text',
  `create table join_codes (
    code text primary key, person_id text not null references people, platform text not null,
    account text not null, expires_at text not null) strict`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
