import { expect, test } from 'vitest';
import { startDiscordBot } from '../../support/start-discord-bot.ts';
import { postTo, startDiscord } from './start-discord.ts';

const BEGIN = '2026-12-01T08:00:00+07:00';
const DEED = 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất';
const DAY = 24 * 3_600_000;
const GREEN = 0x2e7d32;
const RED = 0xc62828;
const BLUE = 0x1565c0;
// discord.com/developers/docs/components/reference#button-button-styles
const STYLE = { blue: 1, grey: 2, green: 3, red: 4 } as const;

test('receipts, reminders and summaries are set off, each in a colour of its own, and stay so when they change', async () => {
  const { fake, an, lan, channel, pass } = await startUnit();
  const receipt = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED }));
  expect(receipt.embeds).toMatchObject([{ color: GREEN }]);
  const asked = await fake.answerTo(an.presses(receipt, 'Đổi lĩnh vực'));
  expect(asked.embeds).toEqual([]);
  an.presses(asked, 'Tuyên truyền');
  await fake.until(() => receipt.text.includes('Lĩnh vực: Tuyên truyền'));
  expect(receipt.embeds).toMatchObject([
    { color: GREEN, description: expect.stringContaining('Tuyên truyền') },
  ]);
  expect(asked).toMatchObject({ text: expect.stringContaining('Lĩnh vực: Tuyên truyền'), embeds: [] });

  const summary = await fake.answerTo(lan.uses(channel, 'tuan'));
  expect(summary.embeds).toMatchObject([{ color: BLUE }]);

  const typed = { khi_nao: '20h hằng ngày', ten: 'Họp chi bộ', nhac_truoc: 'trước 2 tiếng' };
  const proposed = await fake.answerTo(lan.uses(channel, 'nhaclich', typed));
  lan.presses(proposed, 'Đúng, đặt lịch');
  await fake.until(() => proposed.text.includes('Đã đặt lịch'));
  await pass(DAY / 2);
  const reminder = fake.posts(channel).find(({ text }) => text.includes('Còn 2 giờ nữa: Họp chi bộ'));
  expect(reminder?.embeds).toMatchObject([{ color: RED }]);
  expect(fake.refused()).toEqual([]);
});

test('a button is green where it approves, red where it ends something, blue where it leads on, grey elsewhere', async () => {
  const { fake, an, lan, channel, linked } = await startUnit();
  const stylesOf = ({ buttons }: typeof linked) =>
    Object.fromEntries(buttons.map(({ label, style }) => [label, style]));
  expect(stylesOf(linked)).toEqual({ 'Đặt lịch nhắc': STYLE.blue });
  const receipt = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED }));
  expect(stylesOf(receipt)).toMatchObject({ 'Đổi lĩnh vực': STYLE.grey, Sửa: STYLE.grey, Rút: STYLE.red });
  const queue = await fake.answerTo(lan.uses(channel, 'choduyet'));
  expect(stylesOf(queue)).toMatchObject({ 'Duyệt VT1': STYLE.green, 'Trả lại VT1': STYLE.grey });
  const typed = { khi_nao: '20h hằng ngày', ten: 'Họp chi bộ' };
  const proposed = await fake.answerTo(lan.uses(channel, 'nhaclich', typed));
  expect(stylesOf(proposed)).toMatchObject({ 'Đúng, đặt lịch': STYLE.green, Bỏ: STYLE.grey });
  const asked = await fake.answerTo(an.presses(receipt, 'Đổi lĩnh vực'));
  expect(stylesOf(asked)).toMatchObject({ 'Trả lời': STYLE.blue });
});

test('where embeds are not allowed the same is said as text', async () => {
  const { fake, an, server, channel } = await startUnit();
  server.plain = true;
  fake.quieten(server, false);
  await fake.until(() => true);
  const receipt = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED }));
  expect(receipt).toMatchObject({ text: expect.stringContaining('VT1'), embeds: [] });
});

test('what is too long for one colour goes on in the next message', async () => {
  const { fake, platform, clock, start, channel } = await startDiscord();
  await start();
  const text = Array.from({ length: 90 }, (_, n) => `${n} ${'chữ '.repeat(15)}`.trim()).join('\n');
  const sent = platform.send(postTo(channel, text, { kind: 'summary' }));
  await clock.sleeping(1_000);
  await clock.advance(1_000);
  expect(await sent).toHaveLength(2);
  const parts = fake.posts(channel);
  expect(parts.map(({ embeds }) => embeds.length)).toEqual([1, 1]);
  expect(parts.map(({ text }) => text).join('\n')).toBe(text);
});

test('a message of the time before colours is changed into one that shows', async () => {
  const { fake, platform, start, channel } = await startDiscord();
  await start();
  const [id = ''] = await platform.send(postTo(channel, 'Nhắc họp'));
  await platform.edit(postTo(channel, 'Nhắc họp lúc 20 giờ', { kind: 'reminder' }), id);
  expect(fake.posts(channel)).toMatchObject([{ text: 'Nhắc họp lúc 20 giờ', embeds: [{ color: RED }] }]);
  await platform.edit(postTo(channel, 'Buổi họp đã hủy'), id);
  expect(fake.posts(channel)).toMatchObject([{ text: 'Buổi họp đã hủy', embeds: [] }]);
});

test('a reminder in a colour that may have been posted an hour ago is found, and not posted twice', async () => {
  const { fake, platform, clock, start, channel } = await startDiscord();
  await start();
  const post = postTo(channel, 'Nhắc họp', { kind: 'reminder' });
  fake.fail('POST /channels/:id/messages', { kind: 'dropped-after' });
  await expect(platform.send(post)).rejects.toMatchObject({ kind: 'unknown' });
  const doubtful = { ...post, doubtfulSince: clock.now() };
  await clock.advance(3_600_000);
  expect(await platform.send(doubtful)).toEqual(fake.posts(channel).map(({ id }) => id));
  expect(fake.posts(channel)).toHaveLength(1);
});

test('so is a receipt with a picture, which does not count as attached once it is shown', async () => {
  const { fake, platform, blobs, clock, start, channel } = await startDiscord();
  await start();
  const { sha256: blob, mimeType } = await blobs.keep(Buffer.from('ffd8ffe0010203', 'hex'));
  const picture = { name: 'ví.jpg', mimeType, blob };
  const post = postTo(channel, 'Đã ghi VT1', { kind: 'receipt', picture });
  fake.fail('POST /channels/:id/messages', { kind: 'dropped-after' });
  await expect(platform.send(post)).rejects.toMatchObject({ kind: 'unknown' });
  const doubtful = { ...post, doubtfulSince: clock.now() };
  await clock.advance(3_600_000);
  await platform.send(doubtful);
  expect(fake.posts(channel)).toMatchObject([{ files: [], embeds: [{ image: expect.anything() }] }]);
});

/** The bot on a server whose channel is that of a unit: Lan administers it, An is a member. */
async function startUnit() {
  const started = await startDiscordBot(BEGIN);
  const { fake } = started;
  const lan = fake.person('Trần Thị Lan');
  const an = fake.person('Nguyễn Văn An');
  const { server, channel } = fake.server({ name: 'Ấp 2', administrators: [lan], members: [an], bot: false });
  fake.invite(server);
  await fake.until(() => fake.posts(channel).length === 1);
  const linked = await fake.answerTo(lan.uses(channel, 'lienket', { don_vi: 'Chi bộ ấp 2' }));
  return { ...started, lan, an, server, channel, linked };
}
