import { describe, expect, test } from 'vitest';
import type { Post } from '../../../src/chat/platform.ts';
import { markup } from '../../../src/texts/markup.ts';
import type { Fault } from '../../support/discord/faults.ts';
import { failureOf, postTo, startDiscord } from './start-discord.ts';

const MESSAGES = 'POST /channels/:id/messages';
const LIST = 'GET /channels/:id/messages';
const CALLBACK = 'POST /interactions/:id/:token/callback';
const HOUR = 3_600_000;
const LOST: Fault = { kind: 'dropped-after' };
/** A text in two parts. */
const LONG = `${'một '.repeat(450)}\n${'hai '.repeat(450)}`;
const ON_TIME = 'Nhắc <b>họp</b>';
const LATE = 'Nhắc muộn: họp';

describe('a message that may have been posted an hour ago', () => {
  test('is found in the channel, by a bot that knows nothing of it any more', async () => {
    const { fake, platform, make, clock, channel, an, cutOff } = await startInDoubt();
    const doubtful = await cutOff(platform, postTo(channel, ON_TIME));
    an.says(channel, 'Nhắc **họp**');
    await clock.advance(HOUR);
    expect(await make().send(doubtful)).toEqual([fake.posts(channel)[0]?.id]);
    expect(fake.posts(channel)).toHaveLength(1);
  });

  test('is found although it would be worded otherwise by now', async () => {
    const { fake, platform, clock, channel, cutOff } = await startInDoubt();
    const doubtful = await cutOff(platform, postTo(channel, ON_TIME));
    await clock.advance(HOUR);
    const late = { ...doubtful, message: { text: markup(LATE) }, alternatives: [doubtful.message] };
    expect(await platform.send(late)).toEqual([fake.posts(channel)[0]?.id]);
    expect(fake.posts(channel).map(({ text }) => text)).toEqual(['Nhắc họp']);
  });

  test('is posted, in its present wording, when it is not there', async () => {
    const { fake, platform, clock, channel, an, cutOff } = await startInDoubt();
    await platform.send(postTo(channel, ON_TIME));
    await clock.advance(HOUR);
    const doubtful = await cutOff(platform, postTo(channel, ON_TIME), { kind: 'dropped-before' });
    an.says(channel, 'Nhắc **họp**');
    await clock.advance(HOUR);
    const late = { ...doubtful, message: { text: markup(LATE) }, alternatives: [doubtful.message] };
    await platform.send(late);
    expect(fake.posts(channel).map(({ text }) => text)).toEqual(['Nhắc họp', LATE]);
  });

  test('is found behind more than what Discord lists at once', async () => {
    const { fake, platform, clock, channel, an, cutOff } = await startInDoubt();
    for (let i = 0; i < 130; i += 1) an.says(channel, `chuyện ${i}`);
    await clock.advance(HOUR);
    const doubtful = await cutOff(platform, postTo(channel, ON_TIME));
    for (let i = 0; i < 130; i += 1) an.says(channel, `chuyện khác ${i}`);
    await clock.advance(HOUR);
    expect(await platform.send(doubtful)).toEqual([fake.posts(channel)[0]?.id]);
    expect(fake.calls(LIST)).toHaveLength(2);
  });

  test('is not posted while the channel cannot be looked at', async () => {
    const { fake, platform, clock, channel, cutOff } = await startInDoubt();
    const doubtful = await cutOff(platform, postTo(channel, ON_TIME), { kind: 'dropped-before' });
    await clock.advance(HOUR);
    fake.fail(LIST, { kind: 'internal-error' });
    fake.fail(LIST, { kind: 'page', status: 200 });
    for (let i = 0; i < 2; i += 1)
      expect((await failureOf(platform.send(doubtful))).kind).toBe('unavailable');
    expect(fake.posts(channel)).toEqual([]);
    await platform.send(doubtful);
    expect(fake.posts(channel)).toHaveLength(1);
  });

  test.each(['the same bot', 'one that knows nothing of it'])(
    'and of which the first part was, is gone on with by %s in the wording that it was begun in',
    async (who) => {
      const { fake, platform, make, clock, channel } = await startInDoubt();
      const doubtful = { ...postTo(channel, LONG), doubtfulSince: clock.now() };
      const first = failureOf(platform.send(doubtful));
      await clock.sleeping(1_000);
      fake.fail(MESSAGES, { kind: 'dropped-before' });
      await clock.advance(1_000);
      await first;
      await clock.advance(HOUR);
      const late = { ...doubtful, message: { text: markup(LATE) }, alternatives: [doubtful.message] };
      const second = (who === 'the same bot' ? platform : make()).send(late);
      await clock.sleeping(1_000);
      await clock.advance(1_000);
      expect(await second).toEqual(fake.posts(channel).map(({ id }) => id));
      expect(fake.posts(channel).map(({ text }) => text.slice(0, 3))).toEqual(['một', 'hai']);
    },
  );

  test('is looked for in private as well', async () => {
    const { fake, platform, clock, an, cutOff } = await startInDoubt();
    const toPerson: Post = { ...postTo({ id: an.id }, ON_TIME), target: { channel: an.id, kind: 'private' } };
    const doubtful = await cutOff(platform, toPerson);
    await clock.advance(HOUR);
    await platform.send(doubtful);
    expect(fake.posts(an.chat)).toHaveLength(1);
  });
});

test('as long as Discord knows the nonce nothing is looked for', async () => {
  const { fake, make, platform, clock, channel, cutOff } = await startInDoubt();
  const doubtful = await cutOff(platform, postTo(channel, ON_TIME));
  await clock.advance(60_000);
  expect(await make().send(doubtful)).toEqual([fake.posts(channel)[0]?.id]);
  expect(fake.calls(LIST)).toEqual([]);
});

describe('an answer to a command that may have been given', () => {
  test('is found by a bot that knows nothing of the command any more, also at once', async () => {
    const { fake, platform, make, channel, used, cutOff } = await startAsked();
    const doubtful = await cutOff(platform, postTo(channel, 'Đã ghi VT1', { answers: used }), LOST, CALLBACK);
    expect(await make().send(doubtful)).toEqual([fake.posts(channel)[0]?.id]);
    expect(fake.posts(channel)).toHaveLength(1);
  });

  test('is not taken for what was said before to somebody else in the same words', async () => {
    const { fake, platform, make, channel, an, start, clock, takenBy } = await startInDoubt();
    await start();
    const earlier = an.uses(channel, 'lich');
    await takenBy(earlier);
    await platform.send(postTo(channel, 'Lịch', { answers: earlier }));
    const later = an.uses(channel, 'lich');
    const doubtful = { ...postTo(channel, 'Lịch', { answers: later }), doubtfulSince: clock.now() };
    await make().send(doubtful);
    expect(fake.posts(channel)).toHaveLength(2);
  });

  test('of which the second part may have been, is gone on with', async () => {
    const { fake, platform, clock, channel, used } = await startAsked();
    const doubtful = { ...postTo(channel, LONG, { answers: used }), doubtfulSince: clock.now() };
    const first = failureOf(platform.send(doubtful));
    await clock.sleeping(1_000);
    fake.fail('POST /webhooks/:app/:token', LOST);
    await clock.advance(1_000);
    expect((await first).kind).toBe('unknown');
    const second = platform.send(doubtful);
    expect(await second).toEqual(fake.posts(channel).map(({ id }) => id));
    expect(fake.posts(channel)).toHaveLength(2);
  });

  test('is looked for in the channel when the time of the command is over', async () => {
    const { fake, platform, clock, channel, used, cutOff } = await startAsked();
    const doubtful = await cutOff(platform, postTo(channel, 'Đã ghi VT1', { answers: used }), LOST, CALLBACK);
    await clock.advance(HOUR);
    expect(await platform.send(doubtful)).toEqual([fake.posts(channel)[0]?.id]);
    expect(fake.posts(channel)).toHaveLength(1);
  });
});

type Sender = { send(post: Post): Promise<string[]> };

/** An adapter, and the cutting off of what it sends: gives the post as it is tried again. */
async function startInDoubt() {
  const discord = await startDiscord();
  const { fake, clock } = discord;
  const cutOff = async (
    by: Sender,
    post: Post,
    fault = LOST,
    route: typeof MESSAGES | typeof CALLBACK = MESSAGES,
  ) => {
    const doubtful = { ...post, doubtfulSince: clock.now() };
    fake.fail(route, fault);
    expect((await failureOf(by.send(post))).kind).toBe('unknown');
    return doubtful;
  };
  return { ...discord, cutOff };
}

async function startAsked() {
  const discord = await startInDoubt();
  await discord.start();
  const used = discord.an.uses(discord.channel, 'lich');
  await discord.takenBy(used);
  return { ...discord, used };
}
