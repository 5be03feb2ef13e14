import { startTelegramBot } from '../start-telegram-bot.ts';
import type { Person, Shown } from '../telegram/fake-telegram.ts';
import { DEED, FOUR_DAYS, MODEL, SCHEDULE, type Stage } from './stage.ts';

export async function onTelegram(): Promise<Stage> {
  const telegram = await startTelegramBot('2026-01-14T08:00:00+07:00');
  const { app, bot, fake, clock } = telegram;
  const people = ['An', 'Bình', 'Lan', 'Kế'].map((name) => fake.person(name));
  const [an, binh, lan, ke] = people;
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
    await does(() => who.says(group, `/nhaclich ${SCHEDULE}`));
    await does(() => presses(who, 'Đúng, đặt lịch'));
    await does(() => an.says(group, `/viectot ${DEED}`));
  }
  await does(() => binh.says(first, `/mohinh ${MODEL.join(' | ')}`));
  await does(() => lan.says(first, '/capquyen Bình tổng hợp'));
  await telegram.pass(FOUR_DAYS);
  await does(() => lan.says(first, '/sualich NL1 20h ngày 21 hằng tháng'));
  await does(() => lan.says(first, '/choduyet'));
  await does(() => an.says(first, `/viectot ${DEED}`));
  await does(() => an.says(second, '/linhvuc VT1'));
  await does(() => binh.says(first, '/mohinh'));
  await does(() => lan.says(first, '/ngonngu', { anonymously: true }));
  const forgeable = (message: Shown) => ({
    lines: message.buttons.flat().map(({ callback_data }) => callback_data),
    forgers: people.map((person) => ({
      by: person.name,
      press: async (line: string) => (await fake.noteOn(person.forges(message, line))).text ?? '',
    })),
  });
  return {
    db: app.db,
    bot,
    clock,
    messages: [first, second].flatMap((group) => fake.messages(group)).map(forgeable),
    seen: () => [fake.calls('editMessageText'), fake.calls('sendMessage')].map(({ length }) => length),
  };
}
