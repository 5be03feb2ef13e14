import { type Kysely, sql } from 'kysely';

const STEPS = ['alter table inbox add column begun integer not null default 0'];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
