import { expect, test } from 'vitest';
import type { Interaction, Person, Shown } from '../../support/discord/fake-discord.ts';
import { toSlash } from '../../support/discord/slash-line.ts';
import {
  MONTH,
  MONTH_BEGINS,
  MONTH_REMINDERS,
  MONTH_SUMMARY,
  SECOND_WEEK_SUMMARY,
} from '../../support/month.ts';
import { startDiscordBot } from '../../support/start-discord-bot.ts';

const DAY = 24 * 3_600_000;
test('a month of a unit on Discord ends with the right totals, and with every reminder posted once', async () => {
  const { fake, pass, logged } = await startDiscordBot(MONTH_BEGINS);
  const people = Object.fromEntries(
    ['quantri', 'tonghop', 'hoa', 'lan', 'minh'].map((name) => [name, fake.person(name)]),
  );
  const personOf = (name: string): Person => {
    const person = people[name];
    if (!person) throw new Error(`who is ${name}?`);
    return person;
  };
  const { channel } = fake.server({
    name: 'Ấp 2',
    administrators: [personOf('quantri')],
    members: ['tonghop', 'hoa', 'lan', 'minh'].map(personOf),
  });
  let opened: { interaction: Interaction; answers: string[] } | undefined;
  const shown: Shown[] = [];

  const uses = async (who: string, name: string, typed: Record<string, string | Person>): Promise<void> => {
    const used = personOf(who).uses(channel, name, typed);
    if (name === 'mohinh' && Object.keys(typed).length === 0) {
      await fake.formFor(used);
      opened = { interaction: used, answers: [] };
    } else shown.push(await fake.answerTo(used));
  };

  /** What the script answers one question after the other is typed into one form. */
  const answers = async (who: string, text: string): Promise<void> => {
    if (!opened) throw new Error('nothing was asked');
    opened.answers.push(text);
    const fields = opened.interaction.form?.fields ?? [];
    if (opened.answers.length < fields.length) return;
    const typed = Object.fromEntries(fields.map(({ label }, index) => [label, opened?.answers[index] ?? '']));
    shown.push(await fake.answerTo(personOf(who).submits(opened.interaction, typed)));
    opened = undefined;
  };

  const says = async (who: string, text: string): Promise<void> => {
    const slash = toSlash(text);
    if (!slash) return answers(who, text);
    await uses(who, slash.name, slash.typed);
    if (slash.name === 'lienket')
      await uses(who, 'capquyen', { nguoi: personOf('tonghop'), vai_tro: 'tổng hợp' });
  };

  for (const step of MONTH) {
    if ('days' in step) await pass(step.days * DAY);
    else if ('says' in step) await says(step.who, step.says);
    else {
      const message = shown.findLast(({ buttons }) => buttons.some(({ label }) => label === step.presses));
      if (!message) throw new Error(`there is no button ${step.presses}`);
      const press = personOf(step.who).presses(message, step.presses);
      await fake.until(() => press.answered);
    }
  }

  const texts = fake
    .posts(channel)
    .map(({ text }) => text.replaceAll('\u2060', '').replaceAll(/ \(⟨\d+⟩\)/g, ''));
  expect(texts.filter((text) => text.includes(SECOND_WEEK_SUMMARY))).toHaveLength(1);
  expect(texts.filter((text) => text.includes(MONTH_SUMMARY))).toHaveLength(1);
  expect(MONTH_REMINDERS.map((reminder) => texts.filter((text) => text.includes(reminder)).length)).toEqual([
    1, 1, 1,
  ]);
  // 5 December 2026, 19:30 in Việt Nam.
  expect(fake.posts(channel).flatMap(({ effects }) => effects)).toContain('time:1796473800');
  expect(texts.join('\n')).not.toMatch(/trục trặc|undefined|\[object/);
  expect(fake.refused()).toEqual([]);
  expect(logged.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
});
