import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Database, openDatabase } from '../../src/storage/database.ts';

let empty: Promise<Buffer> | undefined;

/** A database of one test, in memory, empty. Its tables are made once and copied. */
export async function newDatabase(onNewStatement?: (sql: string) => void): Promise<Database> {
  empty ??= makeEmpty();
  return openDatabase(await empty, onNewStatement);
}

async function makeEmpty(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'neu-guong-'));
  const file = join(folder, 'empty.db');
  try {
    await (await openDatabase(`sqlite:${file}`)).destroy();
    return bytesOf(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A database that nobody has open, as it is copied into memory. */
export function bytesOf(file: string): Buffer {
  const sqlite = new Sqlite(file);
  // In memory there is no log of writes beside the file.
  sqlite.pragma('journal_mode = delete');
  const bytes = sqlite.serialize();
  sqlite.close();
  return bytes;
}
