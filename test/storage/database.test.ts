import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';

describe('the database', () => {
  it('is made with its folder, in WAL mode, and every commit reaches the disk', async () => {
    const url = `sqlite:${join(folder(), 'data', 'bot.db')}`;
    expect(await pragma(url, 'journal_mode')).toBe('wal');
    expect(await pragma(url, 'synchronous')).toBe(2);
    expect(await pragma(url, 'foreign_keys')).toBe(1);
  });

  it('has only strict tables', async () => {
    const db = await openDatabase('sqlite::memory:');
    const { rows } = await sql<{ name: string; strict: number }>`pragma table_list`.execute(db);
    const loose = rows.filter(({ name, strict }) => strict === 0 && !/^(sqlite_|kysely_)/.test(name));
    expect(loose).toEqual([]);
    await db.destroy();
  });

  it('keeps what was written when it is opened again', async () => {
    const url = `sqlite:${join(folder(), 'bot.db')}`;
    const first = await openDatabase(url);
    const person = {
      id: 'p1',
      display_name: 'An',
      current_unit_id: null,
      created_at: '2026-01-01T00:00:00.000Z',
    };
    await first.insertInto('people').values(person).execute();
    await first.destroy();
    const second = await openDatabase(url);
    expect(await second.selectFrom('people').selectAll().execute()).toEqual([person]);
    await second.destroy();
  });

  it('refuses a second process on the same file, in words, and lets it in when the first has ended', async () => {
    const url = `sqlite:${join(folder(), 'bot.db')}`;
    const first = await openDatabase(url);
    await expect(openDatabase(url)).rejects.toThrow(/in use by another running bot/);
    await first.destroy();
    await (await openDatabase(url)).destroy();
  });

  it('refuses a database of a newer version, in words', async () => {
    const url = `sqlite:${join(folder(), 'bot.db')}`;
    const db = await openDatabase(url);
    await sql`insert into kysely_migration (name, timestamp) values ('999-from-the-future', '2030')`.execute(
      db,
    );
    await db.destroy();
    await expect(openDatabase(url)).rejects.toThrow(/newer version of the bot \(999-from-the-future\)/);
  });

  it('says in words that a file is not a database', async () => {
    const file = join(folder(), 'bot.db');
    writeFileSync(file, 'this is a letter, not a database '.repeat(100));
    await expect(openDatabase(`sqlite:${file}`)).rejects.toThrow(/is not a database of this bot/);
  });

  it('says in words that the place cannot be written', async () => {
    const place = folder();
    writeFileSync(join(place, 'file'), '');
    chmodSync(place, 0o500);
    await expect(openDatabase(`sqlite:${join(place, 'file', 'bot.db')}`)).rejects.toThrow(
      /cannot be (opened|written)/,
    );
  });
});

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'neu-guong-'));
}

async function pragma(url: string, name: string): Promise<unknown> {
  const db = await openDatabase(url);
  const { rows } = await sql.raw(`pragma ${name}`).execute(db);
  await db.destroy();
  return Object.values(Object(rows[0]))[0];
}
