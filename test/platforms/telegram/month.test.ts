import { describe, expect, it } from 'vitest';
import {
  MONTH,
  MONTH_BEGINS,
  MONTH_REMINDERS,
  MONTH_SUMMARY,
  SECOND_WEEK_SUMMARY,
  type Step,
} from '../../support/month.ts';
import { startTelegramBot } from '../../support/start-telegram-bot.ts';

const DAY = 24 * 3_600_000;

/** The group of the unit, with its people; the coordinator has been named in answer to a message of theirs. */
const startUnit = async () => {
  const telegram = await startTelegramBot(MONTH_BEGINS);
  const { fake, clock, pass } = telegram;
  const names = ['quantri', 'tonghop', 'hoa', 'lan', 'minh'];
  const people = new Map(names.map((name) => [name, fake.person(name)]));
  const person = (name: string) => people.get(name) ?? fake.person(name);
  const group = fake.group({
    title: 'Chi bộ ấp 2',
    administrators: [person('quantri')],
    members: names.slice(1).map(person),
    bot: 'administrator',
  });
  const newest = (label?: string) =>
    fake
      .posts(group)
      .findLast(({ buttons, asks }) => (label ? buttons.flat().some(({ text }) => text === label) : asks));

  const act = (step: Exclude<Step, { days: number }>): void => {
    if ('presses' in step) {
      const message = newest(step.presses);
      if (message) person(step.who).presses(message, step.presses);
      return;
    }
    const question = /^[/／]/.test(step.says) ? undefined : newest();
    if (question) person(step.who).replies(question, step.says);
    else person(step.who).says(group, step.says);
  };
  const run = async (steps: readonly Step[]): Promise<void> => {
    for (const step of steps) {
      if ('days' in step) {
        const eight = Math.round(clock.now().epochMilliseconds / DAY - 1 / 24) * DAY + DAY / 24;
        await pass(eight + step.days * DAY - clock.now().epochMilliseconds);
        continue;
      }
      act(step);
      await fake.until(() => fake.pending().length === 0);
      await clock.advance(5_000);
    }
  };
  return { ...telegram, group, person, run };
};

describe('a month of a unit on Telegram', () => {
  it('ends with the right totals, and with every reminder posted once', async () => {
    const { fake, group, person, run, logged, clock } = await startUnit();
    await run(MONTH.slice(0, 1));
    const hello = person('tonghop').says(group, 'Chào cả nhà');
    person('quantri').says(group, '/capquyen tổng hợp', { replyTo: hello });
    await clock.advance(5_000);
    await run(MONTH.slice(1));
    const posts = fake.posts(group).map(({ text }) => text);
    expect(posts.filter((text) => text.startsWith(SECOND_WEEK_SUMMARY))).toHaveLength(1);
    expect(posts.filter((text) => text.startsWith(MONTH_SUMMARY))).toHaveLength(1);
    const reminders = posts.filter((text) => text.startsWith('🔔'));
    expect(reminders).toEqual(MONTH_REMINDERS.map((reminder) => expect.stringContaining(reminder)));
    expect(fake.refused()).toEqual([]);
    expect(logged.filter((line) => /"level":[45]0/.test(line))).toEqual([]);
  });
});
