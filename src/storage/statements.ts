import type Sqlite from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** So many different statements are kept ready; the whole bot has about half of that. */
const MOST_KEPT = 1_000;

/**
 * The database as Kysely works with it, each statement prepared once and not anew each time. `onNew` is told of
 * every statement that is prepared.
 */
export function prepareOnce(sqlite: Sqlite.Database, onNew: (sql: string) => void): SqliteDatabase {
  const kept = new Map<string, Sqlite.Statement>();
  return {
    prepare: (asked) => {
      // When the disk is full SQLite has rolled back by itself: to be told that again would hide why.
      const sql = asked === 'rollback' && !sqlite.inTransaction ? 'select 1' : asked;
      const known = kept.get(sql);
      if (known) return known;
      const statement = sqlite.prepare(sql);
      onNew(sql);
      const [oldest] = kept.keys();
      if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      kept.set(sql, statement);
      return statement;
    },
    close: () => {
      kept.clear();
      sqlite.close();
    },
  };
}
