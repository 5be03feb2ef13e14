import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readDeedDate, readDeedDay } from '../../src/language/deed-date.ts';
import { fold } from '../../src/language/fold.ts';
import { TODAY } from './clock-at.ts';

const SAMPLES = readFileSync(new URL('samples.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => z.object({ text: z.string() }).parse(JSON.parse(line)).text);

const NOVEMBER = Temporal.PlainDate.from('2026-11-25');

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

describe('on 25 November 2026', () => {
  test.each([
    ['cứu bé đuối nước ở biển Đồi Dương 25/4', '2026-04-25'],
    ['gặt lúa ở thôn Dac Rich 28/10', '2026-10-28'],
    ['Chủ nhật xanh 22/11 dọn chợ', '2026-11-22'],
    ['trả ví cho bà Sáu 20-11', '2026-11-20'],
    ['dọn kênh hôm 20.11', '2026-11-20'],
    ['ngày 8-11 dọn kênh', '2026-11-08'],
    ['ngày 22-23/11', '2026-11-23'],
    ['trong 2 ngày 21 và 22/11', '2026-11-22'],
    ['từ ngày 5/11 đến ngày 9/11 nấu cơm', '2026-11-09'],
    ['14h, 23/11, tại cầu', '2026-11-23'],
    ['3 ngày trước anh Nam cứu em nhỏ', '2026-11-22'],
    ['hai ngay truoc anh Nam sua cau', '2026-11-23'],
    ['cách đây 3 ngày', '2026-11-22'],
    ['ngày 15 chi đoàn dọn rác', '2026-11-15'],
    ['ngày 15 tháng trước', '2026-10-15'],
    ['mùng 5 chị Hoa tặng quà', '2026-11-05'],
    ['ngày 31 chị Hoa tặng quà', '2026-10-31'],
    ['thu 7 vua roi', '2026-11-21'],
    ['tháng trước, sáng 21/10, anh Nam sửa cầu', '2026-10-21'],
    ['trả tài sản cho nạn nhân tối 20/11', '2026-11-20'],
    ['hoàn trả chủ nhà 24/11', '2026-11-24'],
  ])('%s', (text, date) => {
    expect(readDeedDay(text, { today: NOVEMBER })).toMatchObject({ sure: true });
    expect(readDeedDate(text, { today: NOVEMBER })?.toString()).toBe(date);
  });

  test.each([
    ['tháng trước anh Nam sửa cầu', '2026-10-31'],
    ['thang truoc anh Nam sua cau', '2026-10-31'],
    ['tuần trước anh Nam sửa cầu', '2026-11-22'],
    ['đầu tháng 11 gói bánh', '2026-11-10'],
    ['hồi tháng 9', '2026-09-30'],
    ['hai tuần trước', '2026-11-11'],
    ['cách đây một tháng', '2026-10-25'],
    ['hôm nọ chị Hoa trả ví', '2026-11-23'],
    ['năm ngoái', '2025-12-31'],
    ['hồi đầu năm', '2026-11-25'],
    ['hôm rằm', '2026-11-25'],
    ['gặt lúa sáng mai', '2026-11-25'],
    ['dọn rác ngày 28/12', '2025-12-28'],
  ])('“%s” is not sure', (text, date) => {
    const day = readDeedDay(text, { today: NOVEMBER });
    expect([day?.date.toString(), day?.sure]).toEqual([date, false]);
  });

  test('takes a weekday for a habit of a model, and for the day of a deed', () => {
    const text = '70 hộ quét dọn chiều thứ 6';
    expect(readDeedDay(text, { today: NOVEMBER })?.date.toString()).toBe('2026-11-20');
    expect(readDeedDay(text, { today: NOVEMBER, lasts: true })).toBeUndefined();
  });

  test.each([
    'mỗi ngày 20 suất cơm',
    'ngày 3 bữa cơm',
    'mừng Ngày Nhà giáo Việt Nam 20/11',
    'kỷ niệm ngày thành lập Hội 20/10',
    'em Nam lớp 7/2 nhặt được ví',
    'hẻm 25/4 đường 30/4',
    'vận động được 230/235 hộ',
    'đạt 15/10 tiêu chí',
    'từ tháng trước đến nay',
    'giảm so với tháng trước',
  ])('“%s” says no day', (text) => {
    expect(readDeedDay(text, { today: NOVEMBER })).toBeUndefined();
  });

  test('“ngày 31” said on the first is last month’s', () => {
    const today = Temporal.PlainDate.from('2027-01-01');
    expect(readDeedDate('Bà Ba hiến 50m2 đất ngày 31', { today })?.toString()).toBe('2026-12-31');
  });
});

function read(text: string): string | undefined {
  return readDeedDate(text, { today: TODAY })?.toString();
}

function dayOf(text: string): string | undefined {
  return [...DATED].find(([start]) => text.startsWith(start))?.[1];
}
