import { expect, test } from 'vitest';
import { createTelegramPlatform } from '../src/platforms/telegram/telegram-platform.ts';
import { startDiscordBot } from './support/start-discord-bot.ts';
import { type Shown, startFakeTelegram } from './support/telegram/fake-telegram.ts';

const BEGIN = '2026-12-01T08:00:00+07:00';
const HOUR = 3_600_000;
const MINUTE = 60_000;

test('a person who joins both accounts has one set of roles, and one unit with a channel on each platform', async () => {
  const both = await startBoth();
  const { answerTo, discord, lanThere, group, lan, channel } = both;
  await answerTo(lanThere.says(group, '/lienket Chi bộ ấp 2'));
  await answerTo(lanThere.says(group, '/viectot Đoàn viên ấp 2 dọn vệ sinh đường liên ấp sáng nay'));
  const { question } = await joinLan(both);
  expect(question.text).toContain('tài khoản Telegram “Trần Thị Lan”');
  await discord.until(() => question.buttons.length > 0);
  const press = lan.presses(question, 'Đúng, kết nối');
  await discord.until(() => question.text.includes('Đã hỏi tài khoản Telegram'));
  expect(press.answered).toBe(7);
  await agreeThere(both);

  await discord.answerTo(lan.uses(channel, 'lienket', { don_vi: 'Chi bộ ấp 2' }));
  const mine = await discord.answerTo(lan.uses(channel, 'cuatoi'));
  expect(mine).toMatchObject({ text: expect.stringContaining('VT1'), onlyFor: lan.user });
});

test('a reminder reaches the channels of both platforms', async () => {
  const both = await startBoth();
  const { answerTo, discord, lanThere, group, lan, channel, pass, texts } = both;
  await answerTo(lanThere.says(group, '/lienket Chi bộ ấp 2'));
  const { question } = await joinLan(both);
  lan.presses(question, 'Đúng, kết nối');
  await agreeThere(both);
  await discord.answerTo(lan.uses(channel, 'lienket', { don_vi: 'Chi bộ ấp 2' }));
  const typed = { khi_nao: '20h ngày 3/12', ten: 'Họp chi bộ', nhac_truoc: 'trước 2 tiếng' };
  const proposed = await discord.answerTo(lan.uses(channel, 'nhaclich', typed));
  lan.presses(proposed, 'Đúng, đặt lịch');
  await discord.until(() => proposed.text.includes('Đã đặt lịch'));
  await pass(3 * 24 * HOUR);
  const reminders = (all: string[]) => all.filter((text) => text.includes('Còn 2 giờ nữa: Họp chi bộ'));
  expect({
    telegram: reminders(texts().telegram).length,
    discord: reminders(texts().discord).length,
  }).toEqual({
    telegram: 1,
    discord: 1,
  });
});

test('a code is shown and typed in private only, and is over after ten minutes and after its use', async () => {
  const both = await startBoth();
  const { answerTo, discord, clock, lanThere, group, lan, an, channel } = both;
  expect((await answerTo(lanThere.says(group, '/ketnoi'))).text).toContain('nhắn riêng');
  expect((await discord.answerTo(lan.uses(channel, 'ketnoi'))).text).toContain('nhắn riêng');
  const { code } = await joinLan(both);
  expect((await discord.answerTo(lan.uses(channel, 'ketnoi', { ma: code }))).text).toContain('nhắn riêng');
  expect((await answerTo(lanThere.writes(`/ketnoi ${code}`))).text).toContain('của một người');
  await clock.advance(10 * 60_000);
  expect((await discord.answerTo(lan.uses(lan.chat, 'ketnoi', { ma: code }))).text).toContain('quá hạn');

  const again = await joinLan(both);
  lan.presses(again.question, 'Đúng, kết nối');
  await agreeThere(both);
  const used = await discord.answerTo(an.uses(an.chat, 'ketnoi', { ma: again.code }));
  expect(used.text).toContain('quá hạn');
  expect((await discord.answerTo(an.uses(an.chat, 'ketnoi', { ma: '12' }))).text).toContain('8 chữ số');
});

test('two units of one name that were set up apart are told apart in words, and made one where that is asked for', async () => {
  const both = await startBoth();
  const { answerTo, discord, lanThere, group, lan, channel } = both;
  await discord.answerTo(lan.uses(channel, 'lienket', { don_vi: 'Chi bộ ấp 3' }));
  await answerTo(lanThere.says(group, '/lienket Chi bộ ấp 3'));
  const { question } = await joinLan(both);
  lan.presses(question, 'Đúng, kết nối');
  await agreeThere(both);
  const unitOf = async (id: string | number) =>
    both.app.db
      .selectFrom('channels')
      .select('unit_id')
      .where('external_id', '=', String(id))
      .executeTakeFirstOrThrow();
  const { text } = await answerTo(lanThere.says(group, '/lienket Chi bộ ấp 3'));
  expect(text).toContain('Có hai đơn vị cùng tên Chi bộ ấp 3');
  expect(await unitOf(group.id)).not.toEqual(await unitOf(channel.id));
  await discord.answerTo(lan.uses(channel, 'lich'));
  expect((await answerTo(lanThere.says(group, '/lienket Chi bộ ấp 3 xacnhan'))).text).toContain('Đã gắn');
  expect(await unitOf(group.id)).toEqual(await unitOf(channel.id));
});

test('a channel that Discord refuses is given up, and the administrator is told on Telegram', async () => {
  const both = await startBoth();
  const { telegram, answerTo, discord, lanThere, group, lan, channel, server, pass, texts, logged } = both;
  await answerTo(lanThere.says(group, '/lienket Chi bộ ấp 2'));
  const { question } = await joinLan(both);
  lan.presses(question, 'Đúng, kết nối');
  await agreeThere(both);
  await discord.answerTo(lan.uses(channel, 'lienket', { don_vi: 'Chi bộ ấp 2' }));
  const typed = { khi_nao: '20h hằng ngày', ten: 'Họp chi bộ', nhac_truoc: 'trước 2 tiếng' };
  const proposed = await discord.answerTo(lan.uses(channel, 'nhaclich', typed));
  lan.presses(proposed, 'Đúng, đặt lịch');
  await discord.until(() => proposed.text.includes('Đã đặt lịch'));

  channel.hidden = true;
  await pass(3 * 24 * HOUR);
  const told = telegram.messages(lanThere).filter(({ text }) => text.includes('Chưa gửi được lời nhắc'));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('general');
  const tries = discord.refused().filter((line) => line.includes('Missing Access'));
  expect(tries).toHaveLength(1);
  expect(texts().telegram.filter((text) => text.includes('Họp chi bộ')).length).toBeGreaterThanOrEqual(3);
  expect(logged.some((line) => line.includes('could not be delivered'))).toBe(true);

  channel.hidden = false;
  discord.kick(server);
  await pass(24 * HOUR);
  discord.invite(server);
  await pass(2 * 24 * HOUR);
  const since = discord.posts(channel).filter(({ text }) => text.includes('Còn 2 giờ nữa: Họp chi bộ'));
  expect(since).toHaveLength(2);
});

test('a Discord token that is refused is said in one line, and Telegram goes on', async () => {
  const botToken = 'MTA1x.Gx.wrong_token_of_the_bot_here';
  const { answerTo, discord, lanThere, group, logged } = await startBoth({ botToken });
  const { text } = await answerTo(lanThere.says(group, '/lienket Chi bộ ấp 2'));
  expect(text).toContain('Đã gắn');
  expect(discord.gateway.counts.identified).toBe(0);
  expect(logged.filter((line) => line.includes('discord: the token is refused'))).toHaveLength(1);
  expect(logged.join('')).not.toContain('wrong_token');
});

/** One bot on Discord and on Telegram, with a unit that has a channel on each. Lan administers both. */
async function startBoth(more: { botToken?: string } = {}) {
  let telegram: Awaited<ReturnType<typeof startFakeTelegram>> | undefined;
  const started = await startDiscordBot(BEGIN, {
    ...more,
    beside: async (clock, still, { log, blobs }) => {
      telegram = await startFakeTelegram({ clock, polls: still });
      const { token, apiRoot } = telegram;
      return [createTelegramPlatform({ token, apiRoot, readBlob: blobs.read, clock, log, deadlines: still })];
    },
  });
  if (!telegram) throw new Error('there is no Telegram');
  const fakeTelegram = telegram;
  const { fake: discord } = started;
  const lanThere = telegram.person('Trần Thị Lan', 'lan_tg');
  const group = telegram.group({ title: 'Chi bộ ấp 2 (Telegram)', administrators: [lanThere] });
  const lan = discord.person('Lan');
  const an = discord.person('An');
  const { server, channel } = discord.server({
    name: 'Ấp 2',
    administrators: [lan],
    members: [an],
    bot: false,
  });
  if (more.botToken === undefined) {
    discord.invite(server);
    await discord.until(() => discord.posts(channel).length === 1);
  }
  /** What the bot says to a message on Telegram, where it takes a second between two. */
  const answerTo = async (asked: Shown): Promise<Shown> => {
    await started.clock.advance(3_000);
    return fakeTelegram.answerTo(asked);
  };
  const texts = () => ({
    telegram: fakeTelegram.posts(group).map(({ text }) => text),
    discord: discord.posts(channel).map(({ text }) => text),
  });
  return { ...started, telegram, answerTo, discord, lanThere, group, lan, an, server, channel, texts };
}

/** Lan shows that both accounts are hers. */
async function joinLan({ answerTo, discord, lanThere, lan }: Awaited<ReturnType<typeof startBoth>>) {
  const asked = lanThere.writes('/ketnoi');
  const { text } = await answerTo(asked);
  const [, code = ''] = /\/ketnoi (\d{4} \d{4})/.exec(text) ?? [];
  const typed = lan.uses(lan.chat, 'ketnoi', { ma: code });
  const question = await discord.answerTo(typed);
  return { code, question };
}

/** The account that showed the code is asked as well, and agrees; the other one is told. */
async function agreeThere({ telegram, discord, lanThere, lan, pass }: Awaited<ReturnType<typeof startBoth>>) {
  const asked = () =>
    telegram.messages(lanThere).findLast(({ text }) => text.includes('Kết nối với tài khoản này?'));
  await pass(MINUTE);
  const question = asked();
  if (question) lanThere.presses(question, 'Đúng, kết nối');
  await pass(MINUTE);
  await discord.until(() => discord.posts(lan.chat).some(({ text }) => text.includes('Đã kết nối')));
}
