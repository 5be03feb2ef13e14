import { sql } from 'kysely';
import { atomically } from './atomically.ts';
import type { Database } from './database.ts';

/** True when every channel in the database is of that platform. */
export async function holdsOnly(db: Database, platform: string): Promise<boolean> {
  const other = await db
    .selectFrom('channels')
    .select('id')
    .where('platform', '<>', platform)
    .limit(1)
    .executeTakeFirst();
  return other === undefined;
}

/** Takes every row out of every table; the tables stay. */
export function emptyDatabase(db: Database): Promise<void> {
  return atomically(db, async (db) => {
    await sql`pragma defer_foreign_keys = on`.execute(db);
    for (const { name } of await db.introspection.getTables())
      await sql`delete from ${sql.table(name)}`.execute(db);
  });
}
