import { type Kysely, sql } from 'kysely';

const STEPS = [
  // Which messages are one to people, so that what comes late of them is known.
  'alter table inbox add column album text',
  'create index inbox_albums on inbox (platform, channel, album) where album is not null',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
