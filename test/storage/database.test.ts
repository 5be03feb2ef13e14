import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { atomically } from '../../src/storage/atomically.ts';
import { fileOf, openDatabase } from '../../src/storage/database.ts';
import { openKey } from '../../src/storage/open-key.ts';

const PERSON = {
  id: 'p1',
  display_name: 'An',
  current_unit_id: null,
  created_at: '2026-01-01T00:00:00.000Z',
  look_at: null,
};

describe('the database', () => {
  it('is made with its folder, in WAL mode, and every commit reaches the disk', async () => {
    const url = `sqlite:${join(folder(), 'data', 'bot.db')}`;
    expect(await pragma(url, 'journal_mode')).toBe('wal');
    expect(await pragma(url, 'synchronous')).toBe(2);
    expect(await pragma(url, 'foreign_keys')).toBe(1);
  });

  it('can be read by nobody else, nor can what stands beside it, whatever rights an earlier version gave', async () => {
    const place = join(folder(), 'data');
    const url = `sqlite:${join(place, 'bot.db')}`;
    const rightsInUse = async (): Promise<Set<number>> => {
      const db = await openDatabase(url);
      openKey(url);
      await db
        .insertInto('people')
        .values(PERSON)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const names = readdirSync(place);
      expect(names).toEqual(
        expect.arrayContaining(['bot.db', 'bot.db-shm', 'bot.db-wal', 'bot.db.lock', 'bot.db.key']),
      );
      const rights = names.map((name) => statSync(join(place, name)).mode & 0o777);
      await db.destroy();
      return new Set(rights);
    };
    expect(await rightsInUse()).toEqual(new Set([0o600]));
    expect(statSync(place).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(place)) chmodSync(join(place, name), 0o644);
    expect(await rightsInUse()).toEqual(new Set([0o600]));
  });

  it('has a key beside it, the same at every start, and another where that is gone or cut off', async () => {
    const url = `sqlite:${join(folder(), 'bot.db')}`;
    const first = openKey(url);
    expect(openKey(url)).toEqual(first);
    writeFileSync(`${fileOf(url)}.key`, '');
    const second = openKey(url);
    expect([first, second].map(({ length }) => length)).toEqual([32, 32]);
    expect(second).not.toEqual(first);
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
    await first.insertInto('people').values(PERSON).execute();
    await first.destroy();
    const second = await openDatabase(url);
    expect(await second.selectFrom('people').selectAll().execute()).toEqual([PERSON]);
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

const NOBODY = 65_534;

describe('a database that cannot be used', () => {
  it.each([
    ['a folder that may not be written', (file: string) => chmodSync(dirname(file), 0o555)],
    ['a file that may only be read', (file: string) => chmodSync(file, 0o444)],
    ['a file that may not even be read', (file: string) => chmodSync(file, 0)],
    ['a lock of another user', (file: string) => chmodSync(`${file}.lock`, 0o444)],
  ])('is named for its rights: %s', async (_, take) => {
    const file = join(folder(), 'bot.db');
    await (await openDatabase(`sqlite:${file}`)).destroy();
    take(file);
    await asOwner(dirname(file), () =>
      expect(openDatabase(`sqlite:${file}`)).rejects.toThrow(/cannot be written: give this user/),
    );
  });

  it('is named for its rights where it is not there yet', async () => {
    const place = folder();
    chmodSync(place, 0o555);
    for (const name of ['bot.db', 'data/bot.db'])
      await asOwner(place, () =>
        expect(openDatabase(`sqlite:${join(place, name)}`)).rejects.toThrow(
          /cannot be written: give this user/,
        ),
      );
  });

  it('is named damaged when its pages are', async () => {
    const file = join(folder(), 'bot.db');
    await (await openDatabase(`sqlite:${file}`)).destroy();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill('x', 4096, 3 * 4096));
    for (let i = 0; i < 2; i += 1)
      await expect(openDatabase(`sqlite:${file}`)).rejects.toThrow(/bot.db is damaged: restore a copy/);
  });

  it('says that the disk is full, also in the midst of a transaction, and is whole afterwards', async () => {
    const db = await openDatabase('sqlite::memory:');
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 0)}`.execute(db);
    const person = (n: number) => ({
      id: `p${n}`,
      display_name: 'An'.repeat(1000),
      current_unit_id: null,
      created_at: '2026-01-01T00:00:00.000Z',
    });
    const filled = atomically(db, async (db) => {
      for (let n = 0; n < 100; n += 1) await db.insertInto('people').values(person(n)).execute();
    });
    await expect(filled).rejects.toThrow('database or disk is full');
    expect(await db.selectFrom('people').selectAll().execute()).toEqual([]);
    await sql`pragma max_page_count = 100000`.execute(db);
    await atomically(db, (db) => db.insertInto('people').values(person(0)).execute());
    await db.destroy();
  });
});

/** Does something as a user who owns the folder and what is in it, and has no rights over the files of others. */
async function asOwner(place: string, work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (!isRoot) return work();
  for (const each of [place, ...readdirSync(place).map((name) => join(place, name))])
    chownSync(each, NOBODY, NOBODY);
  process.seteuid?.(NOBODY);
  await work().finally(() => process.seteuid?.(0));
}

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'neu-guong-'));
}

async function pragma(url: string, name: string): Promise<unknown> {
  const db = await openDatabase(url);
  const { rows } = await sql.raw(`pragma ${name}`).execute(db);
  await db.destroy();
  return Object.values(Object(rows[0]))[0];
}
