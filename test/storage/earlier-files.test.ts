import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { httpRoutes } from '../../src/bot.ts';
import { lastJoin, partPeople } from '../../src/features/units/join-store.ts';
import { atomically } from '../../src/storage/atomically.ts';
import { openBefore } from '../support/open-before.ts';
import { startTestChat } from '../support/start-test-chat.ts';

it('an answer that was on its way with a file inside goes out as words when the bot is brought up to date', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'neu-guong-')), 'bot.db');
  const calendar = { name: 'lich.ics', mimeType: 'text/calendar', content: 'QkVHSU4=' };
  const incoming = {
    platform: 'memory',
    updateId: 'u1',
    channel: { id: 'nhom', kind: 'group', title: 'nhom' },
    sender: { id: 'an', name: 'An' },
    kind: 'message',
    messageId: 'm1',
    text: '/lich tep',
    edited: false,
  };
  const reply = { text: { markup: 'Lịch của đơn vị' }, files: [calendar] };
  const before = await openBefore(file, '006-blobs');
  await sql`insert into inbox (platform, update_id, channel, incoming, reply, state, attempts, received_at)
    values ('memory', 'u1', 'nhom', ${JSON.stringify(incoming)}, ${JSON.stringify(reply)}, 'answering', 0,
      '2026-01-14T01:00:00.000Z')`.execute(before);
  await before.destroy();
  const chat = await startTestChat({ databaseUrl: `sqlite:${file}` });
  await chat.settle();
  expect(chat.posts()).toEqual(['Lịch của đơn vị']);
  await chat.stop();
});

it('an address that was kept as it is goes on by its hash alone, and is its maker’s also when accounts are parted', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'neu-guong-')), 'bot.db');
  const secret = 'AbCdEfGhIjKlMnOpQrStUvWxYz012345';
  const at = '2026-01-01T00:00:00.000Z';
  const former = { id: 'hoa', display_name: 'Hoa', current_unit_id: null, created_at: at };
  const moved = [{ table: 'calendar_addresses', column: 'made_by', keys: [{ secret }], dropped: [] }];
  const before = await openBefore(file, '018-secrets-and-what-is-idle');
  for (const row of [
    sql`into people values ('lan', 'Lan', null, ${at})`,
    sql`into units values ('u1', 'Đoàn xã', 'doan xa', 'Asia/Ho_Chi_Minh', 'lan', ${at}, 0)`,
    sql`into channels (id, platform, external_id, kind, title, unit_id, language, state, created_at)
      values ('c1', 'memory', 'nhom', 'group', 'nhom', 'u1', 'vi', 'open', ${at})`,
    sql`into calendar_addresses values (${secret}, 'u1', 'lan', ${at})`,
    sql`into joins values ('j1', 'lan', ${at}, ${JSON.stringify(former)}, ${JSON.stringify(moved)})`,
    sql`into outbox (id, key, platform, channel, content, lane, due_at, not_before, state, failures, uncertain, was_late)
      values ('o1', 'calendar-address:u7', 'memory', 'lan', ${`/calendar/${secret}.ics`}, 1, ${at}, ${at}, 'sent', 0, 0, 0)`,
  ])
    await sql`insert ${row}`.execute(before);
  await before.destroy();
  const chat = await startTestChat({ databaseUrl: `sqlite:${file}`, env: { HTTP_PORT: '8080' } });
  const statusOf = async (secret: string) => {
    const route = httpRoutes(chat.app).find(({ name }) => name === 'calendar');
    return (await route?.handle({ params: { secret }, headers: {}, body: new Uint8Array() }))?.status;
  };
  expect(await statusOf(secret)).toBe(200);
  const together = await lastJoin(chat.app.db, 'lan');
  if (together) await atomically(chat.app.db, (db) => partPeople(db, together));
  const address = await chat.app.db.selectFrom('calendar_addresses').select('made_by').execute();
  expect(address).toEqual([{ made_by: 'hoa' }]);
  expect(await chat.says('Quantri', '/lich diachi')).toContain('không xem lại được');
  expect(await statusOf(secret)).toBe(200);
  expect(await chat.says('Quantri', '/lich diachi moi')).toContain('/calendar/');
  expect(await statusOf(secret)).toBeUndefined();
  await chat.stop();
  expect(readFileSync(file).includes(secret)).toBe(false);
});
