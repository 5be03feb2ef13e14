import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readDeedDate } from '../../src/language/deed-date.ts';
import { fold } from '../../src/language/fold.ts';
import { TODAY } from './clock-at.ts';

const SAMPLES = readFileSync(new URL('samples.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => z.object({ text: z.string() }).parse(JSON.parse(line)).text);

/** The only reports of the samples that name their day. */
const DATED = new Map([
  ['Sáng nay chị Trần Thị Hiền', '2026-01-14'],
  ['Anh Nguyễn Văn Lành', '2026-01-12'],
  ['chu nhat xanh hom nay', '2026-01-14'],
  ['Hội Chữ thập đỏ xã', '2026-01-09'],
  ['Công đoàn + Đoàn thanh niên', '2026-01-08'],
  ['Đồng chí Bí thư Đảng ủy cùng bà con', '2025-10-10'],
  ['Hôm qua mình thấy', '2026-01-13'],
]);

describe('the day that a report names', () => {
  test.each(SAMPLES)('%s', (text) => {
    expect(read(text)).toBe(dayOf(text));
    expect(read(fold(text))).toBe(dayOf(text));
  });

  test.each([
    ['sáng nay', '2026-01-14'],
    ['tối qua 3 bạn', '2026-01-13'],
    ['hôm kia', '2026-01-12'],
    ['chiều 12/1', '2026-01-12'],
    ['chiều ngày 12/1', '2026-01-12'],
    ['ngày 9/1 dọn kênh', '2026-01-09'],
    ['ngày 5 tháng 1 dọn kênh', '2026-01-05'],
    ['trưa thứ 5', '2026-01-08'],
    ['chiều thứ tư', '2026-01-14'],
    ['chiều 20/1', '2025-01-20'],
    ['Chủ nhật 11/1 ra quân', '2026-01-11'],
    ['thứ 7 vừa rồi', '2026-01-10'],
    ['thứ bảy tuần trước', '2026-01-10'],
    ['thứ hai tuần này', '2026-01-12'],
    ['(10/1) dọn vệ sinh', '2026-01-10'],
    ['12/1: dọn kênh', '2026-01-12'],
    ['12/1/2026 dọn kênh', '2026-01-12'],
    ['ngày 9 vừa qua', '2026-01-09'],
    ['ngày 20 vừa qua', '2025-12-20'],
    ['nhân 27/7 chi đoàn thăm 5 gia đình sáng nay', '2026-01-14'],
  ])('%s', (text, date) => {
    expect(read(text)).toBe(date);
  });

  test.each([
    'tối 3/2/2026',
    'thương binh 2/4',
    'nhân 27/7',
    'nhân ngày 27/7',
    'kỷ niệm ngày 22/12',
    'đã làm 12/12 kỳ',
    '14/14 thôn',
    'tổ 7',
    'trước 30/4',
    'mỗi sáng chủ nhật',
    'sáng chủ nhật hằng tuần',
    'ngày chủ nhật xanh',
    'ngày thứ bảy về cơ sở',
    'lúc 2h sáng',
    'cứu em nhỏ ngày 31/2',
    '2 năm nay',
    'từ đầu năm tới nay',
    'tháng 12',
    'từ ngày 5/1',
    'ngày mai',
    '',
  ])('%s names none', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

function read(text: string): string | undefined {
  return readDeedDate(text, { today: TODAY })?.toString();
}

function dayOf(text: string): string | undefined {
  return [...DATED].find(([start]) => text.startsWith(start))?.[1];
}
