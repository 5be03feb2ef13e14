import { expect, test } from 'vitest';
import { startDiscordUnit } from '../../support/start-discord-unit.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất';

test('a good deed sent without its text opens a form, and is recorded from there', async () => {
  const { fake, an, channel } = await startDiscordUnit();
  const used = an.uses(channel, 'viectot');
  expect(await fake.formFor(used)).toMatchObject({
    title: 'Báo một việc tốt',
    fields: [{ label: 'Nội dung', required: true }],
  });
  const sent = an.submits(used, { 'Nội dung': DEED });
  expect(await fake.answerTo(sent)).toMatchObject({
    text: expect.stringContaining('Đã ghi việc tốt VT1'),
    onlyFor: undefined,
  });
});

test('what is too short is asked for again, to the person alone, and the answer is recorded', async () => {
  const { fake, an, channel } = await startDiscordUnit();
  const refused = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: 'tốt' }));
  expect(refused).toMatchObject({ text: expect.stringContaining('ngắn quá'), onlyFor: an.user });
  const press = an.presses(refused, 'Trả lời');
  await fake.formFor(press);
  an.submits(press, { 'Trả lời': DEED });
  await fake.until(() => fake.posts(channel).some(({ text }) => text.includes('VT1')));
});

test('a correction begins with the words as they are, and changes the receipt in place', async () => {
  const { fake, lan, an, channel } = await startDiscordUnit();
  const receipt = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED }));
  const press = an.presses(receipt, 'Sửa');
  expect((await fake.formFor(press)).fields).toMatchObject([{ label: 'Nội dung', value: DEED }]);
  an.submits(press, { 'Nội dung': `${DEED} ở chợ` });
  await fake.until(() => receipt.versions.length === 2);
  expect(receipt.text).toContain('người mất ở chợ');

  const used = an.uses(channel, 'sua', { ma: 'vt1' });
  await fake.formFor(used);
  const sent = an.submits(used, { 'Nội dung': `${DEED} sáng nay` });
  expect(await fake.answerTo(sent)).toMatchObject({ onlyFor: an.user });
  expect(receipt.text).toContain('người mất sáng nay');

  const minh = fake.person('Minh');
  fake.join(receipt.channel.server ?? fail(), minh);
  const asked = await fake.answerTo(minh.presses(receipt, 'Sửa'));
  expect(asked).toMatchObject({ onlyFor: minh.user });
  expect(fake.posts(channel).filter(({ author }) => author === fake.bot)).toHaveLength(2);
  expect(lan.id).not.toBe(minh.id);
});

test('a choice among many is a menu, and what was chosen shows under the receipt as well', async () => {
  const { fake, an, channel } = await startDiscordUnit();
  const receipt = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED }));
  const question = await fake.answerTo(an.presses(receipt, 'Đổi lĩnh vực'));
  expect(question).toMatchObject({ onlyFor: an.user });
  expect(question.buttons[0]?.menu).toBeDefined();
  an.presses(question, 'Tuyên truyền');
  await fake.until(() => receipt.text.includes('Lĩnh vực: Tuyên truyền'));
  expect(question.text).toContain('Lĩnh vực: Tuyên truyền');
});

test('the message of somebody else becomes a report of their deed, with the way back', async () => {
  const { fake, lan, an, server, channel } = await startDiscordUnit();
  const picture = { name: 'cau.jpg', bytes: Buffer.from('ảnh') };
  const said = lan.says(channel, 'đã vá xong cái cầu gãy ở ấp 2 sáng nay', picture);
  const receipt = await fake.answerTo(an.rightClicks(said, 'Ghi nhận việc tốt'));
  expect(receipt.text).toContain('Người thực hiện: Trần Thị Lan');
  const { text } = await fake.answerTo(an.uses(channel, 'xem', { ma: 'VT1' }));
  expect(text).toContain(`https://discord.com/channels/${server.id}/${channel.id}/${said.id}`);
  expect(text).toContain('Tệp kèm theo: cau.jpg');
});

test('what is attached to a report is kept with it', async () => {
  const { fake, an, channel } = await startDiscordUnit();
  const tep = { name: 'vi.jpg', bytes: Buffer.from('ảnh') };
  await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED, tep }));
  const { text } = await fake.answerTo(an.uses(channel, 'xem', { ma: 'VT1' }));
  expect(text).toContain('Tệp kèm theo: vi.jpg');
});

test('codes, units and times are offered while they are typed', async () => {
  const { fake, lan, an, channel } = await startDiscordUnit();
  await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED }));
  await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: 'Đoàn viên ấp 2 dọn vệ sinh đường liên ấp' }));
  const offered = async (...what: Parameters<typeof lan.types>) => fake.choicesFor(lan.types(...what));

  expect(await offered(channel, 'xem', { ma: '' })).toHaveLength(2);
  expect(await offered(channel, 'xem', { ma: 'vi co 3' })).toEqual([`VT1 – ${DEED}`]);
  expect(await fake.choicesFor(an.types(channel, 'sua', { ma: 'vt2' }))).toEqual([
    'VT2 – Đoàn viên ấp 2 dọn vệ sinh đường liên ấp',
  ]);
  expect(await offered(channel, 'duyet', { cac_ma: 'VT1 ' })).toEqual([
    'VT2 – Đoàn viên ấp 2 dọn vệ sinh đường liên ấp',
  ]);
  expect(await fake.choicesFor(an.types(channel, 'duyet', { cac_ma: '' }))).toEqual([]);
  expect(await offered(channel, 'lienket', { don_vi: 'chi bo' })).toEqual(['Chi bộ ấp 2']);
  expect(await offered(channel, 'nhaclich', { khi_nao: '19h30 ngày 5 hằng tháng' })).toEqual([
    expect.stringMatching(/ngày 5 .*; kỳ tới: thứ Bảy, 05\/12\/2026, 19 giờ 30/),
  ]);
  expect(await offered(channel, 'nhaclich', { khi_nao: 'hôm nào đó' })).toEqual([]);
});

test('while somebody types, only the reports of the unit of the channel are offered', async () => {
  const { fake, lan, an, channel } = await startDiscordUnit();
  const { channel: other } = fake.server({ name: 'Xã', administrators: [lan], members: [an] });
  await fake.answerTo(lan.uses(other, 'lienket', { don_vi: 'Đoàn xã' }));
  const canal = 'Đoàn viên ấp 2 dọn vệ sinh đường liên ấp';
  await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED }));
  await fake.answerTo(an.uses(other, 'viectot', { noi_dung: canal }));
  for (const [where, said] of [
    [channel, DEED],
    [other, canal],
  ] as const) {
    expect(await fake.choicesFor(lan.types(where, 'xem', { ma: '' }))).toEqual([`VT1 – ${said}`]);
    expect(await fake.choicesFor(an.types(where, 'sua', { ma: '' }))).toEqual([`VT1 – ${said}`]);
    expect(await fake.choicesFor(lan.types(where, 'duyet', { cac_ma: '' }))).toEqual([`VT1 – ${said}`]);
  }
});

test('the commands of another role give neither a form nor anything to choose', async () => {
  const { fake, lan, an } = await startDiscordUnit();
  const { server, channel } = fake.server({ name: 'Xã', administrators: [lan], members: [an], bot: false });
  fake.invite(server);
  await fake.until(() => fake.posts(channel).length === 1);
  await fake.answerTo(lan.uses(channel, 'lienket', { don_vi: 'Đoàn xã' }));
  await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED }));
  const typed = { khi_nao: '20h hằng ngày', ten: 'Họp chi bộ' };
  const proposed = await fake.answerTo(lan.uses(channel, 'nhaclich', typed));
  lan.presses(proposed, 'Đúng, đặt lịch');
  await fake.until(() => proposed.text.includes('Đã đặt lịch'));

  // In a chat with the bot alone Discord shows every command to everybody.
  for (const [command, option, refusal] of [
    ['duyet', 'cac_ma', 'Lệnh này dành cho người tổng hợp.'],
    ['huylich', 'ma', 'Lệnh này dành cho quản trị viên.'],
  ] as const) {
    expect(await fake.choicesFor(an.types(an.chat, command, { [option]: '' }))).toEqual([]);
    const used = an.uses(an.chat, command);
    expect((await fake.answerTo(used)).text).toBe(refusal);
    expect(used.form).toBeUndefined();
    expect(await fake.choicesFor(lan.types(lan.chat, command, { [option]: '' }))).toHaveLength(1);
    expect((await fake.formFor(lan.uses(lan.chat, command))).fields).toHaveLength(1);
  }
});

test('where the channel has no unit yet, that is said before a form is filled in', async () => {
  const { fake, lan, an } = await startDiscordUnit();
  const { channel } = fake.server({ name: 'Mới', administrators: [lan], members: [an] });
  const used = an.uses(channel, 'viectot');
  expect((await fake.answerTo(used)).text).toContain('chưa gắn với đơn vị nào');
  expect(used.form).toBeUndefined();
});

test('a role given to a person chosen from the server is theirs', async () => {
  const { fake, lan, an, channel } = await startDiscordUnit();
  const { text } = await fake.answerTo(lan.uses(channel, 'capquyen', { nguoi: an, vai_tro: 'tổng hợp' }));
  expect(text).toContain('Nguyễn Văn An nay là người tổng hợp');
  await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED }));
  expect((await fake.answerTo(an.uses(channel, 'duyet', { cac_ma: 'VT1' }))).text).toContain(
    'Đã xác nhận VT1',
  );
});

test('every command of the bot is one that Discord takes', async () => {
  const { fake } = await startDiscordUnit();
  expect(fake.refused()).toEqual([]);
  const commands = fake.commands() ?? [];
  expect(commands.length).toBeGreaterThan(20);
  expect(commands.length).toBeLessThanOrEqual(100);
});

test('what is only looked at while typing leaves nothing in the record of acts', async () => {
  const { app, fake, an, channel } = await startDiscordUnit();
  const acts = () => app.db.selectFrom('acts').select(['command', 'outcome', 'ref']).execute();
  const before = await acts();
  await fake.choicesFor(an.types(channel, 'xem', { ma: 'vt' }));
  const used = an.uses(channel, 'viectot');
  await fake.formFor(used);
  expect(await acts()).toEqual(before);
  await fake.answerTo(an.submits(used, { 'Nội dung': DEED }));
  expect(await acts()).toEqual([...before, { command: 'viectot', outcome: 'done', ref: 'VT1' }]);
});

test('a server that the bot joins for the first time is greeted once', async () => {
  const { fake } = await startDiscordUnit();
  const owner = fake.person('Chủ');
  const { server, channel } = fake.server({ name: 'Mới', administrators: [owner], bot: false });
  fake.invite(server);
  await fake.until(() => fake.posts(channel).length === 1);
  expect(fake.posts(channel)[0]?.text).toContain('/lienket');
});

function fail(): never {
  throw new Error('there is no server');
}
