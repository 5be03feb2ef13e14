import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
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
