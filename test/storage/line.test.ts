import { expect, onTestFinished, test } from 'vitest';
import { takesTurns } from '../../src/core/takes-turns.ts';
import { atomically } from '../../src/storage/atomically.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { ahead } from '../../src/storage/line.ts';

const PIECES = 100;
const STATEMENTS = 10;

test('what waits at the database is done in the order in which it came, and everything else has turns meanwhile', async () => {
  const db = await open();
  const done: number[] = [];
  const all = Array.from({ length: PIECES }, (_, index) => work(db).then(() => done.push(index)));
  let before = 0;
  for (let turns = 0; done.length < PIECES; turns += 1) {
    await takesTurns();
    expect(done.length - before).toBeLessThan(PIECES / 4);
    before = done.length;
    expect(turns).toBeLessThan(PIECES);
  }
  await Promise.all(all);
  expect(done).toEqual(Array.from({ length: PIECES }, (_, index) => index));
});

test('what goes ahead of the others waits for the piece in hand; where such things keep coming, the others go on beside them', async () => {
  const db = await open();
  let done = 0;
  const all = Promise.all(Array.from({ length: PIECES }, () => work(db).then(() => (done += 1))));
  await ahead(() => work(db));
  const before = done;
  expect(before).toBeLessThan(PIECES / 4);
  for (let times = 1; done < PIECES; times += 1) {
    await ahead(() => work(db));
    expect(times).toBeLessThanOrEqual(PIECES);
  }
  await all;
});

test('a database that nobody asks anything takes no turns', async () => {
  const db = await open();
  await work(db);
  for (let turns = 0; turns < 3; turns += 1) await takesTurns();
  const immediates = process.getActiveResourcesInfo().filter((name) => name === 'Immediate');
  expect(immediates).toEqual([]);
});

/** A transaction of some statements. */
async function work(db: Database): Promise<void> {
  await atomically(db, async (db) => {
    for (let i = 0; i < STATEMENTS; i += 1) await db.selectFrom('people').selectAll().execute();
    await db.deleteFrom('people').execute();
  });
}

async function open(): Promise<Database> {
  const db = await openDatabase('sqlite::memory:');
  onTestFinished(() => db.destroy());
  return db;
}
