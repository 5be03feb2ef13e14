import { type Kysely, sql } from 'kysely';

/** Until when a schedule is stopped, and the hour at which a unit usually meets. */
const STEPS = [
  'alter table schedules add column paused_until text',
  'create index schedules_to_go_on on schedules (paused_until) where paused_until is not null',
  'alter table reminder_settings add column usual_time text',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
