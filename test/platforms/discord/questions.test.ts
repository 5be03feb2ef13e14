import { expect, test } from 'vitest';
import { startDiscordBot } from '../../support/start-discord-bot.ts';

const BEGIN = '2026-12-01T08:00:00+07:00';
const DEED = 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất';
const OTHER_DEED = 'Anh Nam vá đường, dọn rác cả xóm';

test('the form of an older question answers that one, and the newer waits for its own', async () => {
  const { fake, an, channel } = await startUnit();
  const older = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: 'tốt' }));
  const newer = await fake.answerTo(
    an.uses(channel, 'mohinh', { ten: 'x', nguoi_thuc_hien: 'Hội LHPN xã', noi_dung_va_ket_qua: DEED }),
  );
  expect(newer.text).toContain('Việc đang nhập dở (/viectot) đã dừng.');
  const press = an.presses(older, 'Trả lời');
  await fake.formFor(press);
  expect((await fake.answerTo(an.submits(press, { 'Trả lời': DEED }))).text).toContain('VT1');
  expect(fake.posts(channel).filter(({ text }) => text.includes('MH1'))).toEqual([]);
});

test('a menu means the report that it was opened for, when another was since', async () => {
  const { fake, an, channel } = await startUnit();
  const first = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED }));
  const second = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: OTHER_DEED }));
  const question = await fake.answerTo(an.presses(first, 'Đổi lĩnh vực'));
  await fake.answerTo(an.presses(second, 'Đổi lĩnh vực'));
  const before = second.text;
  // The menu itself is no answer.
  expect((await fake.answerTo(an.forges(question, '~select0'))).text).toContain('không còn nút đó');
  an.presses(question, 'Tuyên truyền');
  await fake.until(() => first.text.includes('Lĩnh vực: Tuyên truyền'));
  expect(second.text).toBe(before);
});

test('a button that the message does not carry is refused, and replaces nothing', async () => {
  const { fake, an, lan, channel } = await startUnit();
  const receipt = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED }));
  const before = receipt.text;
  for (const [who, line] of [
    [an, '/viectot Anh Nam vá đường, dọn rác cả xóm'],
    [lan, '/duyet VT1'],
    [lan, 'Tuyên truyền'],
  ] as const)
    expect(await fake.answerTo(who.forges(receipt, line))).toMatchObject({
      text: expect.stringMatching(/không còn nút đó/),
      onlyFor: who.user,
    });
  expect(receipt.text).toBe(before);
  expect(fake.posts(channel)).toHaveLength(2);
});

async function startUnit() {
  const discord = await startDiscordBot(BEGIN);
  const { fake } = discord;
  const [lan, an] = [fake.person('Trần Thị Lan'), fake.person('Nguyễn An')];
  const { channel } = fake.server({ name: 'Chi bộ ấp 2', administrators: [lan], members: [an] });
  await fake.answerTo(lan.uses(channel, 'lienket', { don_vi: 'Chi bộ ấp 2' }));
  return { ...discord, an, lan, channel };
}
