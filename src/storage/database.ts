import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  realpathSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '../../migrations/index.ts';
import { CommitGroup } from './commit-group.ts';
import { GroupingSqliteDialect } from './dialect.ts';
import type { Schema } from './schema.ts';
import { prepareOnce } from './statements.ts';

export type Database = Kysely<Schema>;

/** The database cannot be used; the message says why and what to do, in words for whoever runs the bot. */
export class StorageError extends Error {
  override name = 'StorageError';
}

export const MEMORY = ':memory:';
const LOCK = '.lock';
/** What people wrote is no business of the other users of the machine. */
const ONLY_OURS = { folder: 0o700, file: 0o600 } as const;

/**
 * Opens the database that `sqlite:<path>` names (`sqlite::memory:` for one that is gone at the end), locks it
 * for this process and brings its tables up to date. `onNewStatement` is told of each statement it is asked to prepare.
 * Where the bytes of a database are given in place of its name, it is opened as a copy in memory.
 * @throws StorageError in words when it is in use, newer than this code, or cannot be read and written
 */
export async function openDatabase(
  url: string | Buffer,
  onNewStatement: (sql: string) => void = () => {},
): Promise<Database> {
  if (typeof url !== 'string') return upToDate(open(url), onNewStatement);
  const named = fileOf(url);
  try {
    const file = named === MEMORY ? named : makeRoom(named);
    const unlock = lockFile(file);
    try {
      const db = await upToDate(open(file), onNewStatement);
      const destroy = db.destroy.bind(db);
      return Object.assign(db, { destroy: () => destroy().finally(unlock) });
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    throw inWords(named, error);
  }
}

async function upToDate(sqlite: Sqlite.Database, onNewStatement: (sql: string) => void): Promise<Database> {
  const group = new CommitGroup(sqlite);
  const dialect = new GroupingSqliteDialect(prepareOnce(sqlite, group, onNewStatement), group);
  const db = new Kysely<Schema>({ dialect });
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** The file that `sqlite:<path>` names. */
export function fileOf(url: string): string {
  return url.replace(/^sqlite:/, '');
}

/**
 * Makes the file and its folder where they are not there, and sees to it that both can be written: SQLite would open
 * a file only to read it. Gives the file itself, by whatever link it was named.
 */
function makeRoom(file: string): string {
  const folder = dirname(file);
  let nearest = folder;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  accessSync(nearest, constants.W_OK);
  mkdirSync(folder, { recursive: true, mode: ONLY_OURS.folder });
  closeSync(openSync(file, 'a+', ONLY_OURS.file));
  const itself = realpathSync(file);
  closeSync(openSync(`${itself}${LOCK}`, 'a+', ONLY_OURS.file));
  // SQLite gives what it makes beside the database the rights of the database; an earlier version gave more.
  for (const each of ['', '-wal', '-shm', LOCK].map((ending) => `${itself}${ending}`)) {
    if (!existsSync(each)) continue;
    closeSync(openSync(each, 'r+'));
    keepToOurselves(each);
  }
  return itself;
}

/** Where the file belongs to somebody else, that is for them to do. */
export function keepToOurselves(file: string): void {
  try {
    chmodSync(file, ONLY_OURS.file);
  } catch (error) {
    if (Reflect.get(Object(error), 'code') !== 'EPERM') throw error;
  }
}

/**
 * One process at a time works on a database. The lock is SQLite's own on a file beside it: the system lets go
 * of it when the process ends, however it ends.
 */
function lockFile(file: string): () => void {
  if (file === MEMORY) return () => {};
  const lock = new Sqlite(`${file}${LOCK}`, { timeout: 0 });
  try {
    lock.pragma('locking_mode = exclusive');
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!(error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error;
    throw new StorageError(
      `${file} is in use by another running bot. Stop that one first, or set another DATABASE_URL.`,
    );
  }
  return () => lock.close();
}

function open(file: string | Buffer): Sqlite.Database {
  const sqlite = new Sqlite(file);
  try {
    sqlite.pragma('journal_mode = wal');
    // In WAL mode the default may lose the last commits in a power cut: a receipt promises that it cannot.
    sqlite.pragma('synchronous = full');
    sqlite.pragma('foreign_keys = on');
    // What is taken out is not to be read in the file.
    sqlite.pragma('secure_delete = fast');
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return sqlite;
}

/** Brings the tables up to what this code knows. */
async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const known = new Set(Object.keys(migrations));
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (tables.some((table) => table.name === 'kysely_migration')) {
    const newer = await appliedMigrations(db);
    const unknown = newer.filter((name) => !known.has(name));
    if (unknown.length > 0)
      throw new StorageError(
        `The database was made by a newer version of the bot (${unknown.join(', ')}). Start that version, or restore an older copy of the database.`,
      );
  }
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error(String(error));
}

async function appliedMigrations(db: Database): Promise<string[]> {
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return rows.map((row) => row.name);
}

/** Why a file cannot be used, for whoever runs the bot; as it is where there are no words for it. */
export function inWords(file: string, error: unknown): Error {
  if (error instanceof StorageError) return error;
  const code =
    error instanceof Sqlite.SqliteError ? error.code : String(Reflect.get(Object(error), 'code') ?? '');
  const reasons: [RegExp, string][] = [
    [
      /READONLY|EACCES|EROFS|EPERM/,
      'cannot be written: give this user the right to write to it and to its folder',
    ],
    [/CANTOPEN|ENOENT|EEXIST|ENOTDIR|EISDIR/, 'cannot be opened: check the path in DATABASE_URL'],
    [/FULL|ENOSPC/, 'cannot grow: the disk is full'],
    [/NOTADB/, 'is not a database of this bot: restore a copy, or set another DATABASE_URL'],
    [/CORRUPT/, 'is damaged: restore a copy, or set another DATABASE_URL'],
  ];
  const reason = reasons.find(([pattern]) => pattern.test(code));
  return reason
    ? new StorageError(`${file} ${reason[1]}.`)
    : error instanceof Error
      ? error
      : new Error(String(error));
}
