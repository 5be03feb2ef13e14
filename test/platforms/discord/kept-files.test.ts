import { expect, test } from 'vitest';
import { startDiscordBot } from '../../support/start-discord-bot.ts';

const BEGIN = '2026-12-01T08:00:00+07:00';
const DEED = 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất';
const DAY = 24 * 3_600_000;

const tep = { name: 'vi.jpg', bytes: Buffer.from('ffd8ffe0010203', 'hex') };

test('a picture comes back with its report when its address has died', async () => {
  const { fake, clock, an, channel, files } = await startUnit();
  const receipt = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED, tep }));
  expect(receipt.text).toContain('Tệp kèm theo: vi.jpg');
  const [address = ''] = fake.attachments();
  expect((await fetch(address)).status).toBe(200);
  await clock.advance(DAY);
  expect((await fetch(address)).status).toBe(404);
  const shown = await fake.answerTo(an.uses(channel, 'xem', { ma: 'VT1' }));
  expect(await files(shown)).toEqual([['vi.jpg', tep.bytes]]);
});

test('a receipt shows the first picture of its report, and goes on showing it when it is corrected', async () => {
  const { fake, an, channel, picture } = await startUnit();
  const paper = { name: 'don.pdf', bytes: Buffer.from('%PDF-1.4') };
  const receipt = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED, tep: paper }));
  expect(await picture(receipt)).toBeUndefined();
  await fake.answerTo(an.uses(channel, 'sua', { ma: 'VT1', tep }));
  await fake.until(() => receipt.text.includes('vi.jpg'));
  expect(await picture(receipt)).toEqual(tep.bytes);
  const asked = await fake.answerTo(an.presses(receipt, 'Đổi lĩnh vực'));
  an.presses(asked, 'Tuyên truyền');
  await fake.until(() => receipt.text.includes('Lĩnh vực: Tuyên truyền'));
  expect(await picture(receipt)).toEqual(tep.bytes);
  an.presses(receipt, 'Rút');
  await fake.until(() => receipt.text.includes('Đã rút'));
  expect(await picture(receipt)).toBeUndefined();
  an.presses(receipt, 'Khôi phục');
  await fake.until(() => receipt.text.includes('Lĩnh vực: Tuyên truyền'));
  expect(await picture(receipt)).toEqual(tep.bytes);
  expect(receipt.files).toEqual([]);
  expect(fake.posts(channel).filter(({ embeds }) => embeds.some(({ image }) => image))).toEqual([receipt]);
});

test('a picture that Discord does not take, or that is lost, leaves the receipt without it', async () => {
  const { app, fake, an, channel, picture } = await startUnit();
  const large = { name: 'to.jpg', bytes: Buffer.concat([tep.bytes, Buffer.alloc(11 * 1024 * 1024)]) };
  const receipt = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED, tep: large }));
  expect(receipt.text).toContain('Tệp kèm theo: to.jpg');
  expect(await picture(receipt)).toBeUndefined();
  await app.db
    .updateTable('report_files')
    .set({ blob: '0'.repeat(64) })
    .execute();
  await fake.answerTo(an.uses(channel, 'sua', { ma: 'VT1', noi_dung: `${DEED} hôm qua` }));
  await fake.until(() => receipt.text.includes('hôm qua'));
  expect(await picture(receipt)).toBeUndefined();
});

test('a document of a topic comes back when its address has died', async () => {
  const { fake, clock, an, lan, channel, files } = await startUnit();
  await fake.answerTo(lan.uses(channel, 'chuyende', { noi_dung: 'tháng 12: Học tập Di chúc' }));
  await fake.answerTo(lan.uses(channel, 'tailieu', { noi_dung: 'CD1', tep }));
  await clock.advance(DAY);
  const given = await fake.answerTo(an.uses(channel, 'tailieu', { noi_dung: 'CD1 1' }));
  expect(await files(given)).toEqual([['vi.jpg', tep.bytes]]);
});

test('one of the time before files were kept, whose address has died, is said to be gone', async () => {
  const { app, fake, clock, an, lan, channel } = await startUnit();
  await fake.answerTo(lan.uses(channel, 'chuyende', { noi_dung: 'tháng 12: Học tập Di chúc' }));
  await fake.answerTo(lan.uses(channel, 'tailieu', { noi_dung: 'CD1', tep }));
  const [address = ''] = fake.attachments();
  const before = { platform: 'discord', file_id: address, blob: null };
  await app.db.updateTable('topic_materials').set(before).execute();
  await clock.advance(DAY);
  const { text } = await fake.answerTo(an.uses(channel, 'tailieu', { noi_dung: 'CD1 1' }));
  expect(text).toContain('“vi.jpg” được gửi trên Discord trước đây, nay không còn lấy được');
});

test('what is attached to a command without its words goes with the form that asks for them', async () => {
  const { fake, an, channel, files } = await startUnit();
  const used = an.uses(channel, 'viectot', { tep });
  await fake.formFor(used);
  const receipt = await fake.answerTo(an.submits(used, { 'Nội dung': DEED }));
  expect(receipt.text).toContain('Tệp kèm theo: vi.jpg');
  const shown = await fake.answerTo(an.uses(channel, 'xem', { ma: 'VT1' }));
  expect(await files(shown)).toEqual([['vi.jpg', tep.bytes]]);
});

test('what was attached to a form that outlives the program is said to be missing, and can be sent again', async () => {
  const { fake, an, channel, restart, files } = await startUnit();
  const used = an.uses(channel, 'viectot', { tep });
  await fake.formFor(used);
  await restart();
  const receipt = await fake.answerTo(an.submits(used, { 'Nội dung': DEED }));
  expect(receipt.text).toContain('Đã ghi việc tốt VT1');
  expect(receipt.text).toContain('Tệp “gửi kèm lúc mở biểu mẫu” quá nặng hoặc không còn nên chưa giữ được.');
  await fake.answerTo(an.uses(channel, 'sua', { ma: 'VT1', tep }));
  expect(await files(await fake.answerTo(an.uses(channel, 'xem', { ma: 'VT1' })))).toEqual([
    ['vi.jpg', tep.bytes],
  ]);
});

test('a form that nothing was attached to outlives the program without a word about files', async () => {
  const { fake, an, channel, restart } = await startUnit();
  const used = an.uses(channel, 'viectot');
  await fake.formFor(used);
  await restart();
  const receipt = await fake.answerTo(an.submits(used, { 'Nội dung': DEED }));
  expect(receipt.text).not.toContain('Tệp');
});

test('a picture of somebody else that has no words becomes a report with its source', async () => {
  const { fake, an, lan, channel, files } = await startUnit();
  const said = lan.says(channel, '', tep);
  const chosen = an.rightClicks(said, 'Ghi nhận việc tốt');
  await fake.formFor(chosen);
  const receipt = await fake.answerTo(an.submits(chosen, { 'Nội dung': 'đã vá xong cái cầu gãy ở ấp 2' }));
  expect(receipt.text).toContain('Người thực hiện: Trần Thị Lan');
  const shown = await fake.answerTo(an.uses(channel, 'xem', { ma: 'VT1' }));
  expect(shown.text).toContain(`/${channel.id}/${said.id}`);
  expect(await files(shown)).toEqual([['vi.jpg', tep.bytes]]);
});

test('what is attached stays with a command that the bot asks about', async () => {
  const { fake, an, channel } = await startUnit();
  await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED }));
  const question = await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED, tep }));
  expect(question.text).toContain('giống VT1');
  an.presses(question, 'Vẫn ghi');
  await fake.until(() =>
    fake.posts(channel).some(({ text }) => /VT2[\s\S]*Tệp kèm theo: vi\.jpg/.test(text)),
  );
});

test('a file that is larger than Discord takes from a bot is named, and the others come', async () => {
  const { fake, an, channel, files } = await startUnit();
  const large = { name: 'video.mp4', bytes: Buffer.alloc(11 * 1024 * 1024, 1) };
  await fake.answerTo(an.uses(channel, 'viectot', { noi_dung: DEED, tep: large }));
  await fake.answerTo(an.uses(channel, 'sua', { ma: 'VT1', tep }));
  const shown = await fake.answerTo(an.uses(channel, 'xem', { ma: 'VT1' }));
  expect(shown.text).toContain('“video.mp4” nặng quá 10 MB nên không gửi được ở đây');
  expect(await files(shown)).toEqual([['vi.jpg', tep.bytes]]);
});

/** The bot on a server whose channel is that of a unit: Lan administers it, An is a member. */
async function startUnit() {
  const started = await startDiscordBot(BEGIN);
  const { fake } = started;
  const lan = fake.person('Trần Thị Lan');
  const an = fake.person('Nguyễn Văn An');
  const { channel } = fake.server({ name: 'Ấp 2', administrators: [lan], members: [an] });
  await fake.answerTo(lan.uses(channel, 'lienket', { don_vi: 'Chi bộ ấp 2' }));
  /** Name and content of what hangs on a message. */
  const files = (shown: Awaited<ReturnType<typeof fake.answerTo>>) =>
    Promise.all(
      shown.files.map(async ({ filename, url }) => [
        filename,
        Buffer.from(await (await fetch(url)).arrayBuffer()),
      ]),
    );
  /** What the picture in a message is. */
  const picture = async ({ embeds }: Awaited<ReturnType<typeof fake.answerTo>>) => {
    const url = embeds.find(({ image }) => image)?.image?.url;
    return url === undefined ? undefined : Buffer.from(await (await fetch(url)).arrayBuffer());
  };
  return { ...started, lan, an, channel, files, picture };
}
