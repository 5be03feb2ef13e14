import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { COLUMNS_OF_PEOPLE, joinPeople } from '../../../src/features/units/join-store.ts';
import { newDatabase } from '../../support/new-database.ts';
import { startLinkedChat } from '../../support/start-test-chat.ts';

test('joining two people misses no column that names one', async () => {
  const db = await newDatabase();
  const found: string[] = [];
  for (const { name } of await db.introspection.getTables()) {
    const keys = await sql<{
      table: string;
      from: string;
    }>`select * from pragma_foreign_key_list(${name})`.execute(db);
    found.push(...keys.rows.filter(({ table }) => table === 'people').map(({ from }) => `${name}.${from}`));
  }
  await db.destroy();
  expect(COLUMNS_OF_PEOPLE.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(
    found.toSorted(),
  );
});

test('two people become one, with the roles and reports of both', async () => {
  const chat = await startLinkedChat();
  await chat.says('Hoa', '/viectot Chị Hiền tổ 7 nhặt được ví có 3,2 triệu đã trả lại');
  await chat.says('Lan', '/viectot Đoàn viên ấp 2 dọn vệ sinh đường liên ấp sáng nay');
  await chat.says('Quantri', '/capquyen Hoa tổng hợp');
  await chat.says('Quantri', '/capquyen Lan tổng hợp');
  const { db } = chat.app;
  const person = async (account: string) =>
    (
      await db
        .selectFrom('accounts')
        .select('person_id')
        .where('external_id', '=', account)
        .executeTakeFirstOrThrow()
    ).person_id;
  const both = { kept: await person('lan'), given: await person('hoa') };
  await db
    .transaction()
    .execute((db) => joinPeople(db, { ...both, id: 'j1', at: '2026-01-14T01:00:00.000Z' }));
  expect(await person('hoa')).toBe(await person('lan'));
  expect(await chat.says('Lan', '/cuatoi')).toMatch(/VT2[\s\S]*VT1/);
  expect(await chat.says('Hoa', '/duyet VT1')).toContain('Đã xác nhận VT1');
  const people = await db.selectFrom('people').select('id').execute();
  expect(people).toHaveLength(2);
  await chat.stop();
});
