import type { DayOfRule, Rule } from '../resolving/rules.ts';
import { listed, weekdaysOf } from './names.ts';
import { daysSaid, isEachOfEach, isWorkday, monthsLeftOut, placeInQuarter } from './rule-shape.ts';

const NTH: Readonly<Record<number, string>> = {
  1: 'đầu tiên',
  2: 'thứ hai',
  3: 'thứ ba',
  4: 'thứ tư',
  5: 'thứ năm',
  [-1]: 'cuối cùng',
  [-2]: 'áp chót',
};

export function describeRuleInVietnamese(rule: Rule): string {
  const left = (rule.interval ?? 1) === 1 ? monthsLeftOut(rule) : undefined;
  if (!left) return describeWhole(rule);
  const { months: _, ...rest } = rule;
  const frequency = rule.frequency === 'YEARLY' ? 'MONTHLY' : rule.frequency;
  const words = describeWhole({ ...rest, frequency });
  return `${words === 'ngày cuối tháng' ? 'ngày cuối hằng tháng' : words}, trừ ${all(left.map((month) => `tháng ${month}`))}`;
}

function describeWhole(rule: Rule): string {
  const { frequency, interval = 1 } = rule;
  switch (frequency) {
    case 'DAILY':
      return interval > 1 ? `${interval} ngày một lần` : 'hằng ngày';
    case 'WEEKLY':
      return weekly(rule, interval);
    case 'MONTHLY':
      return monthly(rule, interval);
    case 'YEARLY': {
      const words = inMonths(rule, rule.months ?? []);
      return interval > 1 ? `${words.replace(' hằng năm', '')}, ${interval} năm một lần` : words;
    }
  }
}

function weekly({ days = [] }: Rule, interval: number): string {
  if (interval > 1) return `${weekdays(days)}, ${interval} tuần một lần`;
  const working = days.length === 5 && days.every(({ weekday }) => weekday <= 5);
  return working ? 'từ thứ Hai đến thứ Sáu hằng tuần' : `${weekdays(days)} hằng tuần`;
}

function weekdays(days: readonly DayOfRule[]): string {
  return weekdaysOf(days, 'vi');
}

function monthly(rule: Rule, interval: number): string {
  const days = daysOfMonth(rule);
  if (rule.months) return inMonths(rule, rule.months);
  if (interval > 1) return `${days}${rule.monthDays ? '' : ' của tháng'}, ${interval} tháng một lần`;
  if (rule.monthDays) return days === 'ngày cuối tháng' ? days : `${days} hằng tháng`;
  return `${days} của tháng`;
}

function daysOfMonth(rule: Rule): string {
  if (isWorkday(rule)) return `ngày làm việc ${NTH[rule.positions?.[0] ?? 1] ?? ''}`;
  return rule.days ? nthDays(rule.days) : monthDays(rule);
}

function nthDays(days: readonly DayOfRule[]): string {
  const nth = [...new Set(days.map((day) => day.nth ?? 0))];
  if (!isEachOfEach(days)) return all(days.map((day) => `${weekdays([day])} ${NTH[day.nth ?? 0] ?? ''}`));
  const names = nth.map((which) => NTH[which] ?? '');
  // "thứ Bảy thứ hai và thứ ba" would be three days.
  return names.length === 1
    ? `${weekdays(days)} ${names[0]}`
    : `${weekdays(days)} ${all(names.map((name) => `tuần ${name}`))}`;
}

function all(items: readonly string[]): string {
  return listed(items, 'vi');
}

function monthDays(rule: Rule): string {
  return all(daysSaid(rule).map((day) => (day === -1 ? 'ngày cuối tháng' : `ngày ${day}`)));
}

function inMonths(rule: Rule, months: readonly number[]): string {
  const days = daysOfMonth(rule).replaceAll('ngày cuối tháng', 'ngày cuối');
  const of = endsInMonth(daysOfMonth(rule)) || !rule.monthDays ? 'của ' : '';
  return `${days} ${of}${monthsOf(months)}`;
}

function endsInMonth(words: string): boolean {
  return words.endsWith('ngày cuối tháng');
}

const QUARTER: Readonly<Record<number, string>> = {
  1: 'tháng đầu quý',
  2: 'tháng giữa quý',
  3: 'tháng cuối quý',
};

function monthsOf(months: readonly number[]): string {
  return QUARTER[placeInQuarter(months) ?? 0] ?? `${all(months.map((month) => `tháng ${month}`))} hằng năm`;
}
