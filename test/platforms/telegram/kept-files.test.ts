import { describe, expect, it } from 'vitest';
import { startTelegramBot } from '../../support/start-telegram-bot.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất';

describe('what is sent to the bot on Telegram', () => {
  it('with a report comes back with /xem, a picture as a picture, a document as a document', async () => {
    const { fake, clock, an, lan, group, turn } = await startUnit();
    const receipt = await turn(an.says(group, `/viectot ${DEED}`, { file: picture }));
    expect(receipt.text).toContain('Tệp kèm theo: photo.jpg');
    an.says(group, '/sua VT1', { file: letter });
    await fake.until(() => receipt.text.includes('đơn cảm ơn.pdf'));
    await clock.advance(3_000);
    const shown = await turn(lan.says(group, '/xem VT1'));
    expect(shown).toMatchObject({
      text: expect.stringContaining('Tệp kèm theo: photo.jpg, đơn cảm ơn.pdf'),
      file: { kind: 'photo', bytes: picture.bytes },
    });
    await turn(lan.says(group, '/cuatoi'));
    const documents = fake.posts(group).flatMap(({ file }) => (file?.kind === 'document' ? [file] : []));
    expect(documents).toMatchObject([
      { name: 'đơn cảm ơn.pdf', mimeType: 'application/pdf', bytes: letter.bytes },
    ]);
    expect(fake.refused()).toEqual([]);
  });

  it('and shown by the bot does not become part of another report that is corrected in answer to it', async () => {
    const { fake, an, group, turn } = await startUnit();
    await turn(an.says(group, `/viectot ${DEED}`, { file: picture }));
    const other = await turn(an.says(group, '/viectot Anh Nam ở ấp 3 cứu một em nhỏ bị đuối nước'));
    const shown = await turn(an.says(group, '/xem VT1'));
    an.replies(shown, '/sua VT2 Anh Nam ở ấp 3 cứu hai em nhỏ bị đuối nước');
    await fake.until(() => other.text.includes('hai em nhỏ'));
    expect(other.text).not.toContain('Tệp kèm theo');
  });

  it('for a topic comes back with /tailieu', async () => {
    const { an, lan, group, turn } = await startUnit();
    await turn(lan.says(group, '/chuyende tháng 12: Học tập Di chúc'));
    await turn(lan.says(group, '/tailieu CD1', { file: letter }));
    const given = await turn(an.says(group, '/tailieu CD1 1'));
    expect(given).toMatchObject({ text: 'Tài liệu: đơn cảm ơn.pdf', file: { bytes: letter.bytes } });
  });

  it('is larger than Telegram gives to a bot: the report is recorded, with what to do', async () => {
    const { an, group, turn } = await startUnit();
    const file = { ...letter, bytes: new Uint8Array(21 * 1024 * 1024) };
    const { text } = await turn(an.says(group, `/viectot ${DEED}`, { file }));
    expect(text).toContain('Đã ghi việc tốt VT1');
    expect(text).toContain('“đơn cảm ơn.pdf” nặng quá 20 MB nên chưa giữ được. Vui lòng gửi tệp nhỏ hơn');
  });

  it('cannot be fetched for now: the report is recorded, and the file comes with an edit', async () => {
    const { fake, an, group, turn } = await startUnit();
    fake.fail('getFile', { kind: 'bad-gateway' });
    const said = an.says(group, `/viectot ${DEED}`, { file: picture });
    const receipt = await turn(said);
    expect(receipt.text).toContain('VT1');
    expect(receipt.text).toContain('“photo.jpg” tạm thời chưa lấy được nên chưa giữ được');
    an.edits(said, `/viectot ${DEED} ở chợ`);
    await fake.until(() => receipt.text.includes('Tệp kèm theo: photo.jpg'));
    expect(receipt.text).not.toContain('chưa giữ được');
  });
});

const picture = {
  name: 'ví.jpg',
  bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
  kind: 'photo' as const,
};

const letter = {
  name: 'đơn cảm ơn.pdf',
  bytes: new Uint8Array(Buffer.from('%PDF-1.7 Xin cảm ơn')),
  mimeType: 'application/pdf',
};

async function startUnit() {
  const started = await startTelegramBot('2026-12-01T08:00:00+07:00');
  const { fake, clock } = started;
  const lan = fake.person('Trần Thị Lan');
  const an = fake.person('Nguyễn Văn An');
  const group = fake.group({ title: 'Chi bộ ấp 2', administrators: [lan], members: [an] });
  /** The bot's answer, with as much time as several messages in a row take. */
  const turn = async (asked: Parameters<typeof fake.answerTo>[0]) => {
    await clock.advance(3_000);
    const answer = await fake.answerTo(asked);
    await clock.advance(3_000);
    return answer;
  };
  await turn(lan.says(group, '/lienket Chi bộ ấp 2'));
  return { ...started, lan, an, group, turn };
}
