import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect } from 'vitest';
import { migrations } from '../../migrations/index.ts';

/** A database as it was before a migration. */
export async function openBefore(file: string, name: string): Promise<Kysely<unknown>> {
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Sqlite(file) }) });
  const earlier = Object.entries(migrations).filter(([each]) => each < name);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(earlier) },
  });
  const { error } = await migrator.migrateToLatest();
  expect(error).toBeUndefined();
  return db;
}
