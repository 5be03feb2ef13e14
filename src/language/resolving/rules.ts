import { Temporal } from 'temporal-polyfill';
import { readShift, type Shift, writeShift } from '../shift.ts';

type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** A weekday by its ISO number, and which of them in the month. */
export type DayOfRule = { readonly weekday: number; readonly nth?: number };

/**
 * A recurrence rule (RFC 5545, section 3.3.10) as far as the reader makes them. `lunar` (RFC 7529): its months and
 * their days are those of the lunar calendar.
 */
export type Rule = {
  readonly lunar?: true;
  readonly frequency: Frequency;
  readonly interval?: number;
  readonly months?: readonly number[];
  readonly days?: readonly DayOfRule[];
  readonly monthDays?: readonly number[];
  readonly positions?: readonly number[];
  /** Its last day. */
  readonly until?: Temporal.PlainDate;
  readonly shift?: Shift;
};

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const SHORTEST_MONTH = 28;

/** The canonical text: parts in one order, an interval of one left out. */
export function ruleText(rule: Rule): string {
  const { lunar, frequency, interval, months, days, monthDays, positions, until, shift } = rule;
  return [
    lunar && LUNAR,
    `FREQ=${frequency}`,
    interval !== undefined && interval > 1 && `INTERVAL=${interval}`,
    months && `BYMONTH=${months.join(',')}`,
    days && `BYDAY=${days.map(dayText).join(',')}`,
    monthDays && `BYMONTHDAY=${monthDays.join(',')}`,
    positions && `BYSETPOS=${positions.join(',')}`,
    until && `UNTIL=${compact(until)}`,
    shift && writeShift(shift),
  ]
    .filter(Boolean)
    .join(';');
}

const LUNAR = 'RSCALE=VIETNAMESE';

function compact(date: Temporal.PlainDate): string {
  return date.toString().replaceAll('-', '');
}

const DATES = 'RDATE=';

/** Single dates as one text, in the order of time. */
export function datesText(dates: readonly Temporal.PlainDate[]): string {
  return DATES + [...new Set(dates.map(compact))].sort().join(',');
}

/** undefined when the text is no list of single dates. */
export function toDates(text: string): readonly Temporal.PlainDate[] | undefined {
  if (!text.startsWith(DATES)) return undefined;
  return text
    .slice(DATES.length)
    .split(',')
    .map((date) => Temporal.PlainDate.from(date));
}

function dayText({ weekday, nth }: DayOfRule): string {
  return `${nth ?? ''}${CODES[weekday - 1] ?? ''}`;
}

const FREQUENCIES = new Map<string, Frequency>([
  ['DAILY', 'DAILY'],
  ['WEEKLY', 'WEEKLY'],
  ['MONTHLY', 'MONTHLY'],
  ['YEARLY', 'YEARLY'],
]);

/** undefined when the text is no rule that `ruleText` writes. */
export function toRule(text: string): Rule | undefined {
  const parts = new Map<string, string>();
  for (const part of text.split(';'))
    parts.set(part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1));
  const frequency = FREQUENCIES.get(parts.get('FREQ') ?? '');
  if (frequency === undefined) return undefined;
  const numbers = (name: string): readonly number[] | undefined => parts.get(name)?.split(',').map(Number);
  const interval = parts.get('INTERVAL');
  const months = numbers('BYMONTH');
  const days = parts.get('BYDAY')?.split(',').map(toDay);
  const monthDays = numbers('BYMONTHDAY');
  const positions = numbers('BYSETPOS');
  const until = parts.get('UNTIL');
  const shift = readShift(parts);
  return {
    ...(parts.has('RSCALE') && { lunar: true }),
    frequency,
    ...(interval !== undefined && { interval: Number(interval) }),
    ...(months && { months }),
    ...(days && { days }),
    ...(monthDays && { monthDays }),
    ...(positions && { positions }),
    ...(until !== undefined && { until: Temporal.PlainDate.from(until) }),
    ...(shift && { shift }),
  };
}

function toDay(text: string): DayOfRule {
  const weekday = CODES.indexOf(text.slice(-2)) + 1;
  const nth = text.slice(0, -2);
  return nth === '' ? { weekday } : { weekday, nth: Number(nth) };
}

/** These days of every month, or of every nth. */
export function monthlyRule(days: readonly number[], interval = 1): Rule | undefined {
  const kept = keptInTheMonth(days);
  return kept && { frequency: 'MONTHLY', interval, ...kept };
}

type Days = { readonly monthDays: readonly number[]; readonly positions?: readonly number[] };

/**
 * Days of a month such that a month without the day has its last day instead: 30 becomes the last of 28, 29, 30.
 * undefined when no rule can say it (both the 29th and the 30th).
 */
function keptInTheMonth(days: readonly number[]): Days | undefined {
  const sorted = [...new Set(days.map((day) => (day === 31 ? -1 : day)))].sort((a, b) => a - b);
  const plain = sorted.filter((day) => day > 0 && day <= SHORTEST_MONTH);
  const [long, ...more] = sorted.filter((day) => day > SHORTEST_MONTH);
  const last = sorted.includes(-1);
  if (long === undefined) return { monthDays: last ? [...plain, -1] : plain };
  if (more.length > 0 || last) return undefined;
  const positions = [...plain.map((_, index) => index + 1), -1];
  return { monthDays: [...new Set([...plain, ...upTo(long)])], positions };
}

function upTo(day: number): readonly number[] {
  return Array.from({ length: day - SHORTEST_MONTH + 1 }, (_, index) => SHORTEST_MONTH + index);
}

/** These days of these months of every year. */
export function yearlyRule(
  days: readonly number[],
  months: readonly number[],
  interval = 1,
): Rule | undefined {
  const sorted = [...new Set(months)].sort((a, b) => a - b);
  const yearly = { frequency: 'YEARLY', interval, months: sorted } as const;
  if (days.every((day) => sorted.every((month) => hasDay(month, day)))) {
    return { ...yearly, monthDays: inOrder(days) };
  }
  if (days.length === 1 && sorted.every((month) => !hasDay(month, (days[0] ?? 0) + 1))) {
    return { ...yearly, monthDays: [-1] };
  }
  const kept = keptInTheMonth(days);
  if (kept?.positions === undefined) return kept && { ...yearly, ...kept };
  // BYSETPOS counts within the period, so the period has to be the month.
  return interval === 1 ? { frequency: 'MONTHLY', months: sorted, ...kept } : undefined;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function hasDay(month: number, day: number): boolean {
  return day <= (LENGTHS[month - 1] ?? 0);
}

const END = 32;

/** The last day behind the others. */
function inOrder(days: readonly number[]): readonly number[] {
  return [...new Set(days)].sort((a, b) => (a < 0 ? END : a) - (b < 0 ? END : b));
}
