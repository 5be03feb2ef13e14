import { expect, it } from 'vitest';
import { enqueue, withdraw } from '../../src/delivery/outbox.ts';
import { LANES } from '../../src/delivery/pace.ts';
import { markup } from '../../src/texts/markup.ts';
import { startTestChat } from '../support/start-test-chat.ts';

it('a message in place takes the place of the one about its subject, and is posted where there is none', async () => {
  const { chat, say } = await start();
  expect(await say('first')).toEqual(['first']);
  expect(await say('second')).toEqual(['second']);
  Object.assign(chat.platform.posted[0] ?? {}, { id: 'gone' });
  expect(await say('third')).toEqual(['second', 'third']);
  expect(await say('fourth')).toEqual(['second', 'fourth']);
});

it('a correction says nothing where nothing was posted, and its line if aloud or where the post cannot be changed', async () => {
  const { chat, say } = await start();
  const line = { text: markup('what changed') };
  expect(await say('corrected', { line, aloud: true })).toEqual([]);
  expect(await say('posted')).toEqual(['posted']);
  expect(await say('quietly', { line, aloud: false })).toEqual(['quietly']);
  expect(await say('aloud', { line, aloud: true })).toEqual(['aloud', 'what changed']);
  Object.assign(chat.platform.posted[0] ?? {}, { id: 'gone' });
  expect(await say('too late', { line, aloud: false })).toEqual(['aloud', 'what changed', 'what changed']);
});

it('what has not gone out is taken back by the beginning of its key', async () => {
  const { chat, say } = await start();
  chat.platform.failures.push('unavailable');
  expect(await say('waits')).toEqual([]);
  expect(await withdraw(chat.app.db, 'tes:')).toBe(0);
  expect(await withdraw(chat.app.db, 'test:')).toBe(1);
  await chat.clock.advance(600_000);
  await chat.bot.sender.drain();
  expect(chat.posts()).toEqual([]);
});

async function start() {
  const chat = await startTestChat();
  const say = async (words: string, corrects?: { line: { text: { markup: string } }; aloud: boolean }) => {
    await enqueue(
      chat.app.db,
      {
        key: `test:${words}`,
        platform: 'memory',
        target: { channel: 'nhom' },
        message: { text: markup(words), subject: 'session:1', inPlace: true },
        ...(corrects ? { corrects } : {}),
        lane: LANES.due,
        dueAt: chat.app.clock.now(),
      },
      chat.app.newId,
    );
    await chat.bot.sender.drain();
    await chat.clock.advance(1000);
    return chat.posts();
  };
  return { chat, say };
}
