import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { prepared } from '../../src/storage/prepared.ts';

const numbersOf = prepared<{ unit: string; above: number }>()((db, value) =>
  db
    .selectFrom('unit_numbers')
    .select(['prefix', 'last'])
    .where('unit_id', '=', value('unit'))
    .where('last', '>', value('above'))
    .orderBy('last'),
);

test('a query that is built once takes other values each time, in whatever database it runs', async () => {
  const first = await databaseWith(1);
  const second = await databaseWith(5);
  expect(await numbersOf(first, { unit: 'one', above: 0 })).toEqual([{ prefix: 'VT', last: 1 }]);
  expect(await numbersOf(first, { unit: 'other', above: 0 })).toEqual([{ prefix: 'VT', last: 11 }]);
  expect(await numbersOf(first, { unit: 'other', above: 11 })).toEqual([]);
  expect(await numbersOf(second, { unit: 'one', above: 0 })).toEqual([{ prefix: 'VT', last: 5 }]);
});

test('it belongs to the transaction that it runs in', async () => {
  const db = await databaseWith(1);
  const undone = db.transaction().execute(async (db) => {
    await db.updateTable('unit_numbers').set({ last: 7 }).where('unit_id', '=', 'one').execute();
    expect(await numbersOf(db, { unit: 'one', above: 0 })).toEqual([{ prefix: 'VT', last: 7 }]);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await numbersOf(db, { unit: 'one', above: 0 })).toEqual([{ prefix: 'VT', last: 1 }]);
});

async function databaseWith(last: number) {
  const db = await openDatabase('sqlite::memory:');
  onTestFinished(() => db.destroy());
  const rest = { folded_name: '', time_zone: 'UTC', created_by: 'p', created_at: '' };
  await db
    .insertInto('people')
    .values({ id: 'p', display_name: 'Hoa', current_unit_id: null, created_at: '' })
    .execute();
  for (const id of ['one', 'other'])
    await db
      .insertInto('units')
      .values({ ...rest, id, name: id })
      .execute();
  for (const [unit_id, more] of [['one', 0] as const, ['other', 10] as const])
    await db
      .insertInto('unit_numbers')
      .values({ unit_id, prefix: 'VT', last: last + more })
      .execute();
  return db;
}
