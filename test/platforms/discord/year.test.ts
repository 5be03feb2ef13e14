import { expect, test } from 'vitest';
import { toSlash } from '../../support/discord/slash-line.ts';
import { startDiscordBot } from '../../support/start-discord-bot.ts';
import { YEAR, YEAR_BEGINS, YEAR_SAYS, YEAR_SOON } from '../../support/year.ts';

const DAY = 24 * 3_600_000;

test('a year of a unit on Discord reminds of each session once, wherever it was moved', async () => {
  const { fake, pass, clock, logged } = await startDiscordBot(YEAR_BEGINS);
  const admin = fake.person('quantri');
  const { channel } = fake.server({ name: 'Ấp 2', administrators: [admin], members: [] });
  const shown = () => fake.posts(channel);

  /** The mode of a session is a matter of its buttons: the mode is chosen, and the link typed into the form. */
  const makeOnline = async (code: string, link: string): Promise<void> => {
    const session = await fake.answerTo(admin.uses(channel, 'buoi', { ma: code }));
    const pressed = admin.presses(session, 'Hình thức');
    const chosen = admin.presses(await fake.answerTo(pressed), 'trực tuyến');
    const asked = admin.presses(await fake.answerTo(chosen), 'Ghi đường dẫn');
    const form = await fake.formFor(asked);
    await fake.answerTo(admin.submits(asked, { [form.fields[0]?.label ?? '']: link }));
  };

  for (const step of YEAR) {
    if ('days' in step) await pass(step.days * DAY);
    else if ('presses' in step) {
      const message = [...shown()].findLast(({ buttons }) =>
        buttons.some(({ label }) => label === step.presses),
      );
      if (!message) throw new Error(`there is no button ${step.presses}`);
      const press = admin.presses(message, step.presses);
      await fake.until(() => press.answered);
    } else if (step.says.startsWith('/hinhthuc')) {
      await makeOnline('SH5', 'https://meet.google.com/abc-defg-hij');
    } else {
      const slash = toSlash(step.says);
      if (!slash) throw new Error(`${step.says} is no command`);
      await fake.answerTo(admin.uses(channel, slash.name, slash.typed));
    }
    await clock.advance(5_000);
  }

  const texts = shown().map(({ text }) => text.replaceAll('\u2060', '').replaceAll(/ \(⟨\d+⟩\)/g, ''));
  expect(YEAR_SOON.map((soon) => texts.filter((text) => text.startsWith(soon)).length)).toEqual(
    YEAR_SOON.map(() => 1),
  );
  for (const words of YEAR_SAYS.filter(
    (words) => !words.endsWith('thì giữ nguyên.') && !words.endsWith('chưa?'),
  ))
    expect(texts.join('\n')).toContain(words);
  expect(fake.refused()).toEqual([]);
  expect(logged.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
});
