import { expect, test } from 'vitest';
import { takesTurns as turn } from '../../../src/core/takes-turns.ts';
import { enqueue } from '../../../src/delivery/outbox.ts';
import { LANES } from '../../../src/delivery/pace.ts';
import { markup } from '../../../src/texts/markup.ts';
import { seedDueReminders } from '../../support/seed-due-reminders.ts';
import { startTelegramBot } from '../../support/start-telegram-bot.ts';

// Telegram refuses with 429 what is beyond its published limits. The bot would obey and try again, so that all
// arrives in any case: what counts here is that it is never refused.

test('a burst of commands in one group is answered within the limits', async () => {
  const { fake, unrefused } = await start();
  const people = Array.from({ length: 25 }, (_, index) => fake.person(`Person ${index}`));
  const group = fake.group({ title: 'Chi bộ ấp 2', members: people });
  for (const person of people) person.says(group, '/trogiup');
  await unrefused(() => fake.posts(group).length === people.length, 1_000);
});

test('a burst of commands in many chats is answered within the limits', async () => {
  const { fake, unrefused } = await start();
  const people = Array.from({ length: 80 }, (_, index) => fake.person(`Person ${index}`));
  for (const person of people) person.writes('/trogiup');
  await unrefused(() => people.every((person) => fake.posts(person).length === 1), 50);
});

test('what is due at once in one group is posted within the limits', async () => {
  const { fake, due, unrefused } = await start();
  const group = fake.group({ title: 'Chi bộ ấp 2' });
  await due(
    group.id,
    Array.from({ length: 25 }, (_, index) => `Việc ${index}`),
  );
  await unrefused(() => fake.posts(group).length === 25, 1_000);
});

test('answers and what is due share the limits of a group', async () => {
  const { fake, due, unrefused } = await start();
  const people = Array.from({ length: 13 }, (_, index) => fake.person(`Person ${index}`));
  const group = fake.group({ title: 'Chi bộ ấp 2', members: people });
  await due(
    group.id,
    people.map(({ name }) => `Việc của ${name}`),
  );
  for (const person of people) person.says(group, '/trogiup');
  await unrefused(() => fake.posts(group).length === 26, 1_000);
});

test('each part of a long message counts', async () => {
  const { fake, due, unrefused } = await start();
  const group = fake.group({ title: 'Chi bộ ấp 2' });
  await due(
    group.id,
    Array.from({ length: 12 }, (_, index) => `${index} ${'một '.repeat(1_500)}`),
  );
  await unrefused(() => fake.posts(group).length === 24, 1_000);
});

test('reminders due at once in many groups are posted within the limits', async () => {
  const { app, bot, clock, fake, unrefused } = await start();
  const groups = Array.from({ length: 80 }, (_, index) => fake.group({ title: `Group ${index}` }));
  await seedDueReminders(
    app.db,
    'telegram',
    groups.map(({ id }) => id),
    clock.now(),
  );
  await bot.ticker.tick();
  await unrefused(() => groups.every((group) => fake.posts(group).length === 1), 50);
});

async function start() {
  const telegram = await startTelegramBot('2026-01-14T08:00:00+07:00');
  const { app, bot, clock, fake } = telegram;

  const due = async (channel: string, texts: readonly string[]): Promise<void> => {
    for (const text of texts) {
      const where = { platform: 'telegram', target: { channel } };
      const message = { text: markup(text) };
      const entry = { key: text, ...where, message, lane: LANES.due, dueAt: clock.now() };
      await enqueue(app.db, entry, app.newId);
    }
    bot.sender.wake();
  };

  /** All that has gone out at this moment has arrived, so that none of it counts for a later one. */
  const settle = async (): Promise<void> => {
    for (let before = -1; before !== fake.calls().length && fake.refused().length === 0; ) {
      before = fake.calls().length;
      for (let turns = 0; turns < 100; turns += 1) await turn();
    }
  };

  /** Lets time pass in steps of so many milliseconds until all is there, and nothing may be refused on the way. */
  const unrefused = async (isThere: () => boolean, step: number): Promise<void> => {
    await settle();
    for (let steps = 0; steps < 120 && !isThere() && fake.refused().length === 0; steps += 1) {
      await clock.advance(step);
      await settle();
    }
    expect(fake.refused()).toEqual([]);
    expect(isThere()).toBe(true);
  };

  return { ...telegram, due, unrefused };
}
