import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from '../../src/core/log.ts';
import { runTerminal } from '../../src/terminal.ts';
import type { Interaction, Shown as ShownOnDiscord } from '../support/discord/fake-discord.ts';
import { toSlash } from '../support/discord/slash-line.ts';
import { manualClock } from '../support/manual-clock.ts';
import { newDatabase } from '../support/new-database.ts';
import { startDiscordBot } from '../support/start-discord-bot.ts';
import { startTelegramBot } from '../support/start-telegram-bot.ts';
import { startTestChat } from '../support/start-test-chat.ts';
import type { Shown as ShownOnTelegram } from '../support/telegram/fake-telegram.ts';
import { testApp } from '../support/test-app.ts';

/** `number`: the place of the button under its message. */
type Step = { who: string } & ({ says: string } | { presses: string; number: number });

const BEGIN = '2026-12-01T08:00:00+07:00';

/** What people do with the bot every week; each step is answered. */
const CONVERSATION: readonly Step[] = [
  { who: 'an', says: '/lich' },
  { who: 'quantri', says: '/lienket Chi bộ ấp 2' },
  {
    who: 'an',
    says: '/viectot Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại cho *người mất* @everyone',
  },
  { who: 'an', presses: 'Đổi lĩnh vực', number: 1 },
  { who: 'an', presses: 'Môi trường, nông thôn mới', number: 9 },
  { who: 'an', says: '/duyet VT1' },
  { who: 'an', says: '/xem VT9' },
  { who: 'an', says: '/mohinh Tủ đồ nhân ái | Hội LHPN xã | 2.150 bộ quần áo, giúp 380 lượt người' },
  { who: 'an', says: '/rut MH1' },
  { who: 'an', presses: 'Khôi phục', number: 1 },
  { who: 'quantri', says: '/duyet VT1 MH1 VT7' },
  {
    who: 'quantri',
    says: '/nhaclich 19h30 ngày 5 hằng tháng Sinh hoạt chi bộ, trước 3 ngày và 2 tiếng, tại nhà văn hóa',
  },
  { who: 'quantri', presses: 'Đúng, đặt lịch', number: 1 },
  { who: 'an', says: '/lich' },
  { who: 'an', says: '/xem VT1' },
  { who: 'quantri', says: '/tuan' },
];

test('on Telegram the conversation means what it means in memory', async () => {
  const { fake, clock } = await startTelegramBot(BEGIN);
  const an = fake.person('An');
  const quantri = fake.person('Quantri');
  const group = fake.group({ title: 'nhom', administrators: [quantri], members: [an] });
  const answers: string[] = [];
  for (const step of CONVERSATION) {
    const person = step.who === 'an' ? an : quantri;
    const before = new Map(fake.posts(group).map((post) => [post.id, post.text]));
    const changed = (): ShownOnTelegram | undefined =>
      fake.posts(group).find(({ id, text }) => before.get(id) !== text);
    if ('says' in step) person.says(group, step.says);
    else {
      const labelled = ({ buttons }: ShownOnTelegram) =>
        buttons.flat().some(({ text }) => text === step.presses);
      const message = fake.posts(group).findLast(labelled);
      if (!message) throw new Error(`there is no button ${step.presses}`);
      person.presses(message, step.presses);
    }
    await clock.advance(3_000);
    answers.push(asRead((await fake.until(changed)).text));
  }
  expect(answers).toEqual(await inMemory());
});

test('on Discord the conversation means what it means in memory', async () => {
  const { fake, clock } = await startDiscordBot(BEGIN);
  const an = fake.person('An');
  const quantri = fake.person('Quantri');
  const { channel } = fake.server({ name: 'nhom', administrators: [quantri], members: [an] });
  const answers: string[] = [];
  const seen: ShownOnDiscord[] = [];
  /** What the person sees of the answer: a message of its own, or the pressed one, changed. */
  const answerTo = (interaction: Interaction): Promise<ShownOnDiscord> => {
    const { message } = interaction;
    const versions = message?.versions.length ?? 0;
    return fake.until(
      () =>
        interaction.answers.find(({ loading, deleted }) => !loading && !deleted) ??
        (message && message.versions.length > versions ? message : undefined),
    );
  };
  for (const step of CONVERSATION) {
    const person = step.who === 'an' ? an : quantri;
    const slash = 'says' in step ? toSlash(step.says) : undefined;
    const labelled = ({ buttons }: ShownOnDiscord) =>
      buttons.some(({ label }) => 'presses' in step && label === step.presses);
    const message = seen.findLast(labelled);
    const interaction = slash
      ? person.uses(channel, slash.name, slash.typed)
      : message && 'presses' in step
        ? person.presses(message, step.presses)
        : undefined;
    if (!interaction) throw new Error(`nobody can do ${JSON.stringify(step)}`);
    const answer = await answerTo(interaction);
    seen.push(answer);
    answers.push(asRead(answer.text));
    await clock.advance(3_000);
  }
  expect(answers).toEqual(await inMemory());
  expect(fake.posts(channel).flatMap(({ effects }) => effects)).toEqual([]);
});

test('in the terminal the conversation means what it means in memory', async () => {
  const printed: string[] = [];
  const clock = manualClock(BEGIN);
  const log = createLog('silent', process.stderr);
  const db = await newDatabase();
  const app = testApp({ db, clock, log });
  const input = new PassThrough();
  input.end(
    CONVERSATION.map((step) => `${step.who}: ${'says' in step ? step.says : `[${step.number}]`}`).join('\n'),
  );
  await runTerminal(app, { input, output: { write: (text) => void printed.push(text) }, interactive: false });
  const transcript = asRead(printed.join('')).replaceAll('\n  ', '\n');
  let from = 0;
  for (const answer of await inMemory()) {
    const at = transcript.indexOf(answer, from);
    expect(at, `after ${from}: ${answer}`).toBeGreaterThanOrEqual(from);
    from = at + answer.length;
  }
});

/** What keeps typed text from being a command or a mention is not to be seen. */
function asRead(text: string): string {
  return text.replaceAll('\u2060', '');
}

async function inMemory(): Promise<string[]> {
  const chat = await startTestChat({ now: BEGIN });
  const answers: string[] = [];
  for (const step of CONVERSATION) {
    const who = step.who === 'quantri' ? 'Quantri' : 'An';
    const answer = 'says' in step ? chat.says(who, step.says) : chat.presses(who, step.presses);
    answers.push((await answer).split('\n---\n').at(-1) ?? '');
    await chat.clock.advance(3_000);
  }
  await chat.stop();
  return answers.map(asRead);
}
