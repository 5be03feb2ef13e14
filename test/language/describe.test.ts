import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  describeDate,
  describeLead,
  describeTime,
  describeWeekday,
  describeWhen,
} from '../../src/language/describe.ts';
import type { When } from '../../src/language/when.ts';

describe('in words', () => {
  test.each([
    [
      rule('FREQ=MONTHLY;BYMONTHDAY=5', '19:30'),
      '19 giờ 30 ngày 5 hằng tháng',
      '19:30 on the 5th of every month',
    ],
    [
      rule('FREQ=MONTHLY;BYDAY=1SA', '07:30'),
      '7 giờ 30 sáng thứ Bảy đầu tiên của tháng',
      '07:30 on the first Saturday of every month',
    ],
    [rule('FREQ=MONTHLY;BYMONTHDAY=-1'), 'ngày cuối tháng', 'on the last day of every month'],
    [
      rule('FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1'),
      'ngày 30 hằng tháng',
      'on the 30th of every month',
    ],
    [
      rule('FREQ=MONTHLY;BYMONTHDAY=5,20'),
      'ngày 5 và ngày 20 hằng tháng',
      'on the 5th and the 20th of every month',
    ],
    [rule('FREQ=WEEKLY;BYDAY=FR'), 'thứ Sáu hằng tuần', 'every Friday'],
    [rule('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'), 'từ thứ Hai đến thứ Sáu hằng tuần', 'every weekday'],
    [rule('FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'), 'thứ Sáu, 2 tuần một lần', 'every 2 weeks on Friday'],
    [rule('FREQ=DAILY', '08:00'), '8 giờ sáng hằng ngày', '08:00 every day'],
    [
      rule('FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10'),
      'ngày 10, 3 tháng một lần',
      'on the 10th of the month, every 3 months',
    ],
    [
      rule('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'),
      'ngày làm việc cuối cùng của tháng',
      'on the last working day of every month',
    ],
    [
      rule('FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25'),
      'ngày 25 tháng cuối quý',
      'on the 25th of the last month of every quarter',
    ],
    [
      rule('FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10'),
      'ngày 10 tháng 6 và tháng 12 hằng năm',
      'on the 10th of June and December every year',
    ],
    [
      rule('FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYMONTHDAY=19'),
      'ngày 19 tháng 5, 2 năm một lần',
      'on the 19th of May, every 2 years',
    ],
  ])('%o', (when, vietnamese, english) => {
    expect(describeWhen(when, 'vi')).toBe(vietnamese);
    expect(describeWhen(when, 'en')).toBe(english);
  });

  test('a date, an hour and a weekday', () => {
    const date = Temporal.PlainDate.from('2026-12-05');
    expect(describeDate(date, 'vi')).toBe('thứ Bảy, 05/12/2026');
    expect(describeDate(date, 'en')).toBe('Saturday, 5 December 2026');
    expect(describeTime(Temporal.PlainTime.from('19:30'), 'vi')).toBe('19 giờ 30');
    expect(describeTime(Temporal.PlainTime.from('07:00'), 'vi')).toBe('7 giờ sáng');
    expect(describeTime(Temporal.PlainTime.from('00:05'), 'vi')).toBe('0 giờ 05');
    expect(describeTime(Temporal.PlainTime.from('07:05'), 'en')).toBe('07:05');
    expect(describeWeekday(7, 'vi')).toBe('Chủ nhật');
  });

  test('a lead', () => {
    expect(describeLead({ kind: 'minutes', minutes: 120 }, 'vi')).toBe('trước 2 tiếng');
    expect(describeLead({ kind: 'minutes', minutes: 90 }, 'en')).toBe('1 hour 30 minutes before');
    expect(describeLead({ kind: 'days', days: 1, at: Temporal.PlainTime.from('19:30') }, 'vi')).toBe(
      'trước 1 ngày lúc 19 giờ 30',
    );
    expect(describeLead({ kind: 'days', days: 7 }, 'en')).toBe('1 week before');
  });
});

function rule(rrule: string, time?: string): When {
  return {
    kind: 'rule',
    rrule,
    ...(time && { time: Temporal.PlainTime.from(time) }),
  };
}
