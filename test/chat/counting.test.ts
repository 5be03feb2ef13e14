import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { CounterName } from '../../src/core/counters.ts';
import { startLinkedChat, startTestChat, type TestChat } from '../support/start-test-chat.ts';

describe('events are counted by platform', () => {
  it('as answered, whether something was done or asked', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot');
    await chat.says('An', 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu');
    expect(counted(chat, 'events_answered')).toBe(3);
  });

  it('as refused, with a word or for being too many', async () => {
    const chat = await startTestChat({ limited: true });
    await chat.says('An', '/xem VT1');
    for (let i = 0; i < 25; i += 1) await chat.says('An', '/start');
    expect(counted(chat, 'events_refused')).toBe(2);
    expect(counted(chat, 'events_answered')).toBe(19);
  });

  it('as failed, once, and not as answered', async () => {
    const chat = await startLinkedChat();
    await sql`create trigger locked before insert on reports begin select raise(abort, 'as told'); end`.execute(
      chat.app.db,
    );
    await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví có 3,2 triệu');
    expect(counted(chat, 'events_failed')).toBe(1);
    expect(counted(chat, 'events_answered')).toBe(1);
  });

  it('as received, and as nothing more when they were not for the bot', async () => {
    const chat = await startTestChat();
    await chat.says('An', 'chiều nay họp nhé');
    expect(chat.counted()).toEqual([{ name: 'events_received', labels: { platform: 'memory' }, value: 1 }]);
  });
});

it('a job that fails is counted by its name, and holds up no other', async () => {
  const chat = await startLinkedChat();
  await chat.app.db.schema.dropTable('dialogs').execute();
  await chat.pass(2);
  expect(chat.counted()).toContainEqual({
    name: 'jobs_failed',
    labels: { job: 'forget-dialogs' },
    value: 2,
  });
});

function counted(chat: TestChat, name: CounterName): number | undefined {
  return chat
    .counted()
    .find(({ name: other, labels: { platform } }) => other === name && platform === 'memory')?.value;
}
