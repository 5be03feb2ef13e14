import { expect, test } from 'vitest';
import { enqueue } from '../../src/delivery/outbox.ts';
import { LANES } from '../../src/delivery/pace.ts';
import { createTelegramPlatform } from '../../src/platforms/telegram/telegram-platform.ts';
import { markup } from '../../src/texts/markup.ts';
import { howMany } from '../support/soak.ts';
import { startDiscordBot } from '../support/start-discord-bot.ts';
import { startTelegramBot } from '../support/start-telegram-bot.ts';
import { type Group, type Person, startFakeTelegram } from '../support/telegram/fake-telegram.ts';
import type { Fault } from '../support/telegram/faults.ts';

const BEGIN = '2026-01-14T08:00:00+07:00';
const CHATS = howMany({ usually: 80, soaking: 200 });
/** With so many, the second that is kept for those who type is no large part of the time. */
const MANY_CHATS = 200;
const A_FIFTH = CHATS / 5;
const DUE_IN_EACH = 2;
const STEP = 100;
const MOST = 120_000;
/** How much longer the others may take for it. */
const RATIO = 1.1;

const HELD: Fault = { kind: 'too-many-requests', retryAfter: 3_600 };
const SLOW: Fault = { kind: 'slow', milliseconds: 25_000 };

/** Where no chat has a fault, which is the same for all. */
let calmly: Promise<number> | undefined;

test.each([
  ['held for an hour', 4, HELD],
  ['held for an hour', A_FIFTH, HELD],
  ['slow by 25 seconds', 4, SLOW],
  ['slow by 25 seconds', A_FIFTH, SLOW],
] as const)(`chats that are %s, %i of ${CHATS}, keep no other waiting`, async (what, troubled, fault) => {
  calmly ??= timeToServe(0, fault);
  const calm = await calmly;
  const took = await timeToServe(troubled, fault);
  report(`${troubled} of ${CHATS} chats ${what}: the others served`, took, calm);
  expect(took).toBeLessThanOrEqual(RATIO * calm);
});

test('a channel that is to wait for three seconds is tried again after three seconds', async () => {
  const { app, bot, clock, fake } = await startTelegramBot(BEGIN, { listens: false });
  const group = fake.group({ title: 'Chi bộ ấp 2' });
  fake.fail('sendMessage', { kind: 'too-many-requests', retryAfter: 3 });
  await putDue(app, 'telegram', group.id, 1);
  bot.sender.wake();
  const took = await until(clock, () => fake.posts(group).length === 1);
  process.stdout.write(`a retry_after of 3 s: posted after ${seconds(took)} s\n`);
  expect(took).toBe(3_000);
});

test('groups whose minute is full, because a member types every 2 seconds, keep no other waiting', async () => {
  const calm = await timeToServeBesideTypists('are silent');
  const took = await timeToServeBesideTypists('type');
  report('4 groups with a full minute: the others served', took.others, calm.others);
  process.stdout.write(`4 groups with a full minute: served themselves in ${seconds(took.busy)} s\n`);
  expect(took.others).toBeLessThanOrEqual(RATIO * calm.others);
  expect(took.busy).toBeLessThan(MOST);
});

test('six busy groups on Telegram do not keep a reminder on Discord waiting', async () => {
  const calm = await timeOnDiscord(0);
  const took = await timeOnDiscord(6);
  report('six busy groups on Telegram: a reminder on Discord', took, calm);
  expect(took).toBeLessThanOrEqual(RATIO * calm);
});

/** Milliseconds until the chats that are not troubled have what is due. */
async function timeToServe(troubled: number, fault: Fault): Promise<number> {
  const { app, bot, clock, fake } = await startTelegramBot(BEGIN, { givesUp: true, listens: false });
  const groups = Array.from({ length: CHATS }, (_, index) => fake.group({ title: `Group ${index}` }));
  for (const group of groups.slice(0, troubled))
    fake.fail('sendMessage', fault, Number.POSITIVE_INFINITY, group);
  for (const { id } of groups) await putDue(app, 'telegram', id, DUE_IN_EACH);
  bot.sender.wake();
  const others = groups.slice(troubled);
  return until(clock, () => others.every((group) => hasWhatIsDue(fake, group)));
}

/** The same beside four groups in which a member may have been typing for two minutes, and goes on. */
async function timeToServeBesideTypists(
  they: 'type' | 'are silent',
): Promise<{ others: number; busy: number }> {
  const { app, bot, clock, fake } = await startTelegramBot(BEGIN);
  const busy = Array.from({ length: 4 }, (_, index) => typist(fake, index));
  const type = () => {
    if (they === 'are silent') return;
    for (const { group, person } of busy) person.says(group, '/trogiup');
  };
  for (let typed = 0; typed < 60; typed += 1) {
    type();
    await clock.advance(2_000);
  }
  const groups = Array.from({ length: MANY_CHATS }, (_, index) => fake.group({ title: `Group ${index}` }));
  const all = [...busy.map(({ group }) => group), ...groups];
  for (const { id } of all) await putDue(app, 'telegram', id, DUE_IN_EACH);
  bot.sender.wake();
  const others = await until(clock, () => groups.every((group) => hasWhatIsDue(fake, group)), type);
  const more = await until(clock, () => busy.every(({ group }) => hasWhatIsDue(fake, group)), type);
  return { others, busy: others + more };
}

/** Milliseconds until what is due on Discord is there, beside people who type in groups on Telegram and much that is due. */
async function timeOnDiscord(typists: number): Promise<number> {
  let telegram: Awaited<ReturnType<typeof startFakeTelegram>> | undefined;
  const { app, bot, clock, fake } = await startDiscordBot(BEGIN, {
    beside: async (clock, still, { log, blobs }) => {
      telegram = await startFakeTelegram({ clock, polls: still });
      const { token, apiRoot } = telegram;
      return [createTelegramPlatform({ token, apiRoot, readBlob: blobs.read, clock, log, deadlines: still })];
    },
  });
  if (!telegram) throw new Error('there is no Telegram');
  const there = telegram;
  const { channel } = fake.server({ name: 'Ấp 2', administrators: [fake.person('Lan')], members: [] });
  const busy = Array.from({ length: typists }, (_, index) => typist(there, index));
  const type = () => {
    for (const { group, person } of busy) person.says(group, '/trogiup');
  };
  for (let typed = 0; typed < 30; typed += 1) {
    type();
    await clock.advance(2_000);
  }
  for (const { group } of busy) await putDue(app, 'telegram', group.id, 10);
  await putDue(app, 'discord', channel.id, 1);
  const start = clock.now();
  bot.sender.wake();
  await until(clock, () => fake.posts(channel).length === 1, type);
  return Math.max(STEP, clock.now().epochMilliseconds - start.epochMilliseconds);
}

function typist(fake: Telegram, index: number): { group: Group; person: Person } {
  const person = fake.person(`Person ${index}`);
  return { person, group: fake.group({ title: `Busy ${index}`, members: [person] }) };
}

type Telegram = Awaited<ReturnType<typeof startFakeTelegram>>;
type Bot = Awaited<ReturnType<typeof startTelegramBot>>;

async function putDue(app: Bot['app'], platform: string, channel: string, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const key = `due:${channel}:${index}`;
    const target = { channel };
    const message = { text: markup(key) };
    const entry = { key, platform, target, message, lane: LANES.due, dueAt: app.clock.now() };
    await enqueue(app.db, entry, app.newId);
  }
}

function hasWhatIsDue(fake: Telegram, group: Group): boolean {
  return fake.posts(group).filter(({ text }) => text.startsWith('due:')).length === DUE_IN_EACH;
}

/** Milliseconds until something is there. `meanwhile` goes on every 2 seconds. */
async function until(
  clock: Bot['clock'],
  isThere: () => boolean,
  meanwhile: () => void = () => {},
): Promise<number> {
  await clock.advance(0);
  for (let passed = 0; passed <= MOST; passed += STEP) {
    if (isThere()) return passed;
    if (passed % 2_000 === 0) meanwhile();
    await clock.advance(STEP);
  }
  throw new Error('it has not come');
}

function report(what: string, took: number, calm: number): void {
  process.stdout.write(
    `${what} in ${seconds(took)} s, without them ${seconds(calm)} s, ratio ${(took / calm).toFixed(2)}\n`,
  );
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
