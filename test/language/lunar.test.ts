import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { fromLunar, lastDayOfLunarYear, toLunar } from '../../src/language/lunar.ts';
import { readWhen } from '../../src/language/read-when.ts';

/** As the Vietnamese almanac has them: 23 Chạp, the last day of the year and its number, mùng 1, mùng 6, rằm tháng Giêng, Giỗ Tổ. */
const TABLE = [
  [2024, '02-02', '02-09', 30, '02-10', '02-15', '02-24', '04-18'],
  [2025, '01-22', '01-28', 29, '01-29', '02-03', '02-12', '04-07'],
  [2026, '02-10', '02-16', 29, '02-17', '02-22', '03-03', '04-26'],
  [2027, '01-30', '02-05', 29, '02-06', '02-11', '02-20', '04-16'],
  [2028, '01-19', '01-25', 29, '01-26', '01-31', '02-09', '04-04'],
  [2029, '02-06', '02-12', 29, '02-13', '02-18', '02-27', '04-23'],
  [2030, '01-26', '02-01', 29, '02-02', '02-07', '02-16', '04-12'],
  [2031, '01-16', '01-22', 29, '01-23', '01-28', '02-06', '04-01'],
  [2032, '02-04', '02-10', 29, '02-11', '02-16', '02-25', '04-19'],
] as const;

describe('the lunar calendar of Việt Nam', () => {
  test.each(TABLE)('%d', (year, kitchen, last, lastNumber, first, sixth, full, kings) => {
    expect(date(23, 12, year - 1)).toBe(`${year}-${kitchen}`);
    expect(lastDayOfLunarYear(year - 1)?.toString()).toBe(`${year}-${last}`);
    expect(toLunar(Temporal.PlainDate.from(`${year}-${last}`)).day).toBe(lastNumber);
    expect(date(1, 1, year)).toBe(`${year}-${first}`);
    expect(date(6, 1, year)).toBe(`${year}-${sixth}`);
    expect(date(15, 1, year)).toBe(`${year}-${full}`);
    expect(date(10, 3, year)).toBe(`${year}-${kings}`);
  });

  test('has no 30th in a month of 29 days, and no leap month in an ordinary year', () => {
    expect(date(30, 12, 2025)).toBeUndefined();
    expect(fromLunar({ day: 1, month: 6, year: 2026, leap: true })).toBeUndefined();
    expect(fromLunar({ day: 1, month: 6, year: 2025, leap: true })?.toString()).toBe('2025-07-25');
  });

  test('each day of ten years comes back from the other calendar', () => {
    for (let days = 0; days < 3653; days += 1) {
      const day = Temporal.PlainDate.from('2024-01-01').add({ days });
      expect(fromLunar(toLunar(day))?.toString()).toBe(day.toString());
    }
  });
});

describe('lunar words', () => {
  const now = Temporal.ZonedDateTime.from('2026-03-01T08:00+07:00[Asia/Ho_Chi_Minh]');
  test.each([
    ['mùng 1 Tết', '2027-02-06'],
    ['30 Tết', '2027-02-05'],
    ['29 Tết', '2027-02-05'],
    ['mùng 1 Tết năm 2028', '2028-01-26'],
    ['23 tháng Chạp năm sau', '2027-01-30'],
    ['rằm tháng 7', '2026-08-27'],
    ['rằm tháng bảy âm lịch', '2026-08-27'],
    ['mùng 10 tháng 3 âm lịch', '2026-04-26'],
    ['10/3 ÂL', '2026-04-26'],
    ['10/3/2027 âm lịch', '2027-04-16'],
    ['ngày 15 âm', '2026-03-03'],
    ['rằm', '2026-03-03'],
    ['giao thừa', '2027-02-05'],
    ['15 tháng 6 nhuận âm lịch', '2036-08-06'],
  ])('%s', (text, expected) => {
    const { when } = readWhen(text, { now });
    expect(when?.kind === 'once' && when.date.toString()).toBe(expected);
  });

  test('a day that the lunar month does not have is told', () => {
    expect(readWhen('30/12 âm lịch năm 2026', { now }).doubts).toMatchObject([{ kind: 'no-such-date' }]);
  });
});

function date(day: number, month: number, year: number): string | undefined {
  return fromLunar({ day, month, year, leap: false })?.toString();
}
