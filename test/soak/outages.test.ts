import { expect, test } from 'vitest';
import { seedDueReminders } from '../support/seed-due-reminders.ts';
import { howMany, SOAK } from '../support/soak.ts';
import { startTelegramBot } from '../support/start-telegram-bot.ts';
import type { Fault } from '../support/telegram/faults.ts';

/** So many messages may be under way at once. */
const UNDER_WAY = 30;
const CHATS = howMany({ usually: 16, soaking: 150 });
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const KINDS: readonly [name: string, fault: Fault][] = [
  ['connections reset before a call is read', { kind: 'reset-before' }],
  ['connections reset after a call is accepted', { kind: 'reset-after' }],
  ['504', { kind: 'refused', code: 504, description: 'Gateway Timeout' }],
  ['502 with a page', { kind: 'bad-gateway' }],
  ['403 with a page that blocks', { kind: 'page', status: 403 }],
  ['200 with a page', { kind: 'page', status: 200 }],
  ['500', { kind: 'internal-error' }],
  ['calls that hang', { kind: 'hung' }],
  ['answers that never come', { kind: 'silent' }],
];

/** What a short form takes of them where each takes long: not read, accepted, refused by a page, neither answered nor ended. */
const SOME = SOAK ? KINDS : KINDS.filter((_, index) => [0, 1, 3, 8].includes(index));

const LENGTHS: readonly { length: string; milliseconds: number; times?: number; kinds?: typeof KINDS }[] = [
  { length: '12 seconds', milliseconds: 12 * SECOND },
  { length: '130 seconds', milliseconds: 130 * SECOND },
  { length: '30 minutes', milliseconds: 30 * MINUTE, kinds: SOME },
  // Whatever is in doubt is tried again in the midst of the next.
  { length: 'four times a minute', milliseconds: MINUTE, times: 4, kinds: SOME },
  // The session is over by then.
  SOAK
    ? { length: 'a week', milliseconds: 7 * DAY }
    : { length: '30 hours', milliseconds: 30 * HOUR, kinds: KINDS.slice(0, 1) },
];

const CASES = LENGTHS.flatMap(({ length, milliseconds, times = 1, kinds = KINDS }) =>
  kinds.map(([kind, fault]) => ({ name: `${length} of ${kind}`, milliseconds, times, fault })),
);

test.each(CASES)(
  `$name at the hour at which ${CHATS} chats are due: each reminder arrives, or an administrator is told`,
  async ({ name, milliseconds, times, fault }) => {
    const { fake, chats, pass } = await start();
    for (let time = 0; time < times; time += 1) {
      fake.breakDown(fault);
      // A tick that is missed loses nothing: in a long outage there are fewer of them.
      await pass(milliseconds, milliseconds > DAY ? HOUR : MINUTE);
      fake.breakDown(undefined);
      await pass(2 * MINUTE, MINUTE);
    }
    await pass(20 * MINUTE, MINUTE);

    const ends = chats.map(({ administrator, group }) => ({
      copies: fake.posts(group),
      told: fake.posts(administrator).filter(({ text }) => text.startsWith('⚠️')),
    }));
    const sent = ends.filter(({ copies }) => copies.length > 0);
    const late = sent.filter(({ copies }) => copies.at(-1)?.text.includes('muộn'));
    const told = ends.filter(({ copies, told }) => copies.length === 0 && told.length > 0);
    const silent = ends.filter(({ copies, told }) => copies.length + told.length === 0);
    const extra = ends.filter(({ copies }) => copies.length > 1);
    process.stdout.write(
      `${name}: ${sent.length} sent, ${late.length} of them late, ${extra.length} twice, ${told.length} told of, ${silent.length} silent\n`,
    );
    expect(silent).toEqual([]);
    expect(Math.max(...ends.map(({ copies }) => copies.length))).toBeLessThanOrEqual(2);
    expect(extra.length).toBeLessThanOrEqual(UNDER_WAY);
    // The news may itself have been cut off, and it insists.
    expect(Math.max(...ends.map(({ told }) => told.length))).toBeLessThanOrEqual(2);
    if (milliseconds < HOUR && times === 1) expect(sent).toHaveLength(CHATS);
  },
);

/** Groups with a session in two hours each, of which they are to be reminded now, and an administrator each. */
async function start() {
  const telegram = await startTelegramBot('2026-01-14T08:00:00+07:00', { givesUp: true, listens: false });
  const { app, bot, clock, fake } = telegram;
  const chats = Array.from({ length: CHATS }, (_, index) => {
    const administrator = fake.person(`Quản trị ${index}`);
    administrator.writes('/start');
    return { administrator, group: fake.group({ title: `Group ${index}`, administrators: [administrator] }) };
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
  return { ...telegram, chats, pass };
}
