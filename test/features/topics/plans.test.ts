import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { growth, PROPORTION } from '../../support/growth.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';
import { workbook } from '../../support/workbook.ts';

let chat: TestChat;
beforeEach(async () => {
  chat = await startLinkedChat();
});
afterEach(() => chat.stop());

const months = Array.from({ length: 12 }, (_, index) => index + 1);

describe('a plan of the year pasted as lines', () => {
  it('sets every month and shows them back', async () => {
    const answer = await admin(
      `/chuyende\n${months.map((month) => `${month}: Việc tháng ${month}`).join('\n')}`,
    );
    expect(answer).toContain('Đã đặt 12 chuyên đề');
    for (const month of months)
      expect(answer).toContain(
        `Tháng ${String(month).padStart(2, '0')}/2026 (CD${month}): Việc tháng ${month}`,
      );
    expect(await chat.says('An', '/chuyende')).toContain('Việc tháng 1');
  });

  it('may be written in many ways', async () => {
    const answer = await admin(
      '/chuyende Kế hoạch sinh hoạt chuyên đề năm 2027:\n1. Việc một\n2) Việc hai | Hai\nTháng 3 - Việc ba\n• T4: Việc bốn\n5. Tháng 5: Việc năm\n6\tViệc sáu\nQuý III: Việc bảy\n- Tháng 08/2027: Việc tám\n\nNăm 2027: Cả năm\nToàn khóa 2025-2030: Cả khóa',
    );
    expect(answer).toContain('Đã đặt 10 chuyên đề');
    for (const period of ['Tháng 01/2027', 'Tháng 05/2027', 'Tháng 06/2027', 'Quý 3/2027', 'Tháng 08/2027'])
      expect(answer).toContain(period);
    expect(answer).toContain('Tháng 05/2027 (CD5): Việc năm');
  });

  it('with two lines for a month sets both', async () => {
    const answer = await admin('/chuyende\n1: Việc một\n1: Việc nữa');
    expect(answer).toContain('(CD1): Việc một');
    expect(answer).toContain('(CD2): Việc nữa');
  });

  it('with a wrong line is not taken at all, and every wrong line is named', async () => {
    const answer = await admin('/chuyende\n1: Việc một\n13: Việc mười ba\n3:\nxin chào cả nhà\n0: Không');
    expect(answer).toContain('Chưa đặt chuyên đề nào, vì có 4 dòng cần sửa');
    expect(answer).toContain('Dòng 2: Không có tháng 13');
    expect(answer).toContain('Dòng 3: Thiếu tên chuyên đề');
    expect(answer).toContain('Dòng 4: chưa rõ là tháng nào (“xin chào cả nhà”)');
    expect(answer).toContain('Dòng 5: Không có tháng 0');
    expect(await has('CD1')).toBe(false);
  });

  it('with 120 wrong lines names the first ten', async () => {
    const answer = await admin(`/chuyende 1: Việc một\n${'sai\n'.repeat(120)}`);
    expect(answer).toContain('120 dòng cần sửa');
    expect(answer).toContain('… và 110 mục nữa');
  });

  it('with more than a hundred topics is refused', async () => {
    const lines = Array.from({ length: 101 }, (_, index) => `${(index % 12) + 1}: Việc ${index}`);
    expect(await admin(`/chuyende\n${lines.join('\n')}`)).toContain('nhiều nhất 100');
  });

  it('sent again with a correction replaces what has changed and says so', async () => {
    await admin('/chuyende\n1: Việc một\n2: Việc hai');
    const answer = await admin('/chuyende\n1: Việc một\n2: Việc khác');
    expect(answer).toContain('Tháng 01/2026 (CD1): Việc một');
    expect(answer).toContain('Tháng 02/2026 (CD3): Việc khác');
    expect(answer).toContain('Thay cho: CD2 – Việc hai');
  });

  it('in the middle of the year asks which year it is for', async () => {
    await chat.clock.advance(180 * 24 * 3_600_000);
    const plan = `/chuyende\n${months.map((month) => `${month}: Việc tháng ${month}`).join('\n')}`;
    expect(await admin(plan)).toContain('của năm nào');
    expect(await has('CD1')).toBe(false);
    expect(await chat.presses('Quantri', '2027')).toContain('Tháng 01/2027 (CD1): Việc tháng 1');
    await admin(plan);
    expect(await admin('năm nay')).toContain('Mời ghi một năm');
    expect(await admin('2026')).toContain('Tháng 01/2026');
  });
});

describe('a plan in a spreadsheet', () => {
  const rows = [
    ['UBND XÃ LONG KHÁNH'],
    ['KẾ HOẠCH SINH HOẠT CHUYÊN ĐỀ NĂM 2027'],
    [undefined],
    ['TT', 'Tháng', 'Tên chuyên đề', 'Tên ngắn', 'Tài liệu'],
    [1, 1, 'Học tập Di chúc của Chủ tịch Hồ Chí Minh', 'Di chúc', 'https://dichuc.vn/ban-goc Bản gốc'],
    [2, 'Tháng 2', 'Đền ơn đáp nghĩa'],
    [3, undefined, 'Tự soi, tự sửa', undefined, 'Đường cách mệnh'],
    [undefined],
    [4, { date: '2027-04-01' }, 'Liêm chính'],
    [5, 'Quý 3', 'Tiết kiệm'],
  ];

  it('as an Excel file sets all its topics, with short titles and materials', async () => {
    const answer = await sheet(workbook(rows), '/chuyende', 'kế hoạch.xlsx');
    expect(answer).toContain('Đã đặt 5 chuyên đề');
    expect(answer).toContain('Tháng 01/2027 (CD1): Học tập Di chúc của Chủ tịch Hồ Chí Minh');
    expect(answer).toContain('1. Bản gốc – https://dichuc.vn/ban-goc');
    expect(answer).toContain('Tháng 02/2027 (CD3): Tự soi, tự sửa');
    expect(answer).toContain('Tháng 04/2027 (CD4): Liêm chính');
    expect(answer).toContain('Quý 3/2027 (CD5): Tiết kiệm');
    expect(await chat.says('An', '/chuyende CD1')).toContain('Gọi ngắn: Di chúc');
  });

  it('may be answered with the command instead of carrying it', async () => {
    const replyToFile = { name: 'a.csv', content: 'Tháng;Chuyên đề\n1;Học tập Di chúc' };
    const answer = await chat.says('Quantri', '/chuyende', { replyToFile });
    expect(answer).toContain('Tháng 01/2026 (CD1): Học tập Di chúc');
  });

  it('takes the year beside the command, or from a column', async () => {
    expect(await sheet('Tháng;Chuyên đề\n1;Học tập', '/chuyende 2027')).toContain('Tháng 01/2027');
    expect(await sheet('Năm;Tháng;Chuyên đề\n2028;1;Học tập')).toContain('Tháng 01/2028');
  });

  it('in the middle of the year has to say its year', async () => {
    await chat.clock.advance(180 * 24 * 3_600_000);
    const content = 'Tháng;Chuyên đề\n1;Việc một\n12;Việc mười hai';
    expect(await sheet(content)).toContain('ghi kèm: /chuyende 2026');
    expect(await has('CD1')).toBe(false);
    expect(await sheet(content, '/chuyende năm 2026')).toContain('Tháng 12/2026');
  });

  it('with wrong columns is refused with the line and with what is expected', async () => {
    const answer = await sheet('Stt;Họ tên;Ngày sinh\n1;An;1990');
    expect(answer).toContain('Dòng 1 của tệp có: Stt | Họ tên | Ngày sinh');
    expect(answer).toContain('cột “Tháng” và cột “Chuyên đề”');
  });

  it('with wrong rows is not taken by halves, and they are named as the spreadsheet numbers them', async () => {
    const answer = await sheet('Tháng;Chuyên đề\n1;Học tập\n13;Mười ba\nba;Việc ba\n4;\n');
    expect(answer).toContain('3 dòng cần sửa');
    expect(answer).toContain('Dòng 3: Không có tháng 13');
    expect(answer).toContain('Dòng 4: cột Tháng ghi “ba”');
    expect(answer).toContain('Dòng 5: Thiếu tên chuyên đề');
    expect(await has('CD1')).toBe(false);
  });

  it('with no rows, or empty, is refused', async () => {
    expect(await sheet('Tháng;Chuyên đề\n')).toContain('Chưa thấy chuyên đề nào');
    expect(await sheet('')).toContain('Cần một dòng tiêu đề');
  });

  it('that is too large is refused before it is fetched', async () => {
    const file = { name: 'a.xlsx', content: '', size: 5_000_000 };
    const answer = await chat.says('Quantri', '/chuyende', { file });
    expect(answer).toContain('Tệp “a.xlsx” nặng 4.883 KB, tối đa 976 KB');
  });

  it('that turns out larger than was said, or is gone, is refused', async () => {
    const file = { name: 'a.csv', content: 'x'.repeat(1_000_001), size: 10 };
    expect(await chat.says('Quantri', '/chuyende', { file })).toContain('quá lớn hoặc không còn');
  });

  it.each([
    ['anh.jpg', 'không phải bảng tính'],
    ['cũ.xls', 'không phải bảng tính'],
  ])('which is none (%s) is said to be none', async (name, words) => {
    expect(await sheet('abc', '/chuyende', name)).toContain(words);
  });

  it('that is damaged is said to be so', async () => {
    expect(await sheet(workbook([['a']]).slice(0, 99), '/chuyende', 'a.xlsx')).toContain('Không mở được tệp');
  });

  it('with a cell as long as a cell may be is refused, with no more work than it is long', async () => {
    const send = (cell: string) => sheet(`Tháng;Chuyên đề;Tài liệu\n1;Học tập;${cell}\n`);
    expect(await send('a-'.repeat(16_000))).toContain('Dòng 2: Tên tài liệu dài quá 200');
    expect(await growth((length) => send('a-'.repeat(length / 2)), 4_000)).toBeLessThan(PROPORTION);
  });

  it('of a member is refused', async () => {
    const file = { name: 'a.csv', content: 'Tháng;Chuyên đề\n1;Học tập' };
    expect(await chat.says('An', '/chuyende', { file })).toContain('dành cho quản trị viên');
  });

  it('does not get in the way of a topic that is typed under a picture', async () => {
    const file = { name: 'photo.jpg', content: 'x', mimeType: 'image/jpeg' };
    const answer = await chat.says('Quantri', '/chuyende tháng 1: Học tập', { file });
    expect(answer).toContain('Tháng 01/2026 (CD1): Học tập');
  });

  it('does not get in the way of what is typed in answer to it', async () => {
    const replyToFile = { name: 'a.csv', content: 'Tháng;Chuyên đề\n1;Học tập' };
    expect(await chat.says('Quantri', '/chuyende tháng 3: Liêm chính', { replyToFile })).toContain(
      'Tháng 03/2026 (CD1): Liêm chính',
    );
    expect(await chat.says('An', '/chuyende CD1', { replyToFile })).toContain('Liêm chính');
    expect(await chat.says('An', '/chuyende tháng 3', { replyToFile })).toContain('Liêm chính');
  });

  it('may stand beside words that only say what it is', async () => {
    const answer = await sheet('Tháng;Chuyên đề\n1;Học tập', '/chuyende Kế hoạch cả năm 2027');
    expect(answer).toContain('Tháng 01/2027 (CD1): Học tập');
  });

  it('is fetched while nobody else has to wait', async () => {
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const download = chat.platform.download.bind(chat.platform);
    chat.platform.download = async (fileId, maxBytes) => {
      begun.resolve();
      await gate.promise;
      return download(fileId, maxBytes);
    };
    const slow = sheet('Tháng;Chuyên đề\n1;Học tập');
    await begun.promise;
    const channel = { id: 'an', kind: 'private', title: 'An' } as const;
    await chat.platform.deliver({
      platform: 'memory',
      updateId: 'elsewhere',
      channel,
      sender: { id: 'an', name: 'An' },
      kind: 'message',
      messageId: 'elsewhere',
      text: '/trogiup',
      edited: false,
    });
    await expect.poll(() => chat.posts('an').length).toBe(1);
    gate.resolve();
    expect(await slow).toContain('Tháng 01/2026 (CD1): Học tập');
  });

  it('does not keep anyone from seeing the topics in answer to a picture', async () => {
    const replyToFile = { name: 'photo.jpg', content: 'x', size: 9_000_000 };
    expect(await chat.says('An', '/chuyende', { replyToFile })).toContain('chưa có chuyên đề');
  });
});

function admin(text: string) {
  return chat.says('Quantri', text);
}

async function has(code: string) {
  return !(await chat.says('An', `/chuyende ${code}`)).includes('Không có chuyên đề');
}

function sheet(content: string | Uint8Array, words = '/chuyende', name = 'ke-hoach.csv') {
  return chat.says('Quantri', words, { file: { name, content } });
}
