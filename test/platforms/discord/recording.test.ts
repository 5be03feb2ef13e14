import { expect, test } from 'vitest';
import { startDiscordBot } from '../../support/start-discord-bot.ts';

const BEGIN = '2026-12-01T08:00:00+07:00';
const MENU = 'Ghi nhận việc tốt';
const SAID = 'đã vá xong cái cầu gãy ở ấp 2 sáng nay';

test('a message makes one report, whoever records it, and another one when that was withdrawn', async () => {
  const { fake, an, lan, binh, channel, answer } = await startUnit();
  const said = lan.says(channel, SAID);
  expect(await answer(an.rightClicks(said, MENU))).toContain('Đã ghi việc tốt VT1');
  const again = await fake.answerTo(binh.rightClicks(said, MENU));
  expect(again).toMatchObject({ text: 'VT1 đã được ghi từ chính tin này.', onlyFor: binh.user });
  expect(await answer(an.rightClicks(said, MENU))).toContain('VT1 đã được ghi');
  await answer(an.uses(channel, 'rut', { ma: 'VT1' }));
  expect(await answer(binh.rightClicks(said, MENU))).toContain('Đã ghi việc tốt VT2');
});

test('a picture without words that was recorded is not asked about again', async () => {
  const { fake, an, lan, binh, channel, answer } = await startUnit();
  const said = lan.says(channel, '', { name: 'cau.jpg', bytes: Buffer.from('ffd8ff', 'hex') });
  const chosen = an.rightClicks(said, MENU);
  await fake.formFor(chosen);
  await answer(an.submits(chosen, { 'Nội dung': SAID }));
  const again = binh.rightClicks(said, MENU);
  expect(await answer(again)).toContain('VT1 đã được ghi');
  expect(again.form).toBeUndefined();
});

test('people, channels and emoji have their names in the report', async () => {
  const { an, lan, binh, channel, answer } = await startUnit();
  const said = lan.says(
    channel,
    `<@${binh.id}> và <@!${an.id}> dọn rác ở <#${channel.id}> <:tim:123> <a:vui:4>`,
  );
  await answer(an.rightClicks(said, MENU));
  const text = await answer(an.uses(channel, 'xem', { ma: 'VT1' }));
  expect(text).toContain('Bình và Nguyễn Văn An dọn rác ở #general :tim: :vui:');
});

test('what a bot posted is not recorded, and a bot gets no role, in words', async () => {
  const { fake, an, lan, bot, channel, answer } = await startUnit();
  const receipt = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: `Chị Hiền ${SAID}` }));
  const refused = await fake.answerTo(an.rightClicks(receipt, MENU));
  expect(refused).toMatchObject({ text: expect.stringContaining('do bot đăng'), onlyFor: an.user });
  const granted = await fake.answerTo(lan.uses(channel, 'capquyen', { nguoi: bot, vai_tro: 'tổng hợp' }));
  expect(granted.text).toContain('Không giao vai trò cho bot');
  expect(await answer(an.uses(channel, 'xem', { ma: 'VT2' }))).toContain('Không có VT2');
});

test('the way back to a recorded message can be followed', async () => {
  const { fake, an, lan, server, channel, answer } = await startUnit();
  const said = lan.says(channel, SAID);
  await answer(an.rightClicks(said, MENU));
  const shown = await fake.answerTo(an.uses(channel, 'xem', { ma: 'VT1' }));
  expect(shown.effects).toEqual([`link:https://discord.com/channels/${server.id}/${channel.id}/${said.id}`]);
});

test('nobody is asked for the new words of a report that is somebody else’s', async () => {
  const { fake, an, binh, channel, answer, logged } = await startUnit();
  const receipt = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: `Chị Hiền ${SAID}` }));
  for (const tried of [binh.presses(receipt, 'Sửa'), binh.uses(channel, 'sua', { ma: 'VT1' })]) {
    expect(await answer(tried)).toContain('VT1 do người khác gửi');
    expect(tried.form).toBeUndefined();
  }
  expect(logged.filter((line) => line.includes('"level":40'))).toEqual([]);
});

/** The bot on a server whose channel is that of a unit: Lan administers it, An and Bình are members. */
async function startUnit() {
  const started = await startDiscordBot(BEGIN);
  const { fake } = started;
  const lan = fake.person('Trần Thị Lan');
  const an = fake.person('Nguyễn Văn An');
  const binh = fake.person('Bình');
  const { server, channel } = fake.server({
    name: 'Ấp 2',
    administrators: [lan],
    members: [an, binh],
    bot: false,
  });
  const bot = { ...lan, user: fake.bot, id: fake.bot.id };
  fake.join(server, bot);
  fake.invite(server);
  await fake.until(() => fake.posts(channel).length === 1);
  await fake.answerTo(lan.uses(channel, 'lienket', { don_vi: 'Chi bộ ấp 2' }));
  const answer = async (...[to]: Parameters<typeof fake.answerTo>) => (await fake.answerTo(to)).text;
  return { ...started, lan, an, binh, bot, server, channel, answer };
}
