import { expect, test } from 'vitest';
import { startDiscordUnit } from '../../support/start-discord-unit.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất';

test('a report that comes back calls its reporter and nobody else; nothing else calls anybody', async () => {
  const { fake, bot, an, lan, channel } = await startDiscordUnit();
  await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: `${DEED} <@${lan.id}>` }));
  await fake.answerTo(lan.uses(channel, 'tralai', { ma: 'VT1', ly_do: 'thiếu tên người thực hiện' }));
  await bot.ticker.tick();
  const returned = await fake.until(() =>
    fake.posts(channel).find(({ text }) => text.includes('cần bổ sung: thiếu')),
  );
  expect(returned.called).toEqual([an.id]);
  expect(fake.posts(channel).filter(({ called }) => called.length > 0)).toEqual([returned]);
});

test('help and what waits to be reviewed are seen by the person who asked alone', async () => {
  const { fake, an, lan, channel } = await startDiscordUnit();
  await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED }));
  expect(await fake.answerTo(an.uses(channel, 'trogiup'))).toMatchObject({ onlyFor: an.user });
  const queue = await fake.answerTo(lan.uses(channel, 'choduyet'));
  expect(queue).toMatchObject({ text: expect.stringContaining('VT1'), onlyFor: lan.user });
  lan.presses(queue, 'Duyệt VT1');
  await fake.until(() => queue.text.includes('Đã xác nhận VT1'));
  expect(fake.posts(channel).filter(({ text }) => text.includes('Đã xác nhận'))).toEqual([]);
});

test('nobody is asked to reply to a message, which the bot would not see', async () => {
  const { fake, an, lan, channel } = await startDiscordUnit();
  const shown: string[] = [];
  const form = await fake.formFor(an.uses(channel, 'viectot'));
  shown.push(...form.fields.map(({ placeholder }) => placeholder));
  for (const command of ['capquyen', 'sua', 'tailieu', 'viectot', 'chuyende'])
    shown.push((await fake.answerTo(lan.uses(channel, 'trogiup', { lenh: command }))).text);
  await fake.answerTo(lan.uses(channel, 'chuyende', { noi_dung: 'tháng 12: Học tập Di chúc' }));
  shown.push((await fake.answerTo(lan.uses(channel, 'tailieu', { noi_dung: 'CD1' }))).text);
  for (const text of shown)
    expect(text).not.toMatch(/[Tt]rả lời (?:tin|một tin|ảnh|tệp)|<reply>|<form>|gõ \/huy/);
  expect(form.fields[0]?.placeholder).toMatch(/kết quả\.$/);
});

test('in English too a command is called by the name that it has on Discord', async () => {
  const { fake, an, lan, channel } = await startDiscordUnit();
  await fake.answerTo(lan.uses(channel, 'ngonngu', { ngon_ngu: 'English' }));
  const empty = await fake.answerTo(an.uses(channel, 'cuatoi'));
  expect(empty.text).toContain('/viectot');
  const { text } = await fake.answerTo(an.uses(channel, 'trogiup', { lenh: 'gooddeed' }));
  expect(text).not.toMatch(/\/(?:gooddeed|vt)|Also/);
  const typed = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: `${DEED} /help` }));
  expect(typed.text.replaceAll('\u2060', '')).toContain('/help');
});

test('a form that shows what was known calls it by its name, and what need not be given stays so', async () => {
  const { fake, lan, channel } = await startDiscordUnit();
  const used = lan.uses(channel, 'nhaclich', {
    ten: 'Sinh hoạt chi bộ mở rộng với đại diện các đoàn thể và tổ tự quản',
    dia_diem: 'Nhà văn hóa ấp Bình Hòa, cạnh trường tiểu học Bình Hòa',
  });
  const { fields } = await fake.formFor(used);
  expect(fields.map(({ label }) => label)).not.toContain('title');
  expect(fields.map(({ label }) => label)).not.toContain('place');
  for (const { label } of fields) expect(label).toMatch(/^\p{Lu}/u);
  const shownPlace = fields.find(({ argument }) => argument === 'place');
  expect(shownPlace?.required ?? false).toBe(false);
});

test('a name of a usual length goes with the form unseen', async () => {
  const { fake, an, channel } = await startDiscordUnit();
  const used = an.uses(channel, 'mohinh', { ten: 'Tủ sách Bác Hồ của tổ 5 & 6 = một?' });
  expect((await fake.formFor(used)).fields.map(({ argument }) => argument)).toEqual(['owner', 'content']);
  const sent = an.submits(used, {
    'Người thực hiện': 'Tổ 5',
    'Nội dung và kết quả': 'Góp 200 cuốn sách cho trẻ em trong ấp',
  });
  expect((await fake.answerTo(sent)).text).toContain('Tủ sách Bác Hồ của tổ 5 & 6 = một?');
});

test('sessions and periods are offered while they are typed, and what is offered is understood', async () => {
  const { fake, lan, channel } = await startDiscordUnit();
  const typed = { khi_nao: '20h ngày 5 hằng tháng', ten: 'Họp chi bộ' };
  const proposed = await fake.answerTo(lan.uses(channel, 'nhaclich', typed));
  lan.presses(proposed, 'Đúng, đặt lịch');
  await fake.until(() => proposed.text.includes('Đã đặt lịch'));
  for (const command of ['buoi', 'doilich', 'huybuoi', 'hoan'])
    expect(await fake.choicesFor(lan.types(channel, command, { ma: 'chi bo' }))).toContainEqual(
      expect.stringMatching(/^SH1 – Họp chi bộ, .*05\/12\/2026/),
    );
  expect(await fake.choicesFor(lan.types(channel, 'diemdanh', { du_hay_vang: '' }))).toEqual([
    'Dự',
    'Vắng có lý do',
    'Chưa chắc',
  ]);
  const absent = { buoi: 'SH1', du_hay_vang: 'vắng đi công tác' };
  expect((await fake.answerTo(lan.uses(channel, 'diemdanh', absent))).text).toContain('vắng có lý do');
  expect(await fake.choicesFor(lan.types(channel, 'tuan', { ky: '' }))).toEqual(['tuần này', 'tuần trước']);
  for (const [command, ky] of [
    ['tuan', 'tuần trước'],
    ['thang', 'tháng này'],
  ] as const)
    expect((await fake.answerTo(lan.uses(channel, command, { ky }))).embeds).toHaveLength(1);
});

test('the person who is given a role is chosen in the form', async () => {
  const { fake, an, lan, channel } = await startDiscordUnit();
  const used = lan.uses(channel, 'capquyen', { vai_tro: 'tổng hợp' });
  expect(await fake.formFor(used)).toMatchObject({ fields: [{ label: 'Người', type: 5 }] });
  const { text } = await fake.answerTo(lan.submits(used, { Người: an }));
  expect(text).toContain('Nguyễn Văn An nay là người tổng hợp');
});
