import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { seedDueReminders } from '../support/seed-due-reminders.ts';
import { startFakeTelegram } from '../support/telegram/fake-telegram.ts';

const REMINDERS = 500;
const KILLS = 20;

type Fake = Awaited<ReturnType<typeof startFakeTelegram>>;

let running: ChildProcess | undefined;
afterEach(() => running?.kill('SIGKILL'));

describe('a process that is killed', () => {
  it(`${KILLS} times during a burst of ${REMINDERS} due reminders loses none and doubles each at most once`, {
    timeout: 170_000,
  }, async () => {
    const fake = await startFakeTelegram();
    const groups = Array.from({ length: REMINDERS }, (_, index) => fake.group({ title: `Group ${index}` }));
    const url = `sqlite:${join(mkdtempSync(join(tmpdir(), 'neu-guong-')), 'bot.db')}`;
    const db = await openDatabase(url);
    await seedDueReminders(
      db,
      'telegram',
      groups.map(({ id }) => id),
      Temporal.Now.instant(),
    );
    await db.destroy();
    const random = numbersFrom(20_261_122);
    const sends = () => fake.calls('sendMessage').length;

    for (let kill = 0; kill < KILLS; kill += 1) {
      const bot = startBot(fake, url);
      const before = sends();
      const some = Math.floor(random() * 24);
      // Now and then before anything is sent, otherwise after some messages, at no particular point of the next.
      if (kill % 5 === 0) await wait(200 + random() * 500);
      else await fake.until(() => sends() >= Math.min(before + some, REMINDERS), 20_000);
      await wait(random() * 15);
      bot.kill('SIGKILL');
      await once(bot, 'exit');
    }
    const last = startBot(fake, url);
    const copies = () => groups.map((group) => fake.posts(group).length);
    await fake.until(() => copies().every((count) => count > 0), 60_000);
    last.kill('SIGTERM');
    const [code] = await once(last, 'exit');
    await fake.close();

    const extra = copies().filter((count) => count > 1).length;
    process.stdout.write(`${KILLS} kills, ${REMINDERS} reminders: 0 lost, ${extra} posted twice\n`);
    expect(Math.min(...copies())).toBe(1);
    expect(Math.max(...copies())).toBeLessThanOrEqual(2);
    expect(code).toBe(0);
  });
});

/** Numbers between 0 and 1 that look random and are the same in every run. */
function numbersFrom(seed: number) {
  return () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return seed / 2 ** 32;
  };
}

function startBot(fake: Fake, databaseUrl: string): ChildProcess {
  running = spawn(process.execPath, ['src/start.js'], {
    env: {
      PATH: process.env['PATH'],
      TELEGRAM_BOT_TOKEN: fake.token,
      TELEGRAM_API_ROOT: fake.apiRoot,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return running;
}
