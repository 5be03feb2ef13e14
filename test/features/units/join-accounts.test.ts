import { sql } from 'kysely';
import { describe, expect, it, test } from 'vitest';
import { COLUMNS_OF_PEOPLE, joinPeople } from '../../../src/features/units/join-store.ts';
import { newDatabase } from '../../support/new-database.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

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

test('what names the rows that were moved is their primary key', async () => {
  const db = await newDatabase();
  for (const { table, key = ['id'] } of COLUMNS_OF_PEOPLE) {
    const { rows } = await sql<{
      name: string;
    }>`select name from pragma_table_info(${table}) where pk > 0`.execute(db);
    expect(rows.map(({ name }) => name)).toEqual(key);
  }
  await db.destroy();
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

describe('ketnoi', () => {
  it('joins nobody by a line that is typed, whatever it says', async () => {
    const { chat, code } = await startWithCode();
    for (const word of ['', ' xacnhan', ' dongy', ' xác nhận'])
      expect(await chat.says('Quantri', `/ketnoi ${code}${word}`, PRIVATELY)).toMatch(
        /Đó có phải là mình không|🔔/,
      );
    await chat.says('Ke', `/ketnoi ${code} dongy`, PRIVATELY);
    expect(await people(chat)).toBe(2);
    expect(await chat.says('Ke', '/dslich', PRIVATELY)).toBe('Lệnh này dành cho quản trị viên.');
  });

  it('joins nobody by a press of one side alone', async () => {
    const { chat, code } = await startWithCode();
    await chat.says('Quantri', `/ketnoi ${code}`, PRIVATELY);
    await chat.presses('Quantri', 'Đúng, kết nối', 'quantri');
    expect(await people(chat)).toBe(2);
    await chat.presses('Ke', 'Không phải tôi', 'ke');
    expect(chat.posts('quantri').at(-1)).toContain('Không kết nối');
    expect(await people(chat)).toBe(2);
    expect(await chat.says('Quantri', `/ketnoi ${code}`, PRIVATELY)).toContain('đã quá hạn');
  });

  it('tells the account that showed a code that somebody has typed it', async () => {
    const { chat, code } = await startWithCode();
    await chat.says('Quantri', `/ketnoi ${code}`, PRIVATELY);
    expect(chat.posts('ke').at(-1)).toContain('Tài khoản Memory “Quantri” (@\u2060quantri) vừa gõ mã');
  });

  it('lets nobody else answer for one of the two', async () => {
    const { chat, code } = await startWithCode();
    await chat.says('Quantri', `/ketnoi ${code}`, PRIVATELY);
    await chat.presses('Quantri', 'Đúng, kết nối', 'quantri');
    await press(chat, 'La', `/ketnoi ${code} dongy`);
    await press(chat, 'Quantri', `/ketnoi ${code} dongy`);
    await press(chat, 'La', `/ketnoi ${code} xacnhan`);
    const agree = lineOf(chat, 'dongy');
    await chat.says('Ke', agree, PRIVATELY);
    for (const name of ['La', 'Quantri']) await press(chat, name, agree);
    await press(chat, 'La', lineOf(chat, 'xacnhan'));
    expect(await people(chat)).toBe(3);
    await chat.presses('Ke', 'Đúng, kết nối', 'ke');
    expect(await people(chat)).toBe(2);
  });

  it('is undone by either side, and each has again what was theirs', async () => {
    const chat = await startLinkedChat();
    await chat.says('Hoa', `/viectot ${DEED}`);
    await chat.says('Lan', `/viectot ${DEED} lần nữa`);
    await chat.says('Quantri', '/capquyen Hoa tổng hợp');
    await chat.says('Quantri', '/capquyen Lan tổng hợp');
    for (const name of ['Lan', 'Hoa']) await chat.says(name, '/start', PRIVATELY);
    const before = await everything(chat);
    await joinThem(chat, 'Lan', 'Hoa');
    expect(await chat.says('Lan', '/cuatoi', PRIVATELY)).toMatch(/VT2[\s\S]*VT1/);
    await chat.says('Hoa', '/ketnoi huy xacnhan', PRIVATELY);
    await chat.presses('Hoa', 'Đúng, tách ra', 'hoa');
    expect(chat.posts('lan').at(-1)).toContain('Đã tách các tài khoản');
    expect(await everything(chat)).toEqual(before);
    expect(await chat.says('Lan', '/cuatoi', PRIVATELY)).not.toContain('VT1');
    expect(await chat.says('Hoa', '/cuatoi', PRIVATELY)).toContain('VT1');
    expect(await chat.says('Hoa', '/ketnoi huy', PRIVATELY)).toContain('chưa kết nối');
  });
});

const PRIVATELY = { privately: true };
const DEED = 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu đã trả lại';

/** Ke, a stranger to the unit, shows a code to the administrator. */
async function startWithCode() {
  const chat = await startLinkedChat();
  chat.platform.standings.set('nhom:ke', 'stranger');
  return { chat, code: await codeOf(chat, 'Ke') };
}

async function codeOf(chat: TestChat, name: string): Promise<string> {
  const [, code = ''] = /(\d{4} \d{4})/.exec(await chat.says(name, '/ketnoi', PRIVATELY)) ?? [];
  return code;
}

async function joinThem(chat: TestChat, shown: string, typed: string): Promise<void> {
  await chat.says(typed, `/ketnoi ${await codeOf(chat, shown)}`, PRIVATELY);
  await chat.presses(typed, 'Đúng, kết nối', typed.toLowerCase());
  await chat.presses(shown, 'Đúng, kết nối', shown.toLowerCase());
  expect(chat.posts(typed.toLowerCase()).at(-1)).toContain('Đã kết nối');
}

/** What the button stands for by which somebody answers so. */
function lineOf({ platform }: TestChat, word: string): string {
  const lines = platform.posted
    .flatMap(({ message }) => message.buttons?.flat() ?? [])
    .map(({ line }) => line);
  return lines.findLast((line) => line.endsWith(` ${word}`)) ?? '';
}

function press(chat: TestChat, name: string, line: string): Promise<string> {
  const id = name.toLowerCase();
  return chat.deliver({
    platform: 'memory',
    updateId: `${id}${line}`,
    channel: { id, kind: 'private', title: name },
    sender: { id, name, username: id },
    kind: 'press',
    messageId: 'm',
    pressId: 'p',
    line,
  });
}

async function people({ app }: TestChat): Promise<number> {
  return (await app.db.selectFrom('people').select('id').execute()).length;
}

/** All rows that name a person, but for the record of acts, which grows. */
async function everything({ app }: TestChat) {
  const tables = new Set(
    COLUMNS_OF_PEOPLE.map(({ table }) => table).filter((table) => !/acts|join/.test(table)),
  );
  const rows = [];
  for (const table of [...tables, 'people'])
    rows.push((await sql`select * from ${sql.table(table)} order by 1, 2`.execute(app.db)).rows);
  return rows;
}
