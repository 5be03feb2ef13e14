import { type Kysely, sql } from 'kysely';

/** What of a report a person chose, and whether its day was left open by the words. */
const STEPS = [
  'alter table reports add column by_hand text',
  'alter table reports add column date_open integer not null default 0',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
