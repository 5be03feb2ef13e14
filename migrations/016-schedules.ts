import { type Kysely, sql } from 'kysely';

const STEPS = ['alter table schedules add column minutes integer'];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
