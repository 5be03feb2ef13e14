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
    const sqlite = new Sqlite(file);
    // In memory there is no log of writes beside the file.
    sqlite.pragma('journal_mode = delete');
    const bytes = sqlite.serialize();
    sqlite.close();
    return bytes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
