import { describe, expect, test } from 'vitest';
import { describeLeads } from '../../src/language/describe.ts';
import { readLeads } from '../../src/language/leads.ts';

describe('an answer to how long before', () => {
  test.each([
    ['3 ngày và 2 tiếng', 'trước 3 ngày, trước 2 tiếng'],
    ['trước 3 ngày và trước 2 tiếng', 'trước 3 ngày, trước 2 tiếng'],
    ['3 ngay, 2h', 'trước 3 ngày, trước 2 tiếng'],
    ['nhắc trước 1 tuần, 1 ngày', 'trước 1 tuần, trước 1 ngày'],
    ['2 tiếng rưỡi', 'trước 2 tiếng 30 phút'],
    ['1h30', 'trước 1 tiếng 30 phút'],
    ['nửa tiếng', 'trước 30 phút'],
    ['ba mươi phút', 'trước 30 phút'],
    ['một tuần', 'trước 1 tuần'],
    ['tối hôm trước', 'trước 1 ngày lúc 19 giờ 30'],
    ['tối hôm trước lúc 20h', 'trước 1 ngày lúc 20 giờ'],
    ['1 ngày trước lúc 7h sáng', 'trước 1 ngày lúc 7 giờ sáng'],
    ['sáng hôm đó', '7 giờ sáng hôm đó'],
    ['6h30 sáng hôm đó và trước 30 phút', '6 giờ 30 sáng hôm đó, trước 30 phút'],
    ['đúng giờ', 'đúng giờ'],
    ['trước 1 ngày và đúng giờ', 'trước 1 ngày, đúng giờ'],
    ['3 ngày, 3 ngày', 'trước 3 ngày'],
    ['3 ngày trước khi họp', 'trước 3 ngày'],
    ['3 days and 2 hours', 'trước 3 ngày, trước 2 tiếng'],
    ['truwowcs 3 ngayf', 'trước 3 ngày'],
    ['không', 'không nhắc trước'],
    ['ko', 'không nhắc trước'],
    ['khỏi nhắc', 'không nhắc trước'],
    ['không cần nhắc trước', 'không nhắc trước'],
    ['no', 'không nhắc trước'],
  ])('%s', (text, words) => {
    expect(said(text)).toBe(words);
  });

  test.each(['', 'chi bộ', '3', 'ngày 5', 'sáng mai', 'trước Tết', '3 triệu', 'có'])('%s is none', (text) => {
    expect(said(text)).toBeUndefined();
  });

  test.each([7, 8, 9, 10, 11, 13, 14, 17, 19, 21, 23])('an hour of the clock is none: %dh', (hour) => {
    for (const text of [`${hour}h`, `${hour}h30`, `${hour} giờ`, `nhắc ${hour}h`, `1 ngày, ${hour}g`])
      expect([text, said(text)]).toEqual([text, undefined]);
    expect(said(`${hour} tiếng`)).toBe(`trước ${hour} tiếng`);
    if (hour > 12) expect(said(`trước ${hour}h30`)).toBeUndefined();
  });
});

function said(text: string): string | undefined {
  const leads = readLeads(text);
  return leads && describeLeads(leads, 'vi');
}
