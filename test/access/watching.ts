import { sql } from 'kysely';
import type { Database } from '../../src/storage/database.ts';

/** What a unit is made of, and the rows of it that are the unit's; `{unit}` stands for its id. */
const OF_UNIT: Readonly<Record<string, string>> = {
  units: 'id = {unit}',
  channels: 'unit_id = {unit}',
  roles: 'unit_id = {unit}',
  reports: 'unit_id = {unit}',
  report_changes: 'report_id in (select id from reports where unit_id = {unit})',
  report_files: 'report_id in (select id from reports where unit_id = {unit})',
  report_messages: 'report_id in (select id from reports where unit_id = {unit})',
  schedules: 'unit_id = {unit}',
  sessions: 'unit_id = {unit}',
  reminders: 'session_id in (select id from sessions where unit_id = {unit})',
  reminder_settings: 'unit_id = {unit}',
  unit_days: 'unit_id = {unit}',
  attendance: 'session_id in (select id from sessions where unit_id = {unit})',
  session_results: 'session_id in (select id from sessions where unit_id = {unit})',
  topics: 'unit_id = {unit}',
  topic_materials: 'topic_id in (select id from topics where unit_id = {unit})',
  calendar_addresses: 'unit_id = {unit}',
};

/** Notes from now on in which tables something of the unit changes. */
export async function watch(db: Database, unit: string): Promise<void> {
  await sql.raw('create table touched (name text not null)').execute(db);
  for (const [table, where] of Object.entries(OF_UNIT))
    for (const [change, rows] of Object.entries(CHANGES)) {
      const isOfUnit = rows.map((row) => `${row}.${where.replace('{unit}', `'${unit}'`)}`).join(' or ');
      await sql
        .raw(
          `create trigger touch_${table}_${change} after ${change} on ${table} when ${isOfUnit} begin
            insert into touched values ('${table}'); end`,
        )
        .execute(db);
    }
}

const CHANGES = { insert: ['new'], update: ['old', 'new'], delete: ['old'] } as const;

/** The tables that changed since it was last asked. */
export async function touched(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`delete from touched returning name`.execute(db);
  return [...new Set(rows.map(({ name }) => name))].sort();
}

/** All that is a unit's, as one text. */
export async function everythingOf(db: Database, unit: string): Promise<string> {
  const rows = [];
  for (const [table, where] of Object.entries(OF_UNIT)) {
    const found = await sql
      .raw(`select * from ${table} where ${where.replace('{unit}', `'${unit}'`)} order by 1, 2`)
      .execute(db);
    rows.push([table, found.rows]);
  }
  return JSON.stringify(rows);
}
