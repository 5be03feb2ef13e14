import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fold } from '../../src/language/fold.ts';
import { readModelLine } from '../../src/language/model-line.ts';
import { growthOfReading, PROPORTION } from '../support/growth.ts';

const Sample = z.object({ text: z.string(), kind: z.string(), title: z.string().optional() });
const models = readFileSync(new URL('./samples.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => Sample.parse(JSON.parse(line)))
  .filter(({ kind }) => kind === 'model')
  .map(({ text, title = '' }) => ({ expected: fold(title), read: fold(readModelLine(text).title ?? '') }));

describe('readModelLine', () => {
  it('begins every collected title rightly, and ends three in four rightly', () => {
    expect(models.filter(({ expected, read }) => !read.startsWith(expected))).toEqual([]);
    expect(
      models.filter(({ expected, read }) => read === expected).length / models.length,
    ).toBeGreaterThanOrEqual(0.75);
  });

  it.each([
    ['Tủ đồ | Hội LHPN xã | 2.150 bộ', { title: 'Tủ đồ', owner: 'Hội LHPN xã', content: '2.150 bộ' }],
    ['Tủ đồ\nHội LHPN xã\n2.150 bộ', { title: 'Tủ đồ', owner: 'Hội LHPN xã', content: '2.150 bộ' }],
    ['A | Đoàn xã | một | hai', { title: 'A', owner: 'Đoàn xã', content: 'một, hai' }],
    ['Tủ đồ | | 2.150 bộ', { title: 'Tủ đồ', content: '2.150 bộ' }],
    ['Tủ đồ | 2.150 bộ cho 380 người', { title: 'Tủ đồ', content: '2.150 bộ cho 380 người' }],
    ['Tủ đồ | Hội LHPN xã', { title: 'Tủ đồ', owner: 'Hội LHPN xã' }],
    [
      'Mô hình "Tủ đồ nhân ái" của Hội LHPN xã Trường Hòa: nhận 2.150 bộ',
      { title: 'Tủ đồ nhân ái', owner: 'Hội LHPN xã Trường Hòa', content: 'nhận 2.150 bộ' },
    ],
    ['“Tủ đồ nhân ái” nhận 2.150 bộ', { title: 'Tủ đồ nhân ái', content: 'nhận 2.150 bộ' }],
    [
      'Vườn ươm cây xanh - Xã Đoàn Mỹ Lợi - ươm 1.500 cây',
      { title: 'Vườn ươm cây xanh', owner: 'Xã Đoàn Mỹ Lợi', content: 'ươm 1.500 cây' },
    ],
    ['Bữa cơm nghĩa tình: nấu 150 suất/buổi', { title: 'Bữa cơm nghĩa tình', content: 'nấu 150 suất/buổi' }],
    ['Mô hình mới: Xe 0 đồng. Chạy 143 chuyến', { title: 'Xe 0 đồng', content: 'Chạy 143 chuyến' }],
    [
      'Tủ sách của Hội Khuyến học xã: 300 cuốn',
      { title: 'Tủ sách', owner: 'Hội Khuyến học xã', content: '300 cuốn' },
    ],
    [
      'Tủ sách của chị Lý Thị Mai, tổ 2, cho mượn sách từ tháng 6',
      { title: 'Tủ sách', owner: 'chị Lý Thị Mai, tổ 2', content: 'cho mượn sách từ tháng 6' },
    ],
    [
      'Tiếng loa bình an của Công an xã Nậm Cắn phát 3 buổi/tuần',
      { title: 'Tiếng loa bình an', owner: 'Công an xã Nậm Cắn', content: 'phát 3 buổi/tuần' },
    ],
    [
      'Cổng trường bình yên: Công an phường cùng trực giờ tan học',
      {
        title: 'Cổng trường bình yên',
        owner: 'Công an phường',
        content: 'Công an phường cùng trực giờ tan học',
      },
    ],
    [
      'Tổ liên gia an toàn, Công an phường Đông Kinh, 31 tổ có chuông báo',
      { title: 'Tổ liên gia an toàn', owner: 'Công an phường Đông Kinh', content: '31 tổ có chuông báo' },
    ],
    ['Em nuôi của Đoàn: đỡ đầu 12 em', { title: 'Em nuôi của Đoàn', content: 'đỡ đầu 12 em' }],
    ['Tủ sách TP. Vinh: 300 cuốn', { title: 'Tủ sách TP. Vinh', content: '300 cuốn' }],
    ['Tiếng kẻng an ninh lúc 19:30', { title: 'Tiếng kẻng an ninh lúc 19:30' }],
    ['Tủ đồ nhân ái', { title: 'Tủ đồ nhân ái' }],
    [
      'mo hinh bien rac thanh tien, 7 chi hoi PN xa, moi thang ban phe lieu',
      { title: 'bien rac thanh tien', owner: '7 chi hoi PN xa', content: 'moi thang ban phe lieu' },
    ],
    [
      'Nuôi ong dưới tán rừng, anh Lý A Dình bản Sin Chải, hướng dẫn 9 hộ',
      { title: 'Nuôi ong dưới tán rừng', owner: 'anh Lý A Dình bản Sin Chải', content: 'hướng dẫn 9 hộ' },
    ],
    [
      'Tổ công nghệ số cộng đồng TDP Lang Xá, 8 thành viên, hướng dẫn bà con cài VNeID',
      {
        owner: 'Tổ công nghệ số cộng đồng TDP Lang Xá',
        content: '8 thành viên, hướng dẫn bà con cài VNeID',
      },
    ],
    [
      'Ánh sáng đường quê do HCCB xã thực hiện: lắp 120 bóng đèn',
      { title: 'Ánh sáng đường quê', owner: 'HCCB xã', content: 'lắp 120 bóng đèn' },
    ],
    [
      'Hội LHPN xã Hòa Bình: mô hình Ngôi nhà xanh, thu gom 2 tấn ve chai',
      { title: 'Ngôi nhà xanh', owner: 'Hội LHPN xã Hòa Bình', content: 'thu gom 2 tấn ve chai' },
    ],
  ])('parts %j', (text, expected) => {
    expect(readModelLine(text)).toEqual(expected);
  });

  it('keeps the dashes of a title', () => {
    expect(readModelLine('Công sở xanh - sạch - văn minh')).toEqual({
      title: 'Công sở xanh - sạch - văn minh',
    });
    expect(readModelLine('Công sở xanh - sạch - văn minh: giảm 30% giấy in').title).toBe(
      'Công sở xanh - sạch - văn minh',
    );
    expect(readModelLine('Sáng - xanh - sạch - đẹp - an toàn: 3 tuyến đường').content).toBe('3 tuyến đường');
  });

  it('takes a long text without marks as content', () => {
    const text = 'chúng tôi làm mỗi tuần một việc nhỏ '.repeat(8).trim();
    expect(readModelLine(text)).toEqual({ content: text });
  });

  it('never makes a title of more than 120 characters', () => {
    const long = 'rất dài '.repeat(30).trim();
    expect(readModelLine(`${long} | Đoàn xã | nội dung`)).toEqual({
      owner: 'Đoàn xã',
      content: `${long}. nội dung`,
    });
    expect(readModelLine(`${long}: nội dung`).title).toBeUndefined();
  });

  it.each(['', '  \n ', '|', '| |', '\u200f\u202e'])('reads nothing from %j', (text) => {
    expect(readModelLine(text)).toEqual({});
  });

  it('reads decomposed letters, emoji and right-to-left marks', () => {
    expect(readModelLine('\u200fTủ đồ: 20 bộ 😊'.normalize('NFD'))).toEqual({
      title: 'Tủ đồ',
      content: '20 bộ 😊',
    });
    expect(() => readModelLine('🚑🚑')).not.toThrow();
  });

  it.each(['a - ', 'a, ', '"', ' ', ': ', 'của Đoàn xã, ', '-', '💐', '| '])(
    'is work in proportion to the length: “%s”…',
    async (piece) => {
      expect(await growthOfReading(readModelLine, piece)).toBeLessThan(PROPORTION);
    },
  );
});
