import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  type Period,
  type PeriodWord,
  periodBefore,
  readPeriod,
  readPeriodArgument,
} from '../../src/language/period.ts';
import { TODAY } from './clock-at.ts';

describe('a report period looks back', () => {
  test.each([
    ['tuần này', 'week 2026-01-12 2026-01-18'],
    ['tuần trước', 'week 2026-01-05 2026-01-11'],
    ['tuần 3/2026', 'week 2026-01-12 2026-01-18'],
    ['tuần 1', 'week 2025-12-29 2026-01-04'],
    ['tuần 5', 'week 2025-01-27 2025-02-02'],
    ['tuần thứ 3 năm 2025', 'week 2025-01-13 2025-01-19'],
    ['tuần đầu tháng 1', 'week 2025-12-29 2026-01-04'],
    ['tuần cuối tháng 12', 'week 2025-12-29 2026-01-04'],
    ['tháng 1', 'month 2026-01-01 2026-01-31'],
    ['tháng hai', 'month 2025-02-01 2025-02-28'],
    ['thang sau', 'month 2026-02-01 2026-02-28'],
    ['12/2025', 'month 2025-12-01 2025-12-31'],
    ['tháng 12 năm ngoái', 'month 2025-12-01 2025-12-31'],
    ['T12/2025', 'month 2025-12-01 2025-12-31'],
    ['December 2025', 'month 2025-12-01 2025-12-31'],
    ['quý 1', 'quarter 2026-01-01 2026-03-31'],
    ['quý tư năm 2025', 'quarter 2025-10-01 2025-12-31'],
    ['6 tháng cuối năm', 'half-year 2025-07-01 2025-12-31'],
    ['nửa đầu năm 2025', 'half-year 2025-01-01 2025-06-30'],
    ['6 tháng đầu năm ngoái', 'half-year 2025-01-01 2025-06-30'],
    ['chín tháng đầu năm', 'nine-months 2026-01-01 2026-09-30'],
    ['2025', 'year 2025-01-01 2025-12-31'],
    ['ngày 5/1', 'day 2026-01-05 2026-01-05'],
    ['20/1', 'day 2025-01-20 2025-01-20'],
    ['hôm nay', 'day 2026-01-14 2026-01-14'],
    ['từ 20/12 đến 10/1', 'range 2025-12-20 2026-01-10'],
    ['5-11/1', 'range 2026-01-05 2026-01-11'],
    ['từ ngày 1 đến ngày 15 tháng 12', 'range 2025-12-01 2025-12-15'],
    ['từ 20/12 đến 10/1/2026', 'range 2025-12-20 2026-01-10'],
    ['từ tháng 10 đến tháng 12', 'range 2025-10-01 2025-12-31'],
    ['tháng 1 đến tháng 3/2025', 'range 2025-01-01 2025-03-31'],
    ['tháng 5/2021 - tháng 5/2023', 'range 2021-05-01 2023-05-31'],
    ['5/2021 → 5/2023', 'range 2021-05-01 2023-05-31'],
    ['từ năm 2021 đến 2025', 'range 2021-01-01 2025-12-31'],
    ['từ đầu tuần đến nay', 'range 2026-01-12 2026-01-14'],
    ['từ 2021 đến nay', 'range 2021-01-01 2026-01-14'],
    ['từ tháng 9 đến nay', 'range 2025-09-01 2026-01-14'],
    ['2 tuần qua', 'range 2026-01-01 2026-01-14'],
    ['3 tháng qua', 'range 2025-10-15 2026-01-14'],
    ['last 7 days', 'range 2026-01-08 2026-01-14'],
    ['from 5/1 to 11/1', 'range 2026-01-05 2026-01-11'],
    ['year to date', 'range 2026-01-01 2026-01-14'],
  ])('%s', (text, period) => {
    expect(read(text)).toBe(period);
  });

  test.each(['tuần 54', '31/2', 'tuần 53/2025', 'từ 11/1/2026 đến 5/1/2026', 'chi bộ', ''])(
    '%s is none',
    (text) => {
      expect(read(text)).toBe('none');
    },
  );

  test('leaves what else was typed', () => {
    expect(readPeriod('quý 4/2025 word', { today: TODAY })?.rest).toBe('word');
    expect(readPeriod('tuan 3 excel', { today: TODAY })?.rest).toBe('excel');
  });
});

describe('what stands behind /tuan, /thang, /quy and /nam', () => {
  test.each<readonly [PeriodWord, string, string]>([
    ['week', '', 'week 2026-01-12 2026-01-18'],
    ['week', 'trước', 'week 2026-01-05 2026-01-11'],
    ['week', 'truoc', 'week 2026-01-05 2026-01-11'],
    ['week', 'này', 'week 2026-01-12 2026-01-18'],
    ['week', '3', 'week 2026-01-12 2026-01-18'],
    ['week', '52/2025', 'week 2025-12-22 2025-12-28'],
    ['week', 'tuần trước', 'week 2026-01-05 2026-01-11'],
    ['month', '12/2025', 'month 2025-12-01 2025-12-31'],
    ['month', '3', 'month 2025-03-01 2025-03-31'],
    ['month', 'trước', 'month 2025-12-01 2025-12-31'],
    ['month', '11 năm ngoái', 'month 2025-11-01 2025-11-30'],
    ['month', '11 2025', 'month 2025-11-01 2025-11-30'],
    ['quarter', '4 nam ngoai', 'quarter 2025-10-01 2025-12-31'],
    ['quarter', 'IV/2025', 'quarter 2025-10-01 2025-12-31'],
    ['quarter', '', 'quarter 2026-01-01 2026-03-31'],
    ['year', '2025', 'year 2025-01-01 2025-12-31'],
    ['year', 'ngoái', 'year 2025-01-01 2025-12-31'],
    ['year', 'nay', 'year 2026-01-01 2026-12-31'],
    ['week', 'từ 5/1 đến 11/1', 'range 2026-01-05 2026-01-11'],
  ])('%s %s', (kind, text, period) => {
    expect(show(readPeriodArgument(kind, text, { today: TODAY })?.period)).toBe(period);
  });
});

test('the period before is an equal one', () => {
  const before = (text: string): string => {
    const read = readPeriod(text, { today: TODAY });
    return show(read && periodBefore(read.period));
  };
  expect(before('tuần này')).toBe('week 2026-01-05 2026-01-11');
  expect(before('tháng 3/2024')).toBe('month 2024-02-01 2024-02-29');
  expect(before('quý này')).toBe('quarter 2025-10-01 2025-12-31');
  expect(before('6 tháng đầu năm')).toBe('half-year 2025-07-01 2025-12-31');
  expect(before('9 tháng năm 2025')).toBe('nine-months 2024-01-01 2024-09-30');
  expect(before('năm nay')).toBe('year 2025-01-01 2025-12-31');
  expect(before('hôm nay')).toBe('day 2026-01-13 2026-01-13');
  expect(before('từ 5/1 đến 11/1')).toBe('range 2025-12-29 2026-01-04');
  expect(Temporal.PlainDate.from('2026-01-04').dayOfWeek).toBe(7);
});

function read(text: string): string {
  return show(readPeriod(text, { today: TODAY })?.period);
}

function show(period: Period | undefined): string {
  return period ? `${period.kind} ${period.from} ${period.to}` : 'none';
}
