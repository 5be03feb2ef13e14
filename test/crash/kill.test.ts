import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { atomically } from '../../src/storage/atomically.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { startFakeDiscord } from '../support/discord/fake-discord.ts';
import { newFolder, PATIENTLY, runProgram } from '../support/program.ts';
import { seedDueReminders } from '../support/seed-due-reminders.ts';
import { howMany } from '../support/soak.ts';
import { type Shown, startFakeTelegram } from '../support/telegram/fake-telegram.ts';
import type { Fault } from '../support/telegram/faults.ts';

const KILLS = howMany({ usually: 3, soaking: 200 });
const REMINDERS = howMany({ usually: 60, soaking: 10_000 });
const REPORTS = howMany({ usually: 12, soaking: 1_000 });
/** Messages between a start and a kill, at most. */
const SOME = howMany({ usually: 24, soaking: 90 });
const EVERY = 5;
const ON_DISCORD = {
  kills: howMany({ usually: 2, soaking: 30 }),
  reminders: howMany({ usually: 60, soaking: 1_000 }),
};

test(
  `${KILLS} kills during ${REMINDERS} due reminders and ${REPORTS} reports lose none, and double each at most once`,
  PATIENTLY,
  async () => {
    const { fake, chats, url, env } = await startTelegram();
    const random = numbersFrom(20_261_122);
    const sends = () => fake.calls('sendMessage').length;
    const starts = () => fake.calls('getMe').length;
    const hung = () => fake.refused().filter((line) => line === 'sendMessage: hung').length;
    const reports: Shown[] = [];
    let inFlight = 0;

    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = { sends: sends(), starts: starts() };
      const some = 1 + Math.floor(random() * SOME);
      const fault = faultFor(kill);
      if (fault) fake.fail('sendMessage', fault);
      const bot = runProgram({ env });
      for (const { administrator, group } of chats.slice(reports.length, ((kill + 1) * REPORTS) / KILLS))
        reports.push(administrator.says(group, '/viectot Giúp bà Sáu dọn nhà'));
      // Now and then before anything is sent, otherwise after some messages, at no particular point of the next.
      if (kill % EVERY === 2) await fake.until(() => starts() > before.starts);
      else await fake.until(() => sends() >= Math.min(before.sends + some, REMINDERS));
      if (fault?.kind === 'hung') await fake.until(() => hung() > 0);
      await wait(random() * 15);
      await bot.end('SIGKILL');
      inFlight += await withDatabase(url, countUnderWay);
    }
    const last = runProgram({ env });
    const copies = () =>
      chats.map(({ group }) => fake.posts(group).filter(({ text }) => text.startsWith('🔔')).length);
    const told = () => chats.map(({ administrator }) => fake.posts(administrator).length);
    const answers = () =>
      reports.map(
        (report) =>
          fake.posts({ chat: report.chat, id: '' }).filter(({ replyTo }) => replyTo === report).length,
      );
    await fake.until(
      () =>
        sends() >= REMINDERS &&
        answers().every((count) => count > 0) &&
        copies().every((count, index) => count > 0 || (told()[index] ?? 0) > 0),
    );
    const { code } = await last.end('SIGTERM');
    await fake.close();

    const stored = await withDatabase(url, countReports);
    const extra = { reminders: moreThanOne(copies()), answers: moreThanOne(answers()) };
    const lost = copies().filter((count, index) => count === 0 && told()[index] === 0).length;
    const instead = copies().filter((count) => count === 0).length;
    process.stdout.write(
      `${KILLS} kills, ${REMINDERS} reminders: ${lost} lost, ${instead} told of instead, ${extra.reminders} posted twice (${inFlight} were under way); ${REPORTS} reports: ${stored} stored, all answered, ${extra.answers} more than once\n`,
    );
    expect(lost).toBe(0);
    expect(Math.max(...copies())).toBeLessThanOrEqual(2);
    expect(extra.reminders).toBeLessThanOrEqual(inFlight);
    expect(stored).toBe(REPORTS);
    expect(code).toBe(0);
  },
);

test(
  `${ON_DISCORD.kills} kills during ${ON_DISCORD.reminders} due reminders on Discord lose none and double none`,
  PATIENTLY,
  async () => {
    const fake = await startFakeDiscord();
    const names = Array.from({ length: ON_DISCORD.reminders }, (_, index) => `kenh-${index}`);
    const { channels } = fake.server({ name: 'Ấp 2', channels: names, administrators: [fake.person('Lan')] });
    const url = await databaseWith(
      'discord',
      channels.map(({ id }) => id),
    );
    const env = {
      DISCORD_TOKEN: fake.token,
      DISCORD_API_ROOT: fake.apiRoot,
      DATABASE_URL: url,
      LOG_LEVEL: 'silent',
    };
    const random = numbersFrom(20_261_125);
    const sends = () => fake.calls('POST /channels/:id/messages').length;
    let inFlight = 0;
    for (let kill = 0; kill < ON_DISCORD.kills; kill += 1) {
      const enough = sends() + 1 + Math.floor((random() * ON_DISCORD.reminders) / ON_DISCORD.kills);
      fake.fail('POST /channels/:id/messages', { kind: 'silent' });
      const bot = runProgram({ env });
      await fake.until(() => sends() >= enough);
      await wait(random() * 15);
      await bot.end('SIGKILL');
      inFlight += await withDatabase(url, countUnderWay);
    }
    const last = runProgram({ env });
    const copies = () => channels.map((channel) => fake.posts(channel).length);
    await fake.until(() => copies().every((count) => count > 0));
    const { code } = await last.end('SIGTERM');
    await fake.close();

    process.stdout.write(
      `${ON_DISCORD.kills} kills, ${ON_DISCORD.reminders} reminders on Discord: 0 lost, ${moreThanOne(copies())} posted twice (${inFlight} were under way)\n`,
    );
    expect(new Set(copies())).toEqual(new Set([1]));
    expect(inFlight).toBeGreaterThan(0);
    expect(code).toBe(0);
  },
);

/** Groups that are to be reminded, each with an administrator whom the bot may write to. */
async function startTelegram() {
  const fake = await startFakeTelegram();
  const chats = Array.from({ length: REMINDERS }, (_, index) => {
    const administrator = fake.person(`Quản trị ${index}`);
    administrator.chat.bot = 'member';
    return { administrator, group: fake.group({ title: `Group ${index}`, administrators: [administrator] }) };
  });
  const url = await databaseWith(
    'telegram',
    chats.map(({ group }) => group.id),
    chats.map(({ administrator }) => administrator.id),
  );
  const env = {
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
    DATABASE_URL: url,
    LOG_LEVEL: 'silent',
  };
  return { fake, chats, url, env };
}

async function databaseWith(platform: string, channels: string[], administrators?: string[]) {
  const url = `sqlite:${join(newFolder(), 'bot.db')}`;
  const now = Temporal.Now.instant();
  await withDatabase(url, (db) =>
    atomically(db, (db) => seedDueReminders(db, platform, channels, now, administrators)),
  );
  return url;
}

async function withDatabase<Result>(url: string, work: (db: Database) => Promise<Result>): Promise<Result> {
  const db = await openDatabase(url);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** What a process that was killed had begun to send. */
async function countUnderWay(db: Database): Promise<number> {
  return (await db.selectFrom('outbox').select('id').where('state', '=', 'sending').execute()).length;
}

async function countReports(db: Database): Promise<number> {
  return (await db.selectFrom('reports').select('id').execute()).length;
}

function moreThanOne(counts: readonly number[]): number {
  return counts.filter((count) => count > 1).length;
}

/** What becomes of a message that the kill cuts off: Telegram does not have it yet, or it has it. */
function faultFor(kill: number): Fault | undefined {
  // Once only: what was cut off twice without an answer is given up by design, and an administrator told.
  if (kill === 0) return { kind: 'hung' };
  return kill % EVERY === 1 ? { kind: 'silent' } : undefined;
}

/** Numbers between 0 and 1 that look random and are the same in every run. */
function numbersFrom(seed: number) {
  return () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return seed / 2 ** 32;
  };
}
