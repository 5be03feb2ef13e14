import { type Kysely, sql } from 'kysely';

const STEPS = [
  'drop index reports_by_reporter',
  'create index reports_by_reporter on reports (reporter_id, unit_id, created_at)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
