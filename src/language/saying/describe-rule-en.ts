import type { DayOfRule, Rule } from '../resolving/rules.ts';
import { ENGLISH_MONTHS, listed, weekdaysOf } from './names.ts';
import { daysSaid, isEachOfEach, isWorkday, monthsLeftOut, placeInQuarter } from './rule-shape.ts';

const NTH: Readonly<Record<number, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  [-1]: 'last',
  [-2]: 'second to last',
};

export function describeRuleInEnglish(rule: Rule): string {
  const left = (rule.interval ?? 1) === 1 ? monthsLeftOut(rule) : undefined;
  if (!left) return describeWhole(rule);
  const { months: _, ...rest } = rule;
  const frequency = rule.frequency === 'YEARLY' ? 'MONTHLY' : rule.frequency;
  return `${describeWhole({ ...rest, frequency })}, except ${all(left.map((month) => ENGLISH_MONTHS[month - 1] ?? ''))}`;
}

function describeWhole(rule: Rule): string {
  const { frequency, interval = 1 } = rule;
  switch (frequency) {
    case 'DAILY':
      return interval > 1 ? `every ${interval} days` : 'every day';
    case 'WEEKLY':
      return weekly(rule, interval);
    case 'MONTHLY':
      return monthly(rule, interval);
    case 'YEARLY': {
      const words = `${daysOfMonth(rule)} ${monthsOf(rule.months ?? [])}`;
      return interval > 1 ? `${words.replace(' every year', '')}, every ${interval} years` : words;
    }
  }
}

function weekly({ days = [] }: Rule, interval: number): string {
  if (interval > 1) return `every ${interval} weeks on ${weekdays(days)}`;
  const working = days.length === 5 && days.every(({ weekday }) => weekday <= 5);
  return working ? 'every weekday' : `every ${weekdays(days)}`;
}

function weekdays(days: readonly DayOfRule[]): string {
  return weekdaysOf(days, 'en');
}

function monthly(rule: Rule, interval: number): string {
  if (rule.months) return `${daysOfMonth(rule)} ${monthsOf(rule.months)}`;
  if (interval === 1) return `${daysOfMonth(rule)} of every month`;
  return `${daysOfMonth(rule)} of the month, every ${interval} months`;
}

function daysOfMonth(rule: Rule): string {
  if (isWorkday(rule)) return `on the ${NTH[rule.positions?.[0] ?? 1] ?? ''} working day`;
  if (!rule.days) return `on ${all(daysSaid(rule).map(dayOf))}`;
  if (!isEachOfEach(rule.days))
    return `on ${all(rule.days.map((day) => `the ${NTH[day.nth ?? 0] ?? ''} ${weekdays([day])}`))}`;
  const nth = [...new Set(rule.days.map((day) => day.nth ?? 0))];
  return `on the ${all(nth.map((which) => NTH[which] ?? ''))} ${weekdays(rule.days)}`;
}

function all(items: readonly string[]): string {
  return listed(items, 'en');
}

function dayOf(day: number): string {
  return day === -1 ? 'the last day' : `the ${ordinal(day)}`;
}

const ENDINGS = ['th', 'st', 'nd', 'rd'];

function ordinal(day: number): string {
  const teen = day > 10 && day < 14;
  return `${day}${teen ? 'th' : (ENDINGS[day % 10] ?? 'th')}`;
}

const QUARTER: Readonly<Record<number, string>> = { 1: 'first', 2: 'second', 3: 'last' };

function monthsOf(months: readonly number[]): string {
  const place = QUARTER[placeInQuarter(months) ?? 0];
  if (place !== undefined) return `of the ${place} month of every quarter`;
  return `of ${all(months.map((month) => ENGLISH_MONTHS[month - 1] ?? ''))} every year`;
}
