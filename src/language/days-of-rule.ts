import { Temporal } from 'temporal-polyfill';
import { toLunar } from './lunar.ts';
import { type Rule, ruleText, toDates, toRule } from './resolving/rules.ts';
import { LONGEST_SHIFT_DAYS, type Shift, shifted } from './shift.ts';

type Days = Iterable<Temporal.PlainDate>;

/**
 * The days of a rule from a day on, in the order of time. `civil` gives those of a rule of RFC 5545; single dates,
 * days of the lunar calendar, and days that move away from others are worked out here.
 */
export function daysOfRule(
  text: string,
  from: Temporal.PlainDate,
  civil: (rrule: string, from: Temporal.PlainDate) => Days,
): Days {
  const dates = toDates(text);
  if (dates) return dates.filter((date) => !isBefore(date, from));
  const rule = toRule(text);
  if (!rule) return civil(text, from);
  const { shift, ...unmoved } = rule;
  const days = (first: Temporal.PlainDate) =>
    unmoved.lunar ? lunarDays(unmoved, first) : civil(ruleText(unmoved), first);
  return shift ? shiftedDays(days, shift, from) : days(from);
}

/** A rule with the end and the days to move away from that another one has, unless it has its own. */
export function withEndOf(text: string, other: string, today: Temporal.PlainDate): string {
  const [rule, before] = [toRule(text), toRule(other)];
  if (!rule || !before) return text;
  const until = rule.until ?? (before.until && !isBefore(before.until, today) ? before.until : undefined);
  const shift = rule.shift ?? before.shift;
  return ruleText({ ...rule, ...(until && { until }), ...(shift && { shift }) });
}

export function ruleWithout(text: string, part: 'end' | 'shift'): string {
  const rule = toRule(text);
  if (!rule) return text;
  const { until, shift, ...rest } = rule;
  return ruleText(
    part === 'end' ? { ...rest, ...(shift && { shift }) } : { ...rest, ...(until && { until }) },
  );
}

/** Whether a rule counts lunar months, and whether it is a list of single dates. */
export function kindOfRule(text: string | undefined): 'lunar' | 'dates' | 'rule' | 'once' {
  if (text === undefined) return 'once';
  if (toDates(text)) return 'dates';
  return toRule(text)?.lunar ? 'lunar' : 'rule';
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}

const LUNAR_MONTHS_AHEAD = 12 * 30;
const LONGEST_LUNAR_MONTH = 30;

/** A day that the month has not is its last. A rule of the year leaves the doubled month of a leap year out. */
function* lunarDays({ months, monthDays = [], until }: Rule, from: Temporal.PlainDate): Days {
  let first = from.subtract({ days: toLunar(from).day - 1 });
  for (let count = 0; count < LUNAR_MONTHS_AHEAD; count += 1) {
    const next = nextLunarMonth(first);
    const days = isOneOf(months, first) ? daysWithin(first, next, monthDays) : [];
    yield* days.filter((date) => !isBefore(date, from) && !(until && isBefore(until, date)));
    if (until && isBefore(until, next)) return;
    first = next;
  }
}

function isOneOf(months: readonly number[] | undefined, first: Temporal.PlainDate): boolean {
  const { month, leap } = toLunar(first);
  return months === undefined || (months.includes(month) && !leap);
}

function nextLunarMonth(first: Temporal.PlainDate): Temporal.PlainDate {
  const shorter = first.add({ days: LONGEST_LUNAR_MONTH - 1 });
  return toLunar(shorter).day === 1 ? shorter : first.add({ days: LONGEST_LUNAR_MONTH });
}

function daysWithin(
  first: Temporal.PlainDate,
  next: Temporal.PlainDate,
  days: readonly number[],
): readonly Temporal.PlainDate[] {
  const length = first.until(next).days;
  const kept = new Set(days.map((day) => Math.min(day, length)));
  return [...kept].sort((a, b) => a - b).map((day) => first.add({ days: day - 1 }));
}

/** Days that were moved may change places, or meet: each is given once, in order. */
function* shiftedDays(
  days: (from: Temporal.PlainDate) => Days,
  shift: Shift,
  from: Temporal.PlainDate,
): Days {
  let waiting: Temporal.PlainDate[] = [];
  let last = from.subtract({ days: 1 });
  const ready = (limit: Temporal.PlainDate | undefined) => {
    const sorted = waiting.sort((one, other) => Temporal.PlainDate.compare(one, other));
    const out = sorted.filter((date) => limit === undefined || isBefore(date, limit));
    waiting = sorted.slice(out.length);
    return out;
  };
  const further = (limit?: Temporal.PlainDate) =>
    ready(limit).filter((date) => {
      const isNew = isBefore(last, date);
      if (isNew) last = date;
      return isNew;
    });
  for (const day of days(from.subtract({ days: LONGEST_SHIFT_DAYS }))) {
    yield* further(day.subtract({ days: LONGEST_SHIFT_DAYS }));
    waiting.push(shifted(day, shift));
  }
  yield* further();
}
