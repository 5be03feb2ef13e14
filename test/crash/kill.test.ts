import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { newFolder, PATIENTLY, runProgram } from '../support/program.ts';
import { seedDueReminders } from '../support/seed-due-reminders.ts';
import { howMany } from '../support/soak.ts';
import { startFakeTelegram } from '../support/telegram/fake-telegram.ts';
import type { Fault } from '../support/telegram/faults.ts';

const REMINDERS = howMany({ usually: 120, soaking: 500 });
const KILLS = howMany({ usually: 5, soaking: 20 });

const EVERY = 5;

describe('a process that is killed', () => {
  it(
    `${KILLS} times during a burst of ${REMINDERS} due reminders loses none and doubles each at most once`,
    PATIENTLY,
    async () => {
      const fake = await startFakeTelegram();
      const groups = Array.from({ length: REMINDERS }, (_, index) => fake.group({ title: `Group ${index}` }));
      const url = `sqlite:${join(newFolder(), 'bot.db')}`;
      const db = await openDatabase(url);
      await seedDueReminders(
        db,
        'telegram',
        groups.map(({ id }) => id),
        Temporal.Now.instant(),
      );
      await db.destroy();
      const env = {
        TELEGRAM_BOT_TOKEN: fake.token,
        TELEGRAM_API_ROOT: fake.apiRoot,
        DATABASE_URL: url,
        LOG_LEVEL: 'silent',
      };
      const random = numbersFrom(20_261_122);
      const sends = () => fake.calls('sendMessage').length;
      const starts = () => fake.calls('getMe').length;
      const hung = () => fake.refused().filter((line) => line === 'sendMessage: hung').length;

      for (let kill = 0; kill < KILLS; kill += 1) {
        const before = { sends: sends(), starts: starts() };
        const some = 1 + Math.floor(random() * 24);
        const fault = faultFor(kill);
        if (fault) fake.fail('sendMessage', fault);
        const bot = runProgram({ env });
        // Now and then before anything is sent, otherwise after some messages, at no particular point of the next.
        if (kill % EVERY === 2) await fake.until(() => starts() > before.starts);
        else await fake.until(() => sends() >= Math.min(before.sends + some, REMINDERS));
        if (fault?.kind === 'hung') await fake.until(() => hung() > 0);
        await wait(random() * 15);
        await bot.end('SIGKILL');
      }
      const last = runProgram({ env });
      const copies = () => groups.map((group) => fake.posts(group).length);
      await fake.until(() => copies().every((count) => count > 0));
      const { code } = await last.end('SIGTERM');
      await fake.close();

      const extra = copies().filter((count) => count > 1).length;
      process.stdout.write(`${KILLS} kills, ${REMINDERS} reminders: 0 lost, ${extra} posted twice\n`);
      expect(Math.min(...copies())).toBe(1);
      expect(Math.max(...copies())).toBeLessThanOrEqual(2);
      expect(code).toBe(0);
    },
  );
});

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
