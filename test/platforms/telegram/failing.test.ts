import { createServer } from 'node:http';
import { TelegramError } from 'telegraf';
import { expect, test } from 'vitest';
import { Broken, type Wire } from '../../../src/platforms/exchange.ts';
import { toPlatformError } from '../../../src/platforms/telegram/errors.ts';
import type { Fault } from '../../support/telegram/faults.ts';
import { failureOf, postTo, startTelegram } from './start-telegram.ts';

test.each([
  ['a kicked bot', (fake, group) => fake.kick(group), 'gone'],
  ['a dissolved group', (fake, group) => fake.dissolve(group), 'gone'],
  ['a muted bot', (fake, group) => fake.mute(group), 'rejected'],
] satisfies [string, (fake: Fake, group: Group) => void, string][])('%s', async (_, happen, kind) => {
  const { fake, platform, group } = await startTelegram();
  happen(fake, group);
  expect((await failureOf(platform.send(postTo(group.id, 'chào')))).kind).toBe(kind);
});

type Started = Awaited<ReturnType<typeof startTelegram>>;
type Fake = Started['fake'];
type Group = Started['group'];

test('a person who never started the bot, or who blocked it, or a chat that is not there, is gone', async () => {
  const { platform, an, lan } = await startTelegram();
  lan.writes('/start');
  lan.blocks();
  for (const chat of [an.id, lan.id, '-1009999']) {
    expect((await failureOf(platform.send(postTo(chat, 'chào')))).kind).toBe('gone');
  }
});

test('a group that became a supergroup is gone, with its new id', async () => {
  const { fake, platform, an } = await startTelegram();
  const group = fake.group({ title: 'Tổ 3', members: [an], basic: true });
  const { id } = fake.migrate(group);
  expect(await failureOf(platform.send(postTo(group.id, 'chào')))).toMatchObject({
    kind: 'gone',
    movedTo: id,
  });
});

test('a closed topic or one that is not there refuses the message, but the group is not gone', async () => {
  const { fake, platform, an } = await startTelegram();
  const forum = fake.group({ title: 'Phường', members: [an], forum: true });
  const topic = fake.topic(forum, 'Cũ');
  topic.closed = true;
  for (const thread of [String(topic.id), '77']) {
    expect((await failureOf(platform.send(postTo(forum.id, 'chào', { thread })))).kind).toBe('rejected');
  }
});

test.each([
  [{ kind: 'too-many-requests', retryAfter: 41 }, { kind: 'rate-limited', retryAfter: 41 }, 0],
  [
    { kind: 'refused', code: 429, description: 'Too Many Requests' },
    { kind: 'rate-limited', retryAfter: 1 },
    0,
  ],
  [{ kind: 'internal-error' }, { kind: 'unavailable' }, 0],
  [{ kind: 'bad-gateway' }, { kind: 'unavailable' }, 0],
  [{ kind: 'refused', code: 504, description: 'Gateway Timeout' }, { kind: 'unknown' }, 0],
  [{ kind: 'refused', code: 401, description: 'Unauthorized' }, { kind: 'unavailable' }, 0],
  [{ kind: 'refused', code: 404, description: 'Not Found' }, { kind: 'unavailable' }, 0],
  [{ kind: 'refused', code: 400, description: 'Bad Request: something new' }, { kind: 'rejected' }, 0],
  [{ kind: 'refused', code: 413, description: 'Request Entity Too Large' }, { kind: 'rejected' }, 0],
  [{ kind: 'refused', code: 403, description: 'Forbidden: user is deactivated' }, { kind: 'gone' }, 0],
  [{ kind: 'refused', code: 403, description: 'Forbidden: something new' }, { kind: 'gone' }, 0],
  [{ kind: 'refused', code: 400, description: 'Bad Request: PEER_ID_INVALID' }, { kind: 'gone' }, 0],
  [
    { kind: 'refused', code: 400, description: 'Bad Request: group chat was deactivated' },
    { kind: 'gone' },
    0,
  ],
  [{ kind: 'refused', code: 400, description: 'Bad Request: CHAT_WRITE_FORBIDDEN' }, { kind: 'rejected' }, 0],
  [{ kind: 'dropped-before' }, { kind: 'unknown' }, 0],
  [{ kind: 'dropped-after' }, { kind: 'unknown' }, 1],
  [{ kind: 'garbled', body: '<html>hello</html>' }, { kind: 'unknown' }, 1],
  [{ kind: 'garbled', body: '' }, { kind: 'unknown' }, 1],
  [{ kind: 'garbled', body: '{"ok":false}' }, { kind: 'unknown' }, 1],
  [{ kind: 'garbled', body: 'null' }, { kind: 'unknown' }, 1],
] satisfies [Fault, object, number][])('sending into %j ends with %j', async (fault, failure, shown) => {
  const { fake, platform, group } = await startTelegram();
  fake.fail('sendMessage', fault);
  const failed = await failureOf(platform.send(postTo(group.id, 'chào')));
  expect(failed).toMatchObject(failure);
  expect(failed.message).not.toContain(fake.token);
  expect(failed.message).toContain('sendMessage');
  expect(fake.posts(group)).toHaveLength(shown);
});

test('a server that never answers is given up after half a minute: perhaps sent', async () => {
  const { fake, platform, group, clock } = await startTelegram();
  fake.fail('sendMessage', { kind: 'silent' });
  const failure = failureOf(platform.send(postTo(group.id, 'chào')));
  await fake.until(() => fake.posts(group).length === 1);
  await clock.advance(30_000);
  expect(await failure).toMatchObject({ kind: 'unknown', message: 'sendMessage: no answer in time' });
});

test('an answer that falls silent half-way is given up within ten seconds: perhaps sent', async () => {
  const { fake, platform, group, clock } = await startTelegram();
  fake.fail('sendMessage', { kind: 'half-answer', end: 'silence' });
  const failure = failureOf(platform.send(postTo(group.id, 'chào')));
  await fake.until(() => fake.posts(group).length === 1);
  await clock.advance(10_000);
  expect(await failure).toMatchObject({ kind: 'unknown', message: 'sendMessage: the answer broke off' });
});

test('a change that was cut off is made again without a doubt: twice is the same as once', async () => {
  const { fake, platform, group } = await startTelegram();
  const [id = ''] = await platform.send(postTo(group.id, 'cũ'));
  fake.fail('editMessageText', { kind: 'dropped-after' });
  const change = postTo(group.id, 'mới');
  expect((await failureOf(platform.edit(change, id))).kind).toBe('unavailable');
  await platform.edit(change, id);
  expect(fake.posts(group).map(({ text }) => text)).toEqual(['mới']);
});

test('a slow answer is waited for', async () => {
  const { fake, platform, group, clock } = await startTelegram();
  fake.fail('sendMessage', { kind: 'slow', milliseconds: 29_000 });
  const sent = platform.send(postTo(group.id, 'chào'));
  await clock.sleeping(29_000);
  await clock.advance(29_000);
  expect(await sent).toEqual(['1']);
});

test('a closed port: not sent, and the message does not show the token', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  const { fake, platform, group } = await startTelegram({ apiRoot: `http://127.0.0.1:${port}` });
  const failure = await failureOf(platform.send(postTo(group.id, 'chào')));
  expect(failure.kind).toBe('unavailable');
  expect(failure.message).toContain('ECONNREFUSED');
  expect(failure.message).not.toContain(fake.token);
});

const TOKEN = '123456789:AAF-abcdefghijklmnopqrstuvwxyz';
const URL_WITH_TOKEN = `https://api.telegram.org/bot${TOKEN}/sendMessage`;

test.each([
  ['getaddrinfo ENOTFOUND api.telegram.org', 'ENOTFOUND', 'unavailable'],
  ['getaddrinfo EAI_AGAIN api.telegram.org', 'EAI_AGAIN', 'unavailable'],
  ['connect ETIMEDOUT 149.154.167.220:443', 'ETIMEDOUT', 'unavailable'],
  // What Node throws when both the IPv4 and the IPv6 address fail has no words of its own.
  ['', 'ETIMEDOUT', 'unavailable'],
  ['read ETIMEDOUT', 'ETIMEDOUT', 'unknown'],
  ['connect EHOSTUNREACH 10.0.0.1:443', 'EHOSTUNREACH', 'unavailable'],
  ['certificate has expired', 'CERT_HAS_EXPIRED', 'unavailable'],
  [
    'Client network socket disconnected before secure TLS connection was established',
    'ECONNRESET',
    'unavailable',
  ],
  ['read ECONNRESET', 'ECONNRESET', 'unknown'],
  ['socket hang up', 'ECONNRESET', 'unknown'],
  ['write EPIPE', 'EPIPE', 'unknown'],
  ['something new', undefined, 'unknown'],
])('"%s" (%s) is %s', (reason, code, kind) => {
  // What the words say of the way that the request had gone; it is that which decides.
  const wire = { ...NOTHING_HAPPENED, hasLeft: kind === 'unknown' };
  const failure = toPlatformError(new Broken(fetchError(reason, code), wire), 'sendMessage', TOKEN);
  expect(failure.kind).toBe(kind);
  expect(failure.message).not.toContain('AAF');
});

test.each([TOKEN, encodeURIComponent(TOKEN), '987654321:AAE-another_token_of_somebody'])(
  '%s is never shown',
  (secret) => {
    for (const error of [new Error(`a ${secret} b`), `a ${secret} b`]) {
      expect(toPlatformError(error, 'getMe', TOKEN).message).toBe('getMe: a [token] b');
    }
    const refusal = new TelegramError({ error_code: 400, description: `Bad Request: a ${secret} b` });
    expect(toPlatformError(refusal, 'getMe', TOKEN).message).toBe('getMe: 400 Bad Request: a [token] b');
  },
);

test('a token of an unusual shape is not shown either', () => {
  expect(toPlatformError(new Error('a 71:x b'), 'getMe', '71:x').message).toBe('getMe: a [token] b');
});

test('an error of the port is left as it is', () => {
  const first = toPlatformError(new Error('x'), 'getMe', TOKEN);
  expect(toPlatformError(first, 'getMe', TOKEN)).toBe(first);
});

const NOTHING_HAPPENED: Wire = {
  hasLeft: false,
  answer: undefined,
  received: () => 0,
  giveUp: () => undefined,
};

function fetchError(reason: string, code?: string) {
  return Object.assign(new Error(`request to ${URL_WITH_TOKEN} failed, reason: ${reason}`), {
    code,
    type: 'system',
  });
}
