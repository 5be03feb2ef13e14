import { type Kysely, sql } from 'kysely';

const STEPS = [
  'drop index attendance_changes',
  'create index attendance_changes on attendance_rounds (shown_at) where changed = 1',
  'create index dialogs_by_expiry on dialogs (expires_at)',
  'create index people_by_unit on people (current_unit_id)',
  'create index join_codes_by_person on join_codes (person_id)',
  'create index join_codes_by_expiry on join_codes (expires_at)',
  'create index units_by_founder on units (created_by)',
  'create index report_changes_by_person on report_changes (person_id)',
  "create index reports_proposed on reports (unit_id, created_at, id) where state = 'proposed'",
  "create index reports_newest on reports (unit_id, created_at, id) where state <> 'withdrawn'",
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
