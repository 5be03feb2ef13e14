import { expect, test } from 'vitest';
import type { Incoming } from '../../src/chat/incoming.ts';
import { howMany } from '../support/soak.ts';
import { startTelegramBot } from '../support/start-telegram-bot.ts';
import { startLinkedChat } from '../support/start-test-chat.ts';

const REPORTS = howMany({ usually: 30, soaking: 300 });
const TIMES = 10;
const DAY = 24 * 3_600_000;

test(`${REPORTS} updates, each ${TIMES} times and all shuffled, have one effect each`, async () => {
  const chat = await startLinkedChat();
  const updates = Array.from({ length: REPORTS * TIMES }, (_, index) => report(index % REPORTS));
  await Promise.all(shuffled(updates).map((incoming) => chat.platform.deliver(incoming)));
  await chat.settle();
  for (const incoming of shuffled(updates)) await chat.platform.deliver(incoming);
  await chat.settle();
  const stored = await chat.app.db.selectFrom('reports').select('id').execute();
  const receipts = chat.posts().filter((text) => text.includes('VT')).length;
  process.stdout.write(
    `${REPORTS} updates, each ${2 * TIMES} times: ${stored.length} reports, ${receipts} receipts\n`,
  );
  expect(stored).toHaveLength(REPORTS);
  expect(receipts).toBe(REPORTS);
  await chat.stop();
});

test('updates that Telegram numbers anew after a quiet week have their effect, each once', async () => {
  const { app, bot, fake, clock, still } = await startTelegramBot('2026-01-14T08:00:00+07:00');
  const administrator = fake.person('Quản trị');
  const group = fake.group({ title: 'Chi bộ ấp 2', administrators: [administrator] });
  administrator.says(group, '/lienket Chi bộ ấp 2');
  const say = async (what: string) => {
    administrator.says(group, `/viectot Giúp bà Sáu dọn nhà ${what}`);
    await fake.until(() => fake.pending().length === 0);
    await clock.advance(5_000);
    for (let time = 0; time < TIMES; time += 1) {
      fake.redeliver(1);
      await clock.advance(5_000);
    }
  };
  const count = async () => (await app.db.selectFrom('reports').select('id').execute()).length;
  await say('lần một');
  await say('lần hai');
  const known = fake.confirmed().at(-1)?.update_id ?? 0;
  const figures = [await count()];
  for (const from of [known, known - 1, 1]) {
    await clock.advance(8 * DAY);
    await bot.ticker.tick();
    // The poll that was open for all that time comes back with nothing.
    await still.advance(60_000);
    fake.renumber(from);
    await say(`sau số ${from}`);
    figures.push(await count());
  }
  process.stdout.write(
    `numbered anew after quiet weeks, each ${TIMES + 1} times: ${figures.join(', ')} reports\n`,
  );
  expect(figures).toEqual([2, 3, 4, 5]);
});

function report(index: number): Incoming {
  return {
    platform: 'memory',
    updateId: `again-${index}`,
    channel: { id: 'nhom', kind: 'group', title: 'nhom' },
    sender: { id: `p${index}`, name: `Người ${index}` },
    kind: 'message',
    messageId: `again-${index}`,
    text: `/viectot Giúp bà Sáu dọn nhà lần ${index}`,
    edited: false,
  };
}

/** In an order that looks random and is the same in every run. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item, index) => ({ item, place: (index * 7_919 + 104_729) % 65_537 }))
    .toSorted((one, other) => (one.place % 997) - (other.place % 997))
    .map(({ item }) => item);
}
