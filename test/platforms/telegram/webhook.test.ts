import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { Receive } from '../../../src/chat/platform.ts';
import { type HttpServer, startHttp } from '../../../src/http/server.ts';
import { startTelegramBot } from '../../support/start-telegram-bot.ts';
import { startTelegram } from './start-telegram.ts';

const HOOK = 'https://bot.example.vn/telegram/neu-guong';
const LOOK_EVERY = 60_000;
const SECRET = 'x-telegram-bot-api-secret-token';

test('updates are brought to the bot in the order in which people of a group said them, and none is fetched', async () => {
  const { fake, start, texts, an, lan, group } = await startServed();
  await start();
  for (let i = 1; i <= 50; i += 1) (i % 2 ? an : lan).says(group, `/vt việc ${i}`);
  await fake.until(() => texts().length === 50);
  expect(texts()).toEqual(Array.from({ length: 50 }, (_, i) => `/vt việc ${i + 1}`));
  await fake.until(() => fake.pending().length === 0);
  expect(fake.calls('getUpdates')).toEqual([]);
  expect(fake.calls('setWebhook').map(({ params }) => params)).toEqual([
    {
      url: HOOK,
      secret_token: expect.stringMatching(/^[\w-]{40,}$/),
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
      drop_pending_updates: false,
    },
  ]);
});

test('an update that is brought again has one effect', async () => {
  const { fake, clock } = await startTelegramBot('2026-01-14T08:00:00+07:00', { webhookUrl: HOOK });
  const an = fake.person('An');
  const group = fake.group({ title: 'Nhóm', members: [an] });
  await fake.answerTo(an.says(group, '/trogiup'));
  await fake.until(() => fake.pending().length === 0);
  for (let i = 0; i < 10; i += 1) fake.redeliver(1);
  await clock.advance(10_000);
  expect(fake.posts(group)).toHaveLength(1);
});

test.each([
  ['no secret', {}],
  ['a wrong one', { [SECRET]: 'a'.repeat(43) }],
  ['one of another length', { [SECRET]: 'a' }],
])('whoever comes with %s finds nothing there', async (_, headers) => {
  const { start, texts, post, get, logged } = await startServed();
  await start();
  const response = await post(said('/vt giả'), headers);
  expect([response.status, await response.text()]).toEqual([404, 'Not found\n']);
  expect((await get()).status).toBe(404);
  expect(texts()).toEqual([]);
  expect(logged.join('')).not.toContain('aaaa');
});

test('what is no update is passed over, and a body without end is not read', async () => {
  const { fake, start, texts, post, logged } = await startServed();
  await start();
  const secret = await secretOf(fake);
  for (const body of ['', '{', '[]', '{"update_id":"x"}', '{"update_id":5,"message":7}'])
    expect((await post(body, { [SECRET]: secret })).status).toBe(200);
  expect((await post('x'.repeat(1_000_001), { [SECRET]: secret })).status).toBe(413);
  expect(texts()).toEqual([]);
  expect((await post(said('/vt thật'), { [SECRET]: secret })).status).toBe(200);
  expect(texts()).toEqual(['/vt thật']);
  expect(logged.join('')).not.toContain(secret);
});

test('what cannot be written down is brought again', async () => {
  const { fake, start, texts, keep, an, group } = await startServed();
  let isFull = true;
  await start((incoming) => (isFull ? Promise.reject(new Error('the disk is full')) : keep(incoming)));
  an.says(group, '/vt một');
  await fake.until(() => JSON.stringify(fake.webhookInfo()).includes('503'));
  expect(fake.pending()).toHaveLength(1);
  isFull = false;
  await fake.until(() => fake.pending().length === 0);
  expect(texts()).toEqual(['/vt một']);
});

test('what comes while the bot stops stays with Telegram, and the next start knows it by the same secret', async () => {
  const { fake, start, make, platform, texts, post, an, group } = await startServed();
  await start();
  const secret = await secretOf(fake);
  await platform.stop();
  expect((await post(said('/vt giả'), { [SECRET]: secret })).status).toBe(503);
  an.says(group, '/vt một');
  await fake.until(() => 'last_error_message' in fake.webhookInfo());
  expect([texts(), fake.pending().length]).toEqual([[], 1]);
  const next = make(HOOK);
  onTestFinished(next.stop);
  await next.start(() => Promise.resolve());
  await fake.until(() => fake.calls('setWebhook').length === 2);
  expect(await secretOf(fake)).toBe(secret);
});

test('a webhook that another process took off is set again', async () => {
  const { fake, start, texts, clock, an, group, logged } = await startServed();
  await start();
  await clock.sleeping(LOOK_EVERY);
  fake.setWebhook(undefined);
  an.says(group, '/vt một');
  await clock.advance(LOOK_EVERY);
  await fake.until(() => texts().length === 1);
  expect(logged.join('')).toContain('another process changed the webhook');
});

test('the log says why Telegram cannot deliver, once', async () => {
  const { fake, start, clock, an, group, logged } = await startServed();
  await start(() => Promise.reject(new Error('the disk is full')));
  await clock.sleeping(LOOK_EVERY);
  await clock.advance(1_000);
  an.says(group, '/vt một');
  await fake.until(() => 'last_error_message' in fake.webhookInfo());
  const lines = () => logged.filter((line) => line.includes('cannot be delivered to the webhook'));
  await clock.advance(LOOK_EVERY);
  await fake.until(() => lines().length > 0);
  expect(lines()).toEqual([expect.stringContaining('Wrong response: 503')]);
});

test('setting the webhook is tried until Telegram takes it', async () => {
  const { fake, start, texts, clock, an, group, logged } = await startServed();
  fake.fail('setWebhook', { kind: 'refused', code: 400, description: 'Bad Request: bad webhook' }, 2);
  await start();
  for (const wait of [1_000, 2_000]) {
    await clock.sleeping(wait);
    await clock.advance(wait);
  }
  an.says(group, '/vt một');
  await fake.until(() => texts().length === 1);
  expect(logged.join('')).toContain('bad webhook');
});

test('between fetching and a webhook nothing is lost, whichever way one changes', async () => {
  const { fake, start, make, keep, platform, texts, clock, an, group } = await startServed();
  const fetching = make();
  await fetching.start(keep);
  an.says(group, '/vt một');
  await fake.until(() => texts().length === 1);
  await fetching.stop();
  an.says(group, '/vt hai');
  await start();
  await fake.until(() => texts().includes('/vt hai'));
  await platform.stop();
  an.says(group, '/vt ba');
  const again = make();
  onTestFinished(again.stop);
  await again.start(keep);
  await clock.sleeping(1_000);
  await clock.advance(1_000);
  await fake.until(() => texts().includes('/vt ba'));
  expect(new Set(texts())).toEqual(new Set(['/vt một', '/vt hai', '/vt ba']));
});

type Fake = Awaited<ReturnType<typeof startTelegram>>['fake'];

/** The secret that Telegram was last told. */
async function secretOf(fake: Fake): Promise<string> {
  const set = await fake.until(() => fake.calls('setWebhook').at(-1));
  return String(set.params['secret_token']);
}

/** The adapter with a webhook, its own server, and what stands before it for Telegram. */
async function startServed() {
  let http: HttpServer | undefined;
  const address = () => http && `http://127.0.0.1:${http.address.port}${new URL(HOOK).pathname}`;
  const telegram = await startTelegram({ front: address });
  const { make, taken, keep } = telegram;
  const platform = make(HOOK);
  http = await startHttp({
    port: 0,
    host: '127.0.0.1',
    log: pino({ level: 'silent' }),
    routes: platform.routes ?? [],
  });
  onTestFinished(async () => {
    await http?.stop();
    await platform.stop();
  });
  return {
    ...telegram,
    platform,
    start: (receive: Receive = keep) => platform.start(receive),
    texts: () => taken.flatMap((incoming) => (incoming.kind === 'message' ? [incoming.text] : [])),
    get: () => fetch(address() ?? ''),
    post: (body: string, headers: Record<string, string>) =>
      fetch(address() ?? '', { method: 'POST', body, headers }),
  };
}

/** What somebody may have said in a group. */
function said(text: string): string {
  const from = { id: 7, is_bot: false, first_name: 'An' };
  const chat = { id: -1001, type: 'supergroup', title: 'Nhóm' };
  return JSON.stringify({ update_id: 9, message: { message_id: 1, date: 1, from, chat, text } });
}
