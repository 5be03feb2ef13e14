import type { Person, Shown } from '../discord/fake-discord.ts';
import { startDiscordBot } from '../start-discord-bot.ts';
import { DEED, FOUR_DAYS, type Forger, MODEL, type Stage } from './stage.ts';

const WHEN = { khi_nao: '19h30 ngày 20 hằng tháng', ten: 'Họp chi bộ', nhac_truoc: 'trước 3 ngày' };
const WAYS = ['button', 'menu', 'answer'] as const;

export async function onDiscord(): Promise<Stage> {
  const discord = await startDiscordBot('2026-01-14T08:00:00+07:00');
  const { app, bot, fake, clock } = discord;
  const people = ['An', 'Bình', 'Lan', 'Kế'].map((name) => fake.person(name));
  const [an, binh, lan, ke] = people;
  if (!an || !binh || !lan || !ke) throw new Error('nobody is there');
  const { channel: first } = fake.server({ name: 'Ấp 2', administrators: [lan], members: [an, binh] });
  const { channel: second } = fake.server({ name: 'Đoàn xã', administrators: [ke], members: [an] });
  const places = [
    [lan, first, 'Chi bộ ấp 2'],
    [ke, second, 'Đoàn xã'],
  ] as const;
  const uses = async (
    who: Person,
    channel: typeof first,
    name: string,
    typed: Record<string, string | Person>,
  ) => fake.answerTo(who.uses(channel, name, typed));
  for (const [who, channel, unit] of places) {
    await uses(who, channel, 'lienket', { don_vi: unit });
    const proposal = await uses(who, channel, 'nhaclich', WHEN);
    who.presses(proposal, 'Đúng, đặt lịch');
    await fake.until(() => proposal.text.includes('NL1'));
    await bot.receiver.idle();
    const receipt = await uses(an, channel, 'viectot', { noi_dung: DEED });
    await fake.answerTo(an.presses(receipt, 'Đổi lĩnh vực'));
  }
  const [ten, nguoi_thuc_hien, noi_dung_va_ket_qua] = MODEL;
  await uses(binh, first, 'mohinh', { ten, nguoi_thuc_hien, noi_dung_va_ket_qua });
  await uses(lan, first, 'capquyen', { nguoi: binh, vai_tro: 'tổng hợp' });
  await discord.pass(FOUR_DAYS);
  await uses(lan, first, 'sualich', { ma: 'NL1', sua_gi: '20h ngày 21 hằng tháng' });
  await uses(binh, first, 'choduyet', {});
  await uses(an, first, 'viectot', { noi_dung: 'tốt' });
  await uses(lan, first, 'ngonngu', {});
  const forger = (person: Person, message: Shown, way: (typeof WAYS)[number]): Forger => ({
    by: person.name,
    press: async (line) => {
      const { onlyFor, text } = await fake.answerTo(person.forges(message, line, way));
      return onlyFor === person.user ? text : `said to all: ${text}`;
    },
  });
  const forgeable = (message: Shown) => ({
    lines: message.buttons.map(({ id }) => id),
    forgers: people
      .filter(({ id }) => message.channel.server?.members.has(id))
      .flatMap((person) => waysUnder(message).map((way) => forger(person, message, way))),
  });
  const before = [first, second].flatMap(({ messages }) => messages);
  return {
    db: app.db,
    bot,
    clock,
    messages: before.map(forgeable),
    seen: () => [
      before.map(({ versions, deleted }) => [versions.length, deleted]),
      [first, second].map((channel) => fake.messages(channel).length),
    ],
  };
}

/** A form that the message itself opens is no forgery. */
function waysUnder({ buttons }: Shown) {
  const opensForm = buttons.some(({ id }) => id === '~answer');
  return WAYS.filter((way) => way !== 'answer' || !opensForm);
}
