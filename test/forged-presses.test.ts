import { expect, it } from 'vitest';
import { features } from '../src/features/index.ts';
import { toPlain } from '../src/texts/markup.ts';
import { fill } from '../src/texts/translator.ts';
import { howMany } from './support/soak.ts';
import { startTelegramBot } from './support/start-telegram-bot.ts';
import type { Person, Shown } from './support/telegram/fake-telegram.ts';
import { watchRows } from './support/watch-rows.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất';
const PLAIN = ['Thôi', 'Vẫn ghi', 'bỏ qua', 'economy', 'English', '12/15', 'Dạ tôi sẽ có mặt đúng giờ ạ'];

it('of thousands of forged presses, by anyone under any message, not one changes or replaces anything', async () => {
  const { app, bot, fake, clock, people, groups } = await startTwoUnits();
  const messages = groups.flatMap((group) => fake.messages(group));
  const offered = messages.flatMap(({ buttons }) => buttons.flat().map(({ callback_data }) => callback_data));
  const lines = [...new Set([...offered, ...commandLines(), ...PLAIN])];
  const touched = await watchRows(app.db);
  const edits = fake.calls('editMessageText').length;
  const posts = fake.calls('sendMessage').length;
  const random = createRandom(20_260_114);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('there is nothing to pick');
    return item;
  };
  const wanted = howMany({ usually: 300, soaking: 10_000 });
  for (let done = 0; done < wanted; ) {
    const together = people.map((person) => ({ person, message: pick(messages), line: pick(lines) }));
    const forged = together.filter(({ message, line }) => !carries(message, line));
    const presses = forged.map(({ person, message, line }) => person.forges(message, line));
    for (const press of presses)
      expect((await fake.noteOn(press)).text).toMatch(/^(?:Tin này không còn nút đó|This message has no)/);
    done += presses.length;
    // Nobody is told that they send too fast.
    await clock.advance(2_500);
  }
  await bot.receiver.idle();
  expect(await touched()).toEqual([]);
  expect(fake.calls('editMessageText')).toHaveLength(edits);
  expect(fake.calls('sendMessage')).toHaveLength(posts);
});

function carries({ buttons }: Shown, line: string): boolean {
  return buttons.flat().some(({ callback_data }) => callback_data === line);
}

/** Every command, alone, with a code, and as help shows it, as far as a button has room for it. */
function commandLines(): string[] {
  return features
    .flatMap(({ commands = [] }) => commands)
    .flatMap(({ name, example }) => [
      `/${name}`,
      ...['VT1', 'VT2', 'MH1', 'NL1', 'SH1', 'CD1'].map((code) => `/${name} ${code}`),
      ...toPlain(fill('vi', example)).split('\n'),
    ])
    .filter((line) => Buffer.byteLength(line) <= 64);
}

/** Two units, a member and an administrator in each, and all kinds of messages, of today and of last week. */
async function startTwoUnits() {
  const telegram = await startTelegramBot('2026-01-14T08:00:00+07:00');
  const { bot, fake, clock } = telegram;
  const [an, binh, lan, ke] = ['An', 'Bình', 'Lan', 'Kế'].map((name) => fake.person(name));
  if (!an || !binh || !lan || !ke) throw new Error('nobody is there');
  const first = fake.group({ title: 'Chi bộ ấp 2', administrators: [lan], members: [an, binh] });
  const second = fake.group({ title: 'Đoàn xã', administrators: [ke], members: [an] });
  const does = async (act: () => unknown): Promise<void> => {
    act();
    await fake.until(() => fake.pending().length === 0);
    await clock.advance(4_000);
    await bot.receiver.idle();
  };
  const presses = (who: Person, label: string) => {
    const labelled = ({ buttons }: Shown) => buttons.flat().some(({ text }) => text === label);
    const message = [first, second].flatMap((group) => fake.posts(group)).findLast(labelled);
    if (message) who.presses(message, label);
  };
  for (const [who, group, unit] of [
    [lan, first, 'Chi bộ ấp 2'],
    [ke, second, 'Đoàn xã'],
  ] as const) {
    await does(() => who.says(group, `/lienket ${unit}`));
    await does(() => who.says(group, '/nhaclich 19h30 ngày 20 hằng tháng Họp chi bộ, trước 3 ngày'));
    await does(() => presses(who, 'Đúng, đặt lịch'));
    await does(() => an.says(group, `/viectot ${DEED}`));
  }
  await does(() => binh.says(first, '/mohinh Tủ đồ nhân ái | Hội LHPN xã | 2.150 bộ quần áo, giúp 380 lượt'));
  await telegram.pass(4 * 24 * 3_600_000);
  await does(() => lan.says(first, '/sualich NL1 20h ngày 21'));
  await does(() => lan.says(first, '/choduyet'));
  await does(() => an.says(first, `/viectot ${DEED}`));
  await does(() => an.says(second, '/linhvuc VT1'));
  await does(() => binh.says(first, '/mohinh'));
  await does(() => lan.says(first, '/ngonngu', { anonymously: true }));
  return { ...telegram, people: [an, binh, lan, ke], groups: [first, second] };
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
