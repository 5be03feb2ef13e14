import { sql } from 'kysely';
import type { Database } from '../../src/storage/database.ts';

/** Every row of every table, as one text. */
export async function allRows(db: Database): Promise<string> {
  const rows = [];
  for (const { name } of await db.introspection.getTables())
    rows.push((await sql`select * from ${sql.table(name)}`.execute(db)).rows);
  return JSON.stringify(rows);
}
