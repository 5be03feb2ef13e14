import type Sqlite from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type { CommitGroup } from './commit-group.ts';

/** So many different statements are kept ready; the whole bot has about half of that. */
const MOST_KEPT = 1_000;

/**
 * The database as Kysely works with it: each statement is prepared once and not anew each time, and transactions are
 * pieces of work of a group. `onNew` is told of every statement that is prepared.
 */
export function prepareOnce(
  sqlite: Sqlite.Database,
  group: CommitGroup,
  onNew: (sql: string) => void,
): SqliteDatabase {
  const ofTransactions = new Map([
    ['begin', ofGroup(() => group.begin())],
    ['commit', ofGroup(() => group.keep())],
    ['rollback', ofGroup(() => group.undo())],
  ]);
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare: (sql) => {
      const known = ofTransactions.get(sql) ?? kept.get(sql);
      if (known) return known;
      const statement = within(group, sqlite.prepare(sql));
      onNew(sql);
      const [oldest] = kept.keys();
      if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      kept.set(sql, statement);
      return statement;
    },
    close: () => {
      kept.clear();
      group.commit();
      sqlite.close();
    },
  };
}

function ofGroup(work: () => void): SqliteStatement {
  const run = () => {
    work();
    return { changes: 0, lastInsertRowid: 0 };
  };
  return { reader: false, all: () => [], run, iterate: () => [][Symbol.iterator]() };
}

function within(group: CommitGroup, statement: Sqlite.Statement): SqliteStatement {
  const { reader, readonly } = statement;
  return {
    reader,
    all: (parameters) => group.run(readonly, () => statement.all(parameters)),
    run: (parameters) => group.run(readonly, () => statement.run(parameters)),
    iterate: (parameters) => statement.iterate(parameters),
  };
}
