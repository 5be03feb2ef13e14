import { expect, test } from 'vitest';
import { enqueue } from '../../src/delivery/outbox.ts';
import { LANES } from '../../src/delivery/pace.ts';
import { markup, toPlain } from '../../src/texts/markup.ts';
import { newFolder } from '../support/program.ts';
import { startTestChat, type TestChat } from '../support/start-test-chat.ts';

const DAMAGED = '{"damaged":';

test('a damaged row of the outbox holds up no neighbour, its administrators are told of it by its reference', async () => {
  const chat = await start();
  for (const text of ['một', 'hai', 'ba']) await putDue(chat, text);
  await putDue(chat, 'bốn', 'another');
  const { id } = await chat.app.db
    .updateTable('outbox')
    .set({ content: DAMAGED })
    .where('key', '=', 'hai')
    .returning('id')
    .executeTakeFirstOrThrow();
  await chat.bot.ticker.tick();
  await chat.settle();
  expect(dueIn(chat, 'nhom')).toEqual(['một', 'ba']);
  expect(dueIn(chat, 'another')).toEqual(['bốn']);
  expect(chat.posts('quantri').at(-1)).toContain(id.slice(-6));
  await goesOn(chat, 'outbox');
});

test('a damaged row of the inbox holds up no neighbour, its administrators are told of it by its reference', async () => {
  const chat = await start();
  await chat.bot.receiver.stop();
  for (const name of ['Lan', 'Hoa', 'Minh']) await chat.says(name, `/viectot ${name} giúp bà Sáu dọn nhà`);
  await chat.app.db
    .updateTable('inbox')
    .set({ incoming: DAMAGED })
    .where('incoming', 'like', '%/viectot Hoa%')
    .execute();
  const next = await restarted(chat);
  const texts = await next.app.db.selectFrom('reports').select('text').orderBy('number').execute();
  expect(texts.map(({ text }) => text)).toEqual(['Lan giúp bà Sáu dọn nhà', 'Minh giúp bà Sáu dọn nhà']);
  const { ref } = await next.app.db
    .selectFrom('inbox')
    .select('ref')
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow();
  expect(next.posts('quantri').at(-1)).toContain(ref);
  await goesOn(next, 'inbox');
});

const urls = new WeakMap<TestChat, string>();

/** A unit whose administrator can be written to, on a database that outlives the bot. */
async function start(): Promise<TestChat> {
  const databaseUrl = `sqlite:${newFolder()}/bot.db`;
  const chat = await startTestChat({ databaseUrl });
  urls.set(chat, databaseUrl);
  await chat.says('Quantri', '/lienket Chi bộ ấp 2');
  await chat.says('Quantri', '/trogiup', { privately: true });
  return chat;
}

/** The bot after a restart; what was said before is not repeated. */
async function restarted(chat: TestChat): Promise<TestChat> {
  const databaseUrl = urls.get(chat) ?? '';
  await chat.stop();
  const next = await startTestChat({ databaseUrl });
  urls.set(next, databaseUrl);
  await next.settle();
  return next;
}

async function goesOn(chat: TestChat, where: string): Promise<void> {
  const next = await restarted(chat);
  expect(next.posts()).toEqual([]);
  const answer = await next.says('Quantri', '/trogiup', { updateId: 'after' });
  expect(answer).not.toBe('');
  await putDue(next, 'năm');
  await next.bot.ticker.tick();
  await next.settle();
  expect(dueIn(next, 'nhom')).toEqual(['năm']);
  process.stdout.write(
    `a damaged row of the ${where}: neighbours went on, administrators told, answers after a restart\n`,
  );
  await next.stop();
}

async function putDue({ app }: TestChat, key: string, channel = 'nhom'): Promise<void> {
  const message = { text: markup(key) };
  const entry = {
    key,
    platform: 'memory',
    target: { channel },
    message,
    lane: LANES.due,
    dueAt: app.clock.now(),
  };
  await enqueue(app.db, entry, app.newId);
}

function dueIn(chat: TestChat, channel: string): string[] {
  const due = /^(một|hai|ba|bốn|năm)$/;
  return chat.platform.posted
    .filter((posted) => posted.channel === channel)
    .map(({ message }) => toPlain(message.text))
    .filter((text) => due.test(text));
}
