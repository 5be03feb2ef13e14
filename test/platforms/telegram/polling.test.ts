import { createServer } from 'node:http';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { Incoming } from '../../../src/chat/incoming.ts';
import type { Receive } from '../../../src/chat/platform.ts';
import { systemClock } from '../../../src/core/clock.ts';
import { createTelegramPlatform } from '../../../src/platforms/telegram/telegram-platform.ts';
import { manualClock } from '../../support/manual-clock.ts';
import type { Fault } from '../../support/telegram/faults.ts';
import { startRelay } from '../../support/trouble/relay.ts';
import { failureOf, startTelegram } from './start-telegram.ts';

const HELD = 50_000;
const PATIENCE = 65_000;

test('updates are taken in in the order in which they came', async () => {
  const { fake, platform, taken, keep, an, lan, group } = await startTelegram();
  await platform.start(keep);
  for (let i = 1; i <= 150; i += 1) (i % 2 ? an : lan).says(group, `/vt việc ${i}`);
  await fake.until(() => taken.length === 150);
  expect(textsOf(taken)).toEqual(Array.from({ length: 150 }, (_, i) => `/vt việc ${i + 1}`));
});

test('the bot asks only for the kinds of updates that it uses', async () => {
  const { fake, platform, keep, clock } = await startTelegram();
  await platform.start(keep);
  await clock.sleeping(HELD);
  await platform.stop();
  await fake.until(() => fake.calls('getUpdates').length > 0);
  expect(fake.calls('getUpdates')[0]?.params).toEqual({
    timeout: 50,
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
  });
});

test('an update is confirmed only when it has been stored', async () => {
  const { fake, platform, taken, keep, an, group, clock } = await startTelegram();
  const disk = Promise.withResolvers<void>();
  await platform.start(async (incoming) => {
    await keep(incoming);
    await disk.promise;
  });
  an.says(group, '/vt một');
  await fake.until(() => taken.length === 1);
  await clock.advance(10_000);
  expect(fake.confirmed()).toEqual([]);
  disk.resolve();
  await fake.until(() => fake.confirmed().length === 1);
});

test('what could not be stored comes again, with all that came after it and nothing before it', async () => {
  const { fake, platform, taken, keep, an, group, clock, logged } = await startTelegram();
  let full = true;
  const receive: Receive = async (incoming) => {
    if (full && incoming.kind === 'message' && !incoming.text.endsWith('một'))
      throw new Error('disk is full');
    await keep(incoming);
  };
  await platform.start(receive);
  for (const name of ['một', 'hai', 'ba']) an.says(group, `/vt ${name}`);
  await clock.sleeping(1_000);
  expect(textsOf(taken)).toEqual(['/vt một']);
  full = false;
  await clock.advance(1_000);
  await fake.until(() => taken.length === 3);
  expect(textsOf(taken)).toEqual(['/vt một', '/vt hai', '/vt ba']);
  expect(logged.join()).toContain('disk is full');
});

test('an update that cannot be read is passed over, and its neighbours are not lost', async () => {
  const { fake, platform, taken, keep, an, group, logged } = await startTelegram();
  await platform.start(keep);
  an.says(group, '/vt một');
  fake.pushRaw({ message: { message_id: 'poison', chat: { secret_words: 'không kể' } } });
  fake.pushRaw({ something_new: { from: 'the future' } });
  an.says(group, '/vt hai');
  await fake.until(() => fake.confirmed().length === 4);
  expect(textsOf(taken)).toEqual(['/vt một', '/vt hai']);
  expect(logged.join()).toContain('300000002');
  expect(logged.join()).not.toContain('không kể');
});

test('an answer in which nothing can be confirmed is asked for again only after a wait', async () => {
  const { fake, platform, taken, keep, an, group, clock } = await startTelegram();
  fake.pushRaw({ update_id: undefined, message: {} });
  await platform.start(keep);
  await clock.sleeping(1_000);
  expect(fake.calls('getUpdates')).toHaveLength(1);
  an.says(group, '/vt một');
  await clock.advance(1_000);
  await fake.until(() => taken.length === 1);
});

test.each(['{"ok":true,"result":{}}', 'null', '{}', '[]'])(
  'an answer like %s is an error like others',
  async (body) => {
    const { fake, platform, taken, keep, an, group, clock } = await startTelegram();
    fake.fail('getUpdates', { kind: 'garbled', body });
    an.says(group, '/vt một');
    await platform.start(keep);
    await clock.sleeping(1_000);
    await clock.advance(1_000);
    await fake.until(() => taken.length === 1);
  },
);

test('updates that Telegram delivers once more are handed on under the same ids', async () => {
  const { fake, platform, taken, keep, an, group } = await startTelegram();
  await platform.start(keep);
  an.says(group, '/vt một');
  an.says(group, '/vt hai');
  await fake.until(() => fake.confirmed().length === 2);
  fake.redeliver(2);
  await fake.until(() => taken.length === 4);
  expect(taken.slice(2)).toEqual(taken.slice(0, 2));
  an.says(group, '/vt ba');
  await fake.until(() => taken.length === 5);
});

test('after a quiet week Telegram may number from below', async () => {
  const { fake, platform, taken, keep, an, group, clock } = await startTelegram();
  await platform.start(keep);
  an.says(group, '/vt một');
  await fake.until(() => fake.confirmed().length === 1);
  await clock.sleeping(HELD);
  await clock.advance(HELD);
  await fake.until(() => fake.calls('getUpdates').some(({ params }) => params['offset'] === 300_000_002));
  fake.renumber(5);
  an.says(group, '/vt hai');
  await fake.until(() => taken.length === 2);
  expect(taken[1]?.updateId).toBe('5');
});

const FAULTS: Fault[] = [
  { kind: 'internal-error' },
  { kind: 'bad-gateway' },
  { kind: 'dropped-before' },
  { kind: 'refused', code: 400, description: 'Bad Request: something new' },
  { kind: 'refused', code: 403, description: 'Forbidden: something new' },
  { kind: 'refused', code: 401, description: 'Unauthorized' },
];

test.each(FAULTS)('polling goes on after $kind $code', async (fault) => {
  const { fake, platform, taken, keep, an, group, clock, logged } = await startTelegram();
  fake.fail('getUpdates', fault);
  an.says(group, '/vt một');
  await platform.start(keep);
  await clock.sleeping(1_000);
  expect(taken).toEqual([]);
  await clock.advance(1_000);
  await fake.until(() => taken.length === 1);
  expect(logged.join()).not.toContain(fake.token);
});

test.each([{ kind: 'garbled', body: '<html>' }, { kind: 'dropped-after' }] satisfies Fault[])(
  'what was on its way when it was $kind comes again',
  async (fault) => {
    const { fake, platform, taken, keep, an, group, clock, logged } = await startTelegram();
    fake.fail('getUpdates', fault);
    an.says(group, '/vt một');
    await platform.start(keep);
    await clock.sleeping(1_000);
    await clock.advance(1_000);
    await fake.until(() => taken.length === 1);
    expect(logged.join()).not.toContain(fake.token);
  },
);

test('the waits double from a second to a minute, and start anew after a success', async () => {
  const { fake, platform, taken, keep, an, group, clock } = await startTelegram();
  fake.fail('getUpdates', { kind: 'internal-error' }, 8);
  await platform.start(keep);
  for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
    await clock.sleeping(seconds * 1000);
    await clock.advance(seconds * 1000);
  }
  an.says(group, '/vt một');
  await fake.until(() => taken.length === 1);
  fake.fail('getUpdates', { kind: 'internal-error' });
  an.says(group, '/vt hai');
  await clock.sleeping(1_000);
});

test('too many requests: it waits as long as Telegram says', async () => {
  const { fake, platform, keep, clock } = await startTelegram();
  fake.fail('getUpdates', { kind: 'too-many-requests', retryAfter: 37 });
  await platform.start(keep);
  await clock.sleeping(37_000);
  await clock.advance(37_000);
  await clock.sleeping(HELD);
});

test('another process with the same token is told of in words, and both go on', async () => {
  const { fake, platform, make, keep, clock, logged } = await startTelegram();
  await platform.start(keep);
  await clock.sleeping(HELD);
  const other = make();
  await other.start(keep);
  await clock.sleeping(1_000);
  expect(logged.join()).toContain('another process takes in updates with the same token');
  expect(logged.join()).not.toContain(fake.token);
  await other.stop();
});

test('a webhook that is in the way is taken off, and what waits is kept', async () => {
  const { fake, platform, taken, keep, an, group, clock } = await startTelegram();
  fake.setWebhook('https://example.org/hook');
  an.says(group, '/vt một');
  await platform.start(keep);
  await clock.sleeping(1_000);
  await clock.advance(1_000);
  await fake.until(() => taken.length === 1);
});

test('a webhook that stays in the way is tried again', async () => {
  const { fake, platform, keep, clock, logged } = await startTelegram();
  fake.setWebhook('https://example.org/hook');
  fake.fail('deleteWebhook', { kind: 'internal-error' });
  await platform.start(keep);
  await clock.sleeping(1_000);
  expect(logged.join()).toContain('could not be taken off');
  await clock.advance(1_000);
  await clock.sleeping(2_000);
  await clock.advance(2_000);
  await clock.sleeping(HELD);
});

test('a poll over a dead connection is given up after 65 s and made again at once', async () => {
  const { fake, platform, taken, keep, an, group, clock } = await startTelegram();
  fake.fail('getUpdates', { kind: 'silent' });
  an.says(group, '/vt một');
  await platform.start(keep);
  await fake.until(() => fake.calls('getUpdates').length === 1);
  await clock.advance(PATIENCE - 1);
  expect(taken).toEqual([]);
  await clock.advance(1);
  await fake.until(() => taken.length === 1);
});

test('a connection that was forgotten on the way while a poll was held open is noticed within 75 s', async () => {
  const { fake, relay, platform, taken, keep, an, group, clock } = await startBehindRelay();
  await platform.start(keep);
  await clock.sleeping(HELD);
  relay.forget();
  an.says(group, '/vt một');
  await clock.advance(75_000);
  await fake.until(() => taken.length === 1);
});

test('where whoever connects meets nothing but silence, a poll is given up within 75 s, each time, and made again', async () => {
  const { fake, relay, platform, taken, keep, an, group, clock } = await startBehindRelay();
  await platform.start(keep);
  await clock.sleeping(HELD);
  relay.becomes('deaf');
  relay.forget();
  an.says(group, '/vt một');
  for (let times = 0; times < 3; times += 1) {
    await clock.sleeping(PATIENCE);
    await clock.advance(75_000);
  }
  expect(taken).toEqual([]);
  relay.becomes('well');
  await clock.advance(75_000);
  await fake.until(() => taken.length === 1);
});

test.each(['cut', 'silence'] as const)(
  'half a batch, and then %s, is noticed within ten seconds',
  async (end) => {
    const { fake, platform, taken, keep, an, group, clock } = await startTelegram();
    fake.fail('getUpdates', { kind: 'half-answer', end });
    an.says(group, '/vt một');
    await platform.start(keep);
    await fake.until(() => fake.calls('getUpdates').length === 1);
    if (end === 'silence') await clock.advance(10_000);
    await clock.sleeping(1_000);
    await clock.advance(1_000);
    await fake.until(() => taken.length === 1);
    expect(textsOf(taken)).toEqual(['/vt một']);
  },
);

test('a server that does not hold the poll open is asked once a second', async () => {
  // The long polls of this one are over as soon as they begin.
  const polls = { now: systemClock.now, sleep: async () => undefined };
  const { fake, platform, keep, clock } = await startTelegram({ polls });
  await platform.start(keep);
  await clock.sleeping(1_000);
  expect(fake.calls('getUpdates')).toHaveLength(1);
  await clock.advance(10_000);
  expect(fake.calls('getUpdates').length).toBeLessThanOrEqual(11);
});

test('stopping ends a poll that waits', async () => {
  const { fake, platform, keep, clock, taken, an, group } = await startTelegram();
  await platform.start(keep);
  await clock.sleeping(HELD);
  await platform.stop();
  an.says(group, '/vt một');
  await clock.advance(PATIENCE);
  expect(taken).toEqual([]);
  expect(fake.pending()).toHaveLength(1);
});

test('stopping ends a wait after an error', async () => {
  const { fake, platform, keep, clock } = await startTelegram();
  fake.fail('getUpdates', { kind: 'internal-error' });
  await platform.start(keep);
  await clock.sleeping(1_000);
  await platform.stop();
});

test('stopping in the midst of a batch finishes what is in hand and confirms nothing more', async () => {
  const { fake, platform, make, taken, keep, an, group } = await startTelegram();
  const disk = Promise.withResolvers<void>();
  await platform.start(async (incoming) => {
    await keep(incoming);
    await disk.promise;
  });
  for (const name of ['một', 'hai', 'ba']) an.says(group, `/vt ${name}`);
  await fake.until(() => taken.length === 3);
  const stopped = platform.stop();
  disk.resolve();
  await stopped;
  expect(textsOf(taken)).toEqual(['/vt một', '/vt hai', '/vt ba']);

  const next = make();
  taken.length = 0;
  await next.start(keep);
  await fake.until(() => taken.length === 3);
  expect(textsOf(taken)).toEqual(['/vt một', '/vt hai', '/vt ba']);
  await next.stop();
});

test('starting goes on until Telegram is reached', async () => {
  const { fake, platform, taken, keep, an, group, clock, logged } = await startTelegram();
  fake.fail('getMe', { kind: 'dropped-before' });
  fake.fail('getMe', { kind: 'garbled', body: 'not JSON' });
  fake.fail('getMe', { kind: 'garbled', body: '{"ok":true,"result":{}}' });
  fake.fail('getMe', { kind: 'too-many-requests', retryAfter: 9 });
  const started = platform.start(keep);
  for (const wait of [1_000, 2_000, 4_000, 9_000]) {
    await clock.sleeping(wait);
    await clock.advance(wait);
  }
  await started;
  an.says(group, '/vt một');
  await fake.until(() => taken.length === 1);
  expect(logged.join()).not.toContain(fake.token);
});

test('stopping while Telegram is not reached ends the start', async () => {
  const { fake, platform, keep, clock } = await startTelegram();
  fake.fail('getMe', { kind: 'internal-error' }, 9);
  const started = platform.start(keep);
  await clock.sleeping(1_000);
  await platform.stop();
  await started;
  expect(fake.calls('getUpdates')).toEqual([]);
});

test('stopping while Telegram does not answer ends the start', async () => {
  const { fake, platform, keep } = await startTelegram();
  fake.fail('getMe', { kind: 'silent' });
  const started = platform.start(keep);
  await fake.until(() => fake.calls('getMe').length === 1);
  await platform.stop();
  await started;
});

test.each(['7100000001:AAF-not_the_token_of_this_bot_at_all', 'no-token-at-all'])(
  'a refused token (%s) ends the start with one line that does not show it',
  async (botToken) => {
    const { platform, keep, logged } = await startTelegram({ botToken });
    const failure = await failureOf(platform.start(keep));
    expect(failure.kind).toBe('gone');
    expect(failure.message).not.toContain(botToken);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('the token is refused');
    expect(logged[0]).not.toContain(botToken);
  },
);

test('an address with a path keeps the path', async () => {
  const { fake, clock, blobs } = await startTelegram();
  const paths: string[] = [];
  const proxy = createServer((req, res) => {
    paths.push(req.url ?? '');
    res
      .writeHead(401, { 'content-type': 'application/json' })
      .end('{"ok":false,"error_code":401,"description":"Unauthorized"}');
  });
  await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const apiRoot = `http://127.0.0.1:${port}/telegram`;
  const platform = createTelegramPlatform({
    token: fake.token,
    apiRoot,
    readBlob: blobs.read,
    clock,
    log: pino({ level: 'silent' }),
  });
  await failureOf(platform.start(async () => undefined));
  expect(paths).toEqual([`/telegram/bot${fake.token}/getMe`]);
  proxy.closeAllConnections();
  proxy.close();
});

test('a test may move the clock by weeks while a poll is open: the deadlines then keep another time', async () => {
  const still = manualClock('2026-12-01T00:00:00Z');
  const { fake, clock, blobs, taken, keep, an, group } = await startTelegram({ polls: still });
  const { apiRoot, token } = fake;
  const log = pino({ level: 'silent' });
  const platform = createTelegramPlatform({
    token,
    apiRoot,
    readBlob: blobs.read,
    clock,
    log,
    deadlines: still,
  });
  await platform.start(keep);
  await clock.advance(30 * 24 * 3_600_000);
  an.says(group, '/vt một');
  await fake.until(() => taken.length === 1);
  expect(fake.calls('getUpdates')).toHaveLength(1);
  await platform.stop();
});

async function startBehindRelay() {
  const telegram = await startTelegram();
  const { fake, blobs, clock } = telegram;
  const relay = await startRelay(fake.apiRoot);
  const log = pino({ level: 'silent' });
  const { token } = fake;
  const platform = createTelegramPlatform({ token, apiRoot: relay.root, readBlob: blobs.read, clock, log });
  onTestFinished(platform.stop);
  return { ...telegram, relay, platform };
}

function textsOf(taken: Incoming[]): string[] {
  return taken.map((incoming) => (incoming.kind === 'message' ? incoming.text : incoming.kind));
}
