import { describe, expect, it } from 'vitest';
import { startLinkedChat } from '../../support/start-test-chat.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất';

describe('a report', () => {
  it('of a good deed is answered with its code, who, field, date and state', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', `/viectot ${DEED}`)).toBe(
      `✅ Đã ghi việc tốt VT1\n${DEED}\nNgười thực hiện: Chị Hiền tổ 7 (cá nhân)\nLĩnh vực: Văn hóa - xã hội\nNgày: 14/01/2026 · Trạng thái: chờ duyệt`,
    );
  });

  it('is numbered by its unit and kind', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/vt ${DEED}`);
    expect(await chat.says('An', '/vt Đoàn xã dọn kênh sáng nay 22 bạn')).toContain('VT2');
    expect(
      await chat.says('An', '/mh Tủ đồ nhân ái | Hội LHPN xã | Ai thừa đến cho, ai thiếu đến lấy'),
    ).toContain('MH1');
  });

  it('counts for the day that it names', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', '/vt Hôm qua anh Nam ở ấp 3 cứu một em nhỏ bị đuối nước')).toContain(
      'Ngày: 13/01/2026',
    );
  });

  it('is taken when the command stands under a photo, on several lines, or with the name of the bot', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', `/viectot@neu_guong_bot\n${DEED}`)).toContain('VT1');
    expect(await chat.says('An', '/viectôt Anh Nam ở ấp 3 cứu một em nhỏ bị đuối nước')).toContain('VT2');
    expect(await chat.says('An', '/vieetot Bà Sáu ở ấp 4 tặng 20 suất cơm cho bệnh nhân')).toContain('VT3');
  });

  it('asks for its text when the command comes alone, and takes the answer', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', '/viectot')).toContain('Mời kể việc tốt');
    expect(await chat.says('An', DEED)).toContain('VT1');
    expect(await chat.says('An', DEED)).toBe('');
  });

  it('of a model asks for what is missing, one thing at a time', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', '/mohinh Tủ đồ nhân ái')).toContain('Đơn vị hoặc người nào');
    expect(await chat.says('An', 'Hội LHPN xã')).toContain('Cách làm và kết quả');
    expect(await chat.says('An', 'Ai thừa đến cho, ai thiếu đến lấy')).toMatch(
      /MH1\nTủ đồ nhân ái[\s\S]*Hội LHPN xã \(tập thể\)/,
    );
  });

  it('of a model is read from separate lines', async () => {
    const chat = await startLinkedChat();
    const said = '/mohinh Tủ đồ nhân ái\nHội LHPN xã\nAi thừa đến cho, ai thiếu đến lấy\n380 lượt người';
    expect(await chat.says('An', said)).toContain('380 lượt người');
  });

  it('is corrected by changing the message, and the receipt changes in place', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`, { messageId: 'm77' });
    const posts = chat.posts().length;
    const changed = await chat.says('An', '/viectot Chị Hoa tổ 8 nhặt được ví, trả lại người mất', {
      messageId: 'm77',
      edited: true,
    });
    expect(changed).toMatch(/Đã sửa việc tốt VT1\nChị Hoa tổ 8/);
    expect(chat.posts()).toHaveLength(posts);
  });

  it('that was refused is recorded when the message is changed into a good one', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', '/viectot abc', { messageId: 'm77' })).toContain('ngắn quá');
    expect(await chat.says('An', `/viectot ${DEED}`, { messageId: 'm77', edited: true })).toContain('VT1');
  });

  it('is not repeated when the message that carries another command is changed', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', '/lich', { edited: true })).toBe('');
  });

  it('is corrected by its sender or a coordinator, and by nobody else', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    expect(await chat.says('Binh', '/sua VT1 Anh Bình mới là người nhặt được ví')).toContain(
      'do người khác gửi',
    );
    expect(await chat.says('An', '/sua vt-1 Chị Hiền tổ 9 nhặt được ví, trả lại người mất')).toContain(
      'tổ 9',
    );
    expect(await chat.says('Quantri', '/sua #VT1: Chị Hiền tổ 10 nhặt được ví, trả lại người mất')).toContain(
      'tổ 10',
    );
  });

  it('of a model keeps its title and owner when only its content is corrected', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/mh Tủ đồ nhân ái | Hội LHPN xã | Ai thừa đến cho, ai thiếu đến lấy');
    expect(await chat.says('An', '/sua MH1 Đã giúp 400 lượt người trong năm')).toMatch(
      /Tủ đồ nhân ái\nĐã giúp 400[\s\S]*Hội LHPN xã/,
    );
    expect(await chat.says('An', '/sua MH1 Tủ đồ 0 đồng | Đoàn xã | Đã giúp 500 lượt người')).toMatch(
      /Tủ đồ 0 đồng\nĐã giúp 500[\s\S]*Đoàn xã/,
    );
  });

  it('keeps its day when it is corrected later, unless the new words name another', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    await chat.clock.advance(3 * 24 * 3_600_000);
    expect(await chat.says('An', '/sua VT1 Chị Hiền tổ 9 nhặt được ví, trả lại người mất')).toContain(
      'Ngày: 14/01/2026',
    );
    expect(await chat.says('An', '/sua VT1 Hôm qua chị Hiền tổ 9 nhặt được ví, trả lại người mất')).toContain(
      'Ngày: 13/01/2026',
    );
  });

  it('has to be reviewed again when its sender corrects it after it was verified', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    await chat.says('Quantri', '/duyet VT1');
    expect(await chat.says('An', '/sua VT1 Chị Hiền tổ 9 nhặt được ví, trả lại người mất')).toContain(
      'chờ duyệt',
    );
  });

  it('is withdrawn and restored; withdrawn it is kept and shown as such', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    expect(await chat.says('Binh', '/rut VT1')).toContain('do người khác gửi');
    expect(await chat.says('An', '/xoa VT1')).toContain('Đã rút VT1');
    expect(await chat.says('An', '/xem VT1')).toContain('đã rút');
    expect(await chat.says('An', '/rut VT1')).toBe('VT1 đã được rút.');
    expect(await chat.says('An', '/sua VT1 Chị Hiền tổ 9 nhặt được ví, trả lại')).toBe('VT1 đã được rút.');
    expect(await chat.presses('An', 'Khôi phục')).toContain('chờ duyệt');
    expect(await chat.says('An', '/khoiphuc VT1')).toContain('không cần khôi phục');
  });

  it('changes its field and its subject by buttons', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    await chat.presses('An', 'Đổi lĩnh vực');
    expect(await chat.presses('An', 'Quốc phòng, an ninh')).toContain('Lĩnh vực: Quốc phòng, an ninh');
    await chat.presses('An', 'Đổi đối tượng');
    expect(await chat.presses('An', 'tập thể')).toContain('(tập thể)');
    expect(await chat.says('An', '/linhvuc VT1 kinh te')).toContain('Chưa có lĩnh vực này');
    expect(await chat.says('An', '/linhvuc VT1 moi truong')).toContain('Môi trường, nông thôn mới');
  });

  it('of another unit is not to be seen or touched', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    chat.platform.standings.set('khac:chinh', 'administrator');
    await chat.saysIn('khac', 'Chinh', '/lienket Đoàn xã');
    for (const line of [
      '/xem VT1',
      '/rut VT1',
      '/sua VT1 nội dung khác hẳn đấy nhé',
      '/duyet VT1',
      '/tralai VT1 thiếu tên',
    ])
      expect(await chat.saysIn('khac', 'Chinh', line)).toContain('Không có VT1 trong đơn vị này');
    expect(await chat.says('An', '/xem VT1')).toContain('chờ duyệt');
  });

  it('is listed to its sender, newest first', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', '/cuatoi')).toContain('Chưa có báo cáo nào');
    await chat.says('An', `/viectot ${DEED}`);
    await chat.clock.advance(1000);
    await chat.says('An', '/vt Đoàn xã dọn kênh sáng nay 22 bạn');
    expect(await chat.says('An', '/cuatoi')).toMatch(/Các báo cáo đã gửi: 2\nVT2[\s\S]*VT1/);
    expect(await chat.says('Binh', '/cuatoi')).toContain('Chưa có báo cáo nào');
  });

  it('with the same words is recorded once, unless it was meant twice', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    expect(await chat.says('An', `/viectot ${DEED}`)).toContain('giống VT1');
    expect(await chat.presses('An', 'Thôi')).toContain('Đã dừng');
    expect(await chat.says('An', `/viectot ${DEED}`)).toContain('giống VT1');
    expect(await chat.presses('An', 'Vẫn ghi')).toContain('VT2');
    expect(await chat.says('Binh', `/viectot ${DEED}`)).toContain('VT3');
  });

  it('sent again by the platform ten times is one report', async () => {
    const chat = await startLinkedChat();
    for (let i = 0; i < 10; i += 1)
      await chat.says('An', `/viectot ${DEED}`, { updateId: 'same', messageId: 'same' });
    expect(await chat.says('An', '/cuatoi')).toContain('Các báo cáo đã gửi: 1');
  });
});

describe('bad input', () => {
  it.each([
    ['nothing but a letter', 'a'],
    ['emoji only', '😊😊😊😊😊😊😊😊😊😊'],
    ['spaces only', '\u00a0 \u3000'],
    ['figures only', '123456789012345678'],
  ])('%s is asked for again, and nothing is recorded', async (_, text) => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot');
    expect(await chat.says('An', text)).toMatch(/ngắn quá|Mời kể việc tốt/);
    expect(await chat.says('An', DEED)).toContain('VT1');
  });

  it('5,000 characters are refused with the limit', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', `/viectot ${'dài '.repeat(1250)}`)).toMatch(
      /Nội dung dài 4\.999 ký tự, tối đa 1\.500/,
    );
  });

  it('markup, mentions, formulas and marks of direction come back as harmless text', async () => {
    const chat = await startLinkedChat();
    const said = await chat.says(
      'An',
      '/viectot <b>Chị Hiền</b> & @all =cmd() \u202enhặt được ví, đã trả lại',
    );
    expect(said).toContain('<b>Chị Hiền</b> & @\u2060all =cmd() nhặt được ví');
    expect(chat.platform.posted.at(-1)?.message.text.markup).toContain(
      '&lt;b&gt;Chị Hiền&lt;/b&gt; &amp; @\u2060all',
    );
  });

  it('decomposed letters are read and kept composed', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', `/viectot ${DEED}`.normalize('NFD'))).toContain(DEED);
  });

  it.each(['/xem', '/xem VT', '/xem 12', '/xem ABC1', '/xem VT0', '/xem VT99999999999'])(
    '“%s” is told what a code looks like',
    async (line) => {
      const chat = await startLinkedChat();
      expect(await chat.says('An', line)).toMatch(/VT12/);
    },
  );

  it('a code that does not exist is said to be so', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', '/xem VT12')).toBe(
      'Không có VT12 trong đơn vị này. Kiểm tra lại mã, ví dụ VT12 hoặc MH5.',
    );
  });
});
