import type { Step } from './month.ts';
import { startTelegramBot } from './start-telegram-bot.ts';

const DAY = 24 * 3_600_000;

/** The group of the unit, with its people; the coordinator has been named in answer to a message of theirs. */
export async function startScriptOnTelegram(begin: string) {
  const telegram = await startTelegramBot(begin);
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
}
