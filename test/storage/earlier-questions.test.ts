import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openBefore } from '../support/open-before.ts';
import { startLinkedChat } from '../support/start-test-chat.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất';

it('a question that was asked before its message was kept takes any answer to the bot, as it did', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'neu-guong-')), 'bot.db');
  const before = await openBefore(file, '010-questions');
  await sql`insert into dialogs (platform, channel, account, command, asking, answers, guided, expires_at)
    values ('memory', 'nhom', 'an', 'viectot', 'text', '{}', 1, '2026-01-14T01:14:00.000Z')`.execute(before);
  await before.destroy();
  const chat = await startLinkedChat({ databaseUrl: `sqlite:${file}` });
  expect(await chat.says('An', DEED, { toPost: 'whichever' })).toContain('VT1');
  await chat.stop();
});

it('a question goes on in the group that its own has become', async () => {
  const chat = await startLinkedChat();
  await chat.says('An', '/viectot');
  const common = { platform: 'memory', updateId: 'moved', sender: { id: 'nhom', name: 'nhom' } };
  const channel = { id: 'nhom', kind: 'group', title: 'nhom' } as const;
  await chat.deliver({ ...common, kind: 'moved', channel, newChannelId: 'sieu' });
  expect(await chat.saysIn('sieu', 'An', DEED, { toPost: 'whichever' })).toContain('VT1');
});
