import { expect, test } from 'vitest';
import { seedDueReminders } from '../support/seed-due-reminders.ts';
import { SOAK } from '../support/soak.ts';
import { startTelegramBot } from '../support/start-telegram-bot.ts';
import type { Fault } from '../support/telegram/faults.ts';

const CHATS = 150;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const WEEK = 7 * 24 * HOUR;

const KINDS: readonly [name: string, fault: Fault][] = [
  ['connections reset before a call is read', { kind: 'dropped-before' }],
  ['connections reset after a call is accepted', { kind: 'dropped-after' }],
  ['504', { kind: 'refused', code: 504, description: 'Gateway Timeout' }],
  ['502 with a page', { kind: 'bad-gateway' }],
  ['403 with a page that blocks', { kind: 'page', code: 403 }],
  ['200 with a page', { kind: 'page', code: 200 }],
  ['500', { kind: 'internal-error' }],
  ['calls that hang', { kind: 'hung' }],
  ['answers that never come', { kind: 'silent' }],
];

const LENGTHS: readonly [name: string, milliseconds: number, kinds: typeof KINDS][] = [
  ['12 seconds', 12 * SECOND, KINDS],
  ['130 seconds', 130 * SECOND, KINDS],
  ['30 minutes', 30 * MINUTE, KINDS],
  ['a week', WEEK, SOAK ? KINDS : KINDS.slice(0, 1)],
];

for (const [length, milliseconds, kinds] of LENGTHS)
  test.each(kinds)(
    `%s for ${length} at the hour at which ${CHATS} chats are due: each reminder arrives or is told of`,
    async (name, fault) => {
      const { app, bot, clock, fake } = await startTelegramBot('2026-01-14T08:00:00+07:00', {
        deadlines: 'moved',
        listens: false,
      });
      const chats = Array.from({ length: CHATS }, (_, index) => {
        const administrator = fake.person(`Quản trị ${index}`);
        administrator.writes('/start');
        return {
          administrator,
          group: fake.group({ title: `Group ${index}`, administrators: [administrator] }),
        };
      });
      await seedDueReminders(
        app.db,
        'telegram',
        chats.map(({ group }) => group.id),
        clock.now(),
        chats.map(({ administrator }) => administrator.id),
      );
      const pass = async (milliseconds: number, step: number): Promise<void> => {
        for (let passed = 0; passed < milliseconds; passed += step) {
          await bot.ticker.tick();
          await clock.advance(Math.min(step, milliseconds - passed));
        }
      };
      // A tick that is missed loses nothing: in a week there are fewer of them.
      const step = milliseconds === WEEK ? HOUR : MINUTE;
      fake.breakDown(fault);
      await pass(milliseconds, step);
      fake.breakDown(undefined);
      await pass(HOUR, MINUTE);

      const ends = chats.map(({ administrator, group }) => ({
        copies: fake.posts(group),
        told: fake.posts(administrator),
      }));
      const sent = ends.filter(({ copies }) => copies.length > 0);
      const late = sent.filter(({ copies }) => copies.at(-1)?.text.includes('muộn'));
      const told = ends.filter(({ copies, told }) => copies.length === 0 && told.length > 0).length;
      const silent = ends.filter(({ copies, told }) => copies.length + told.length === 0).length;
      const extra = ends.reduce((sum, { copies }) => sum + Math.max(0, copies.length - 1), 0);
      const both = ends.filter(({ copies, told }) => copies.length > 0 && told.length > 0).length;
      process.stdout.write(
        `${length}, ${name}: ${sent.length} sent, ${late.length} of them late, ${extra} extra copies, ${told} told of, ${both} both, ${silent} silent\n`,
      );
      expect(silent).toBe(0);
      expect(Math.max(...ends.map(({ copies }) => copies.length))).toBeLessThanOrEqual(2);
      expect(Math.max(...ends.map(({ told }) => told.length))).toBeLessThanOrEqual(2);
    },
  );
