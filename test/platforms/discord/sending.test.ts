import { expect, test } from 'vitest';
import type { Fault } from '../../support/discord/faults.ts';
import { failureOf, postTo, startDiscord } from './start-discord.ts';

const MESSAGES = 'POST /channels/:id/messages';

/** A text in two parts. */
const LONG = `${'một '.repeat(450)}\n${'hai '.repeat(450)}`;

test('a message is posted with its marks, pings nobody and shows no preview', async () => {
  const { fake, platform, channel } = await startDiscord();
  const ids = await platform.send(postTo(channel, '<b>Nhắc</b> họp &amp; <i>tập văn nghệ</i>'));
  const [shown] = fake.posts(channel);
  expect(shown).toMatchObject({
    text: 'Nhắc họp & tập văn nghệ',
    marks: ['bold:Nhắc', 'italic:tập văn nghệ'],
  });
  expect(ids).toEqual([shown?.id]);
  expect(fake.calls(MESSAGES)[0]?.body).toMatchObject({
    flags: 4,
    allowed_mentions: { parse: [] },
    enforce_nonce: true,
    nonce: expect.stringMatching(/^[\w-]{24}$/),
  });
});

test('buttons stand in their rows; more than five rows move together', async () => {
  const { fake, platform, channel } = await startDiscord();
  const rows = Array.from({ length: 6 }, (_, n) => [
    button(`Duyệt ${n}`, `/duyet ${n}`),
    button(`Trả ${n}`, `/tra ${n}`),
  ]);
  await platform.send(postTo(channel, 'a', { buttons: rows.slice(0, 5) }));
  await platform.send(postTo(channel, 'b', { buttons: [...rows, [button('Tất cả', '/duyet het')]] }));
  expect(fake.posts(channel).map(({ components }) => components.length)).toEqual([5, 3]);
  expect(fake.posts(channel)[1]?.buttons).toHaveLength(13);
});

test('too many buttons for rows become menus; too many for menus are our mistake', async () => {
  const { fake, platform, channel } = await startDiscord();
  const many = (count: number) => Array.from({ length: count }, (_, n) => button(`Số ${n}`, `/xem ${n}`));
  await platform.send(postTo(channel, 'a', { buttons: [many(60)] }));
  expect(fake.posts(channel)[0]).toMatchObject({ components: { length: 3 }, buttons: { length: 60 } });
  const failure = await failureOf(platform.send(postTo(channel, 'b', { buttons: [many(126)] })));
  expect(failure.kind).toBe('rejected');
});

test('a line of 100 characters fits a button; a longer or empty one is our mistake, and nothing is sent', async () => {
  const { fake, platform, channel } = await startDiscord();
  await platform.send(postTo(channel, 'a', { buttons: [[button('Vừa', 'ệ'.repeat(100))]] }));
  for (const line of ['ệ'.repeat(101), ''])
    expect(
      (await failureOf(platform.send(postTo(channel, LONG, { buttons: [[button('x', line)]] })))).kind,
    ).toBe('rejected');
  expect(fake.posts(channel)).toHaveLength(1);
});

test('the same line stands under a message once, and a long label is cut', async () => {
  const { fake, platform, channel } = await startDiscord();
  const buttons = [[button('Một', '/a'), button('Hai', '/a')], [button('d'.repeat(200), '/b')]];
  await platform.send(postTo(channel, 'a', { buttons }));
  expect(fake.posts(channel)[0]?.buttons.map(({ label }) => label.length)).toEqual([3, 80]);
});

test('a file goes out with the last part of the text', async () => {
  const { fake, platform, blobs, clock, channel } = await startDiscord();
  const { sha256: blob } = await blobs.keep(Buffer.from('bảng tính'));
  const files = [{ name: 'bao-cao.xlsx', mimeType: 'application/octet-stream', blob }];
  const sent = platform.send(postTo(channel, LONG, { files }));
  await clock.sleeping(1_000);
  await clock.advance(1_000);
  await sent;
  expect(fake.posts(channel).map((shown) => shown.files.map(({ filename }) => filename))).toEqual([
    [],
    ['bao-cao.xlsx'],
  ]);
  const url = fake.posts(channel)[1]?.files[0]?.url ?? '';
  expect(Buffer.from(await platform.download(url, 1000)).toString()).toBe('bảng tính');
  await platform.send(postTo(channel, '', { files: [{ name: 'lai.xlsx', mimeType: 'a/b', blob }] }));
  expect(fake.posts(channel)[2]?.files).toMatchObject([{ filename: 'lai.xlsx' }]);
});

test('files that are too much for one request go out in several, the buttons under the last', async () => {
  const { fake, platform, blobs, clock, channel } = await startDiscord();
  const file = async (name: string) => {
    const { sha256: blob } = await blobs.keep(Buffer.alloc(9 * 1024 * 1024, name));
    return { name, mimeType: 'application/pdf', blob };
  };
  const files = await Promise.all(['a.pdf', 'b.pdf', 'c.pdf'].map(file));
  const sent = platform.send(postTo(channel, 'VT1', { files, buttons: [[button('Sửa', '/sua VT1')]] }));
  await clock.sleeping(1_000);
  await clock.advance(1_000);
  await sent;
  const named = fake
    .posts(channel)
    .map((shown) => [shown.text, shown.files.map(({ filename }) => filename), shown.buttons.length]);
  expect(named).toEqual([
    ['VT1', ['a.pdf', 'b.pdf'], 0],
    ['c.pdf', ['c.pdf'], 1],
  ]);
});

test('a file that is not there any more is a failure that will not pass', async () => {
  const { fake, platform, channel } = await startDiscord();
  const files = [{ name: 'a.pdf', mimeType: 'application/pdf', blob: '0'.repeat(64) }];
  expect((await failureOf(platform.send(postTo(channel, 'Đây', { files })))).kind).toBe('rejected');
  expect(fake.posts(channel)).toEqual([]);
});

test('a message without words is refused before it is sent', async () => {
  const { fake, platform, channel } = await startDiscord();
  expect((await failureOf(platform.send(postTo(channel, ' \n ')))).kind).toBe('rejected');
  expect(fake.calls(MESSAGES)).toEqual([]);
});

test.each([
  [{ kind: 'internal-error' }, 'unavailable'],
  [{ kind: 'bad-gateway' }, 'unavailable'],
  [{ kind: 'dropped-before' }, 'unknown'],
  [{ kind: 'dropped-after' }, 'unknown'],
  [{ kind: 'garbled', body: '{"ok":' }, 'unknown'],
  [{ kind: 'garbled', body: '{}' }, 'unknown'],
  [{ kind: 'too-many-requests', seconds: 7 }, 'rate-limited'],
  [{ kind: 'refused', status: 400, code: 50_035, message: 'Invalid Form Body' }, 'rejected'],
  [{ kind: 'refused', status: 403, code: 50_001, message: 'Missing Access' }, 'gone'],
  [{ kind: 'refused', status: 403, code: 50_013, message: 'Missing Permissions' }, 'gone'],
  [{ kind: 'refused', status: 403, code: 0, message: 'Forbidden' }, 'gone'],
  [{ kind: 'refused', status: 404, code: 10_004, message: 'Unknown Guild' }, 'gone'],
  [{ kind: 'refused', status: 400, code: 200_000, message: 'Blocked by automatic moderation' }, 'rejected'],
] satisfies [Fault, string][])(
  'after %j the post is %s, and sending it once more leaves one message',
  async (fault, kind) => {
    const { fake, platform, channel } = await startDiscord();
    const post = postTo(channel, 'Nhắc họp');
    fake.fail(MESSAGES, fault);
    expect((await failureOf(platform.send(post))).kind).toBe(kind);
    const ids = await platform.send(post);
    expect(fake.posts(channel).map(({ id }) => id)).toEqual(ids);
  },
);

test('a refusal for too many requests says how long to wait', async () => {
  const { fake, platform, channel } = await startDiscord();
  fake.fail(MESSAGES, { kind: 'too-many-requests', seconds: 7 });
  expect((await failureOf(platform.send(postTo(channel, 'a')))).retryAfter).toBeGreaterThanOrEqual(7);
});

test('a server that accepts and never answers is given up after 15 seconds', async () => {
  const { fake, platform, clock, channel } = await startDiscord();
  fake.fail(MESSAGES, { kind: 'silent' });
  const failure = failureOf(platform.send(postTo(channel, 'a')));
  await clock.sleeping(15_000);
  await fake.until(() => fake.posts(channel).length === 1);
  await clock.advance(15_000);
  expect((await failure).kind).toBe('unknown');
});

test('two hundred messages that were accepted and never answered are each there once', async () => {
  const { fake, platform, clock, lan } = await startDiscord();
  const names = Array.from({ length: 200 }, (_, number) => `tổ-${number}`);
  const { channels } = fake.server({ name: 'Phường', channels: names, administrators: [lan] });
  const posts = channels.map((channel) => postTo(channel, `Nhắc ${channel.name}`));
  fake.fail(MESSAGES, { kind: 'silent' }, 200);
  const failures = posts.map((post) => failureOf(platform.send(post)));
  await fake.until(() => fake.calls(MESSAGES).length === 200);
  await clock.advance(15_000);
  const kinds = (await Promise.all(failures)).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['unknown']));
  const ids = await Promise.all(posts.map((post) => platform.send(post)));
  expect(channels.map((channel) => fake.posts(channel).map(({ id }) => id))).toEqual(ids);
});

test('a message that was accepted long ago, and never acknowledged, is found in the channel', async () => {
  const { fake, platform, clock, channel, an } = await startDiscord();
  const post = postTo(channel, 'Nhắc <b>họp</b>');
  fake.fail(MESSAGES, { kind: 'dropped-after' });
  expect((await failureOf(platform.send(post))).kind).toBe('unavailable');
  an.says(channel, 'Nhắc **họp**');
  await clock.advance(3_600_000);
  expect(await platform.send(post)).toEqual([fake.posts(channel)[0]?.id]);
  expect(fake.posts(channel)).toHaveLength(1);

  const other = postTo(channel, 'Nhắc lần hai');
  fake.fail(MESSAGES, { kind: 'dropped-before' });
  expect((await failureOf(platform.send(other))).kind).toBe('unavailable');
  await clock.advance(3_600_000);
  fake.fail('GET /channels/:id/messages', { kind: 'internal-error' });
  expect((await failureOf(platform.send(other))).kind).toBe('unavailable');
  await platform.send(other);
  expect(fake.posts(channel)).toHaveLength(2);
});

test.each([
  [{ kind: 'too-many-requests', seconds: 1 }, 'rate-limited'],
  [{ kind: 'internal-error' }, 'unavailable'],
  [{ kind: 'dropped-after' }, 'unknown'],
] satisfies [Fault, string][])(
  'after %j at the second part the next attempt sends only what is missing',
  async (fault, kind) => {
    const { fake, platform, clock, channel } = await startDiscord();
    const post = postTo(channel, LONG, { key: 'the same' });
    const first = failureOf(platform.send(post));
    await clock.sleeping(1_000);
    fake.fail(MESSAGES, fault);
    await clock.advance(1_000);
    expect((await first).kind).toBe(kind);
    const second = platform.send(post);
    await clock.sleeping(1_000);
    await clock.advance(1_000);
    expect(await second).toHaveLength(2);
    expect(fake.posts(channel).map(({ text }) => text.slice(0, 3))).toEqual(['một', 'hai']);
  },
);

test('a channel that is deleted, hidden, muted, or in a server that threw the bot out is gone', async () => {
  const { fake, platform, lan, an } = await startDiscord();
  const kindIn = async (happen: (channel: ReturnType<typeof fake.server>) => void) => {
    const made = fake.server({ name: 'x', administrators: [lan] });
    happen(made);
    return (await failureOf(platform.send(postTo(made.channel, 'a')))).kind;
  };
  expect(await kindIn(({ channel }) => fake.deleteChannel(channel))).toBe('gone');
  expect(await kindIn(({ server }) => fake.kick(server))).toBe('gone');
  expect(await kindIn(({ channel }) => Object.assign(channel, { hidden: true }))).toBe('gone');
  expect(await kindIn(({ channel }) => Object.assign(channel, { muted: true }))).toBe('gone');
  an.blocks();
  expect((await failureOf(platform.send(postTo({ id: an.id }, 'a')))).kind).toBe('gone');
});

test('an archived thread is opened again; a locked one is gone', async () => {
  const { fake, platform, channel } = await startDiscord();
  const archived = fake.thread(channel, 'Tháng 11', { archived: true });
  const locked = fake.thread(channel, 'Tháng 10', { archived: true, locked: true });
  await platform.send(postTo(channel, 'Nhắc', { thread: archived.id }));
  expect(archived).toMatchObject({ archived: false, messages: { length: 1 } });
  expect((await failureOf(platform.send(postTo(channel, 'Nhắc', { thread: locked.id })))).kind).toBe('gone');
});

test('Discord out of reach is unavailable', async () => {
  const { fake, platform, channel } = await startDiscord();
  await fake.close();
  expect((await failureOf(platform.send(postTo(channel, 'a')))).kind).toBe('unavailable');
});

test('no error and no line of the log shows the token', async () => {
  const { fake, platform, start, logged, channel } = await startDiscord({
    botToken: 'MTA1x.Gx.wrong_token_of_the_bot_here',
  });
  const failures = [await failureOf(platform.send(postTo(channel, 'a'))), await failureOf(start())];
  expect(failures.map(({ kind }) => kind)).toEqual(['unavailable', 'gone']);
  expect(`${failures.map(({ message }) => message)} ${logged}`).not.toContain('wrong_token');
  expect(logged.filter((line) => line.includes('the token is refused; take it anew'))).toHaveLength(1);
  expect(fake.calls()).toEqual([]);
});

function button(label: string, line: string) {
  return { label, line };
}
