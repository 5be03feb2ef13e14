import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { startLinkedChat, startTestChat, type TestChat } from '../../support/start-test-chat.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất';
const NUMBERS_LOCKED =
  "create trigger locked before insert on unit_numbers begin select raise(abort, 'as told'); end";
const RECORD_LOCKED =
  "create trigger locked before insert on acts when new.outcome = 'done' begin select raise(abort, 'as told'); end";

describe('the record of acts', () => {
  it('names who did what, in which unit and channel, and the code of what was made', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/vt ${DEED}`);
    expect(await recorded(chat)).toEqual([
      ['Quantri', 'lienket', 'done', null, 'Chi bộ ấp 2', 'nhom'],
      ['An', 'viectot', 'done', 'VT1', 'Chi bộ ấp 2', 'nhom'],
    ]);
  });

  it('tells what was asked first from what was done', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot');
    await chat.says('An', DEED);
    expect(await lastOf(chat, 2)).toEqual(['An viectot asked', 'An viectot done VT1']);
  });

  it('tells what was refused: by the role, by the words, by what is not there', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/tuan');
    await chat.says('An', '/viectot ngắn');
    await chat.says('An', '/xem VT7');
    await chat.says('An', '/xemm', { privately: true });
    expect(await lastOf(chat, 4)).toEqual([
      'An tuan refused',
      'An viectot refused',
      'An xem refused',
      'An – refused',
    ]);
  });

  it('tells what failed, with the reference that the person was given', async () => {
    const chat = await startLinkedChat();
    await sql.raw(NUMBERS_LOCKED).execute(chat.app.db);
    const said = await chat.says('An', `/viectot ${DEED}`);
    const [ref] = /[0-9a-f]{6}/.exec(said) ?? [];
    expect(await lastOf(chat, 1)).toEqual([`An viectot failed ${ref}`]);
  });

  it('knows presses and answers by their command, and what was stopped', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    await chat.presses('An', 'Đổi lĩnh vực');
    await chat.presses('An', 'Quốc phòng, an ninh');
    await chat.says('An', '/viectot');
    await chat.says('An', 'thôi');
    expect(await lastOf(chat, 4)).toEqual([
      'An linhvuc asked',
      'An linhvuc done VT1',
      'An viectot asked',
      'An huy done',
    ]);
  });

  it('names every code that one act was about', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    await chat.says('Binh', `/viectot ${DEED}`);
    await chat.says('Quantri', '/duyet VT1 VT2 VT9');
    expect(await lastOf(chat, 1)).toEqual(['Quantri duyet done VT1 VT2']);
  });

  it.each([
    ['/nhaclich 19h30 ngày 5 hằng tháng Họp', 'nhaclich done NL1'],
    ['/chuyende tháng 2: Học tập và làm theo', 'chuyende done CD1'],
    ['/ngonngu English', 'ngonngu done'],
    ['/lich', 'lich done'],
  ])('of “%s” is “%s”', async (line, act) => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', line);
    expect(await lastOf(chat, 1)).toEqual([`Quantri ${act}`]);
  });

  it('has a line for who was told to slow down, and none for what was dropped in silence', async () => {
    const chat = await startTestChat({ limited: true });
    for (let i = 0; i < 30; i += 1) await chat.says('An', '/start');
    const acts = await lastOf(chat, 100);
    expect(acts.slice(0, 20)).toEqual(Array(20).fill('An start done'));
    expect(acts.slice(20)).toEqual(['An – refused']);
  });

  it('has no line for talk that was not for the bot', async () => {
    const chat = await startLinkedChat();
    const before = (await recorded(chat)).length;
    await chat.says('An', 'chiều nay họp nhé');
    await chat.says('An', '/lenhcuabotkhac');
    expect(await recorded(chat)).toHaveLength(before);
  });

  it('holds nothing of what was typed', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    await chat.says('An', '/xemm VT1 mật khẩu 12345', { privately: true });
    const rows = await chat.app.db.selectFrom('acts').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/Hiền|ví|mật khẩu|xemm|12345/u);
  });

  it('goes with the act: what cannot be recorded is not done', async () => {
    const chat = await startLinkedChat();
    await sql.raw(RECORD_LOCKED).execute(chat.app.db);
    expect(await chat.says('An', `/viectot ${DEED}`)).not.toContain('VT1');
    expect(await chat.app.db.selectFrom('reports').selectAll().execute()).toEqual([]);
    expect(await lastOf(chat, 1)).toEqual([expect.stringMatching(/^An viectot failed [0-9a-f]{6}$/)]);
  });

  it('goes with the act: what was not done is not recorded as done', async () => {
    const chat = await startLinkedChat();
    await sql
      .raw(
        "create trigger locked before update on inbox when new.state = 'answering' and new.reply like '%VT1%' begin select raise(abort, 'as told'); end",
      )
      .execute(chat.app.db);
    await chat.says('An', `/viectot ${DEED}`);
    expect(await chat.app.db.selectFrom('reports').selectAll().execute()).toEqual([]);
    expect(await lastOf(chat, 1)).toEqual([expect.stringMatching(/^An viectot failed/)]);
  });

  it('has one line for an event that the platform delivers ten times', async () => {
    const chat = await startLinkedChat();
    const again = { updateId: 'same', messageId: 'same' };
    for (let i = 0; i < 10; i += 1) await chat.says('An', `/viectot ${DEED}`, again);
    expect(await recorded(chat)).toHaveLength(2);
  });

  it('follows two accounts that become those of one person', async () => {
    const chat = await startLinkedChat();
    await chat.says('Lan', `/viectot ${DEED}`);
    await chat.says('Hoa', `/viectot ${DEED}`);
    const [, code = ''] = /(\d{4} \d{4})/.exec(await chat.says('Lan', '/ketnoi', { privately: true })) ?? [];
    await chat.says('Hoa', `/ketnoi ${code}`, { privately: true });
    await chat.presses('Hoa', 'Đúng, kết nối', 'hoa');
    await chat.presses('Lan', 'Đúng, kết nối', 'lan');
    const acts = await chat.app.db.selectFrom('acts').select(['command', 'person_id']).execute();
    const people = new Set(acts.slice(1).map(({ person_id }) => person_id));
    const steps = ['ketnoi', 'ketnoi', 'ketnoi', 'ketnoi'];
    expect(acts.slice(1).map(({ command }) => command)).toEqual(['viectot', 'viectot', ...steps]);
    expect(people.size).toBe(1);
  });

  it('forgets what is older than 400 days', async () => {
    const chat = await startLinkedChat();
    await chat.clock.advance(300 * 24 * 3_600_000);
    await chat.says('An', `/viectot ${DEED}`);
    await chat.sleepThrough(99 * 24 * 60);
    expect(await recorded(chat)).toHaveLength(2);
    await chat.sleepThrough(2 * 24 * 60);
    expect(await lastOf(chat, 10)).toEqual(['An viectot done VT1']);
  });
});

it.each([
  ["select * from acts where unit_id = 'u' order by at", 'acts_of_unit'],
  ["delete from acts where at < '2026'", 'acts_by_time'],
  ['select at from acts order by at limit 1', 'acts_by_time'],
  ["update acts set person_id = 'p' where person_id = 'q'", 'acts_of_person'],
])('“%s” takes the index %s', async (query, index) => {
  const { app } = await startTestChat();
  const { rows } = await sql<{ detail: string }>`explain query plan ${sql.raw(query)}`.execute(app.db);
  expect(rows.map(({ detail }) => detail)).toEqual([expect.stringContaining(index)]);
});

/** Each act as who, which command, outcome, reference, unit and channel, oldest first. */
async function recorded({ app }: TestChat) {
  const rows = await app.db
    .selectFrom('acts')
    .innerJoin('people', 'people.id', 'acts.person_id')
    .innerJoin('channels', 'channels.id', 'acts.channel_id')
    .leftJoin('units', 'units.id', 'acts.unit_id')
    .select(['display_name', 'command', 'outcome', 'ref', 'units.name as unit', 'channels.title as channel'])
    .orderBy('acts.id')
    .execute();
  return rows.map((row) => [row.display_name, row.command, row.outcome, row.ref, row.unit, row.channel]);
}

async function lastOf(chat: TestChat, count: number): Promise<string[]> {
  const acts = (await recorded(chat)).slice(-count);
  return acts.map(([who, command, outcome, ref]) =>
    [who, command ?? '–', outcome, ref].filter(Boolean).join(' '),
  );
}
