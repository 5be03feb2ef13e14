import { type Kysely, sql } from 'kysely';

const STEPS = ['alter table channels add column refused integer not null default 0'];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
