import { Temporal } from 'temporal-polyfill';
import { dayOfMonth, yearOf } from '../moments/calendar.ts';
import type { BoundSaid, Slots } from '../moments/slots.ts';
import type { Day, Resolved } from './resolved.ts';
import { ruleText, toRule } from './rules.ts';

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

type Bounds = {
  readonly starts?: Temporal.PlainDate | undefined;
  readonly until?: Temporal.PlainDate | undefined;
} & Pick<Slots, 'without' | 'shift'>;

/** Whether a beginning, an end, months left out or days that move are said. */
export function isBounded({ starts, until, without, shift }: Slots): boolean {
  return (starts ?? until ?? without ?? shift) !== undefined;
}

/** "hằng tháng, trừ tháng 7": the other months of every year. undefined when none is left. */
export function withoutMonths(slots: Slots): Slots | undefined {
  const { without, month, every } = slots;
  if (without === undefined) return slots;
  if (month !== undefined && month.kind !== 'each') return undefined;
  const left = ALL_MONTHS.filter((each) => !without.includes(each));
  if (left.length === 0 || (every !== undefined && every.count > 1)) return undefined;
  return every?.unit === 'week' || every?.unit === 'day' || (slots.repeats && !slots.nth)
    ? slots
    : { ...slots, every: { unit: 'year', count: 1 }, month: { kind: 'named', months: left } };
}

/** The same rule from its beginning to its end; undefined when it ends before it begins, or names no such day. */
export function bounded(resolved: Resolved, slots: Slots, today: Temporal.PlainDate): Resolved | undefined {
  const starts = slots.starts && firstDay(slots.starts, today);
  const until = slots.until && lastDay(slots.until, starts ?? today);
  if ((slots.starts && !starts) || (slots.until && !until)) return undefined;
  if (until && Temporal.PlainDate.compare(until, starts ?? today) < 0) return undefined;
  const { without, shift } = slots;
  const within = (day: Day) =>
    put(day, { starts, until, ...(without && { without }), ...(shift && { shift }) });
  const { day, others } = resolved;
  return {
    ...resolved,
    ...(day && { day: within(day) }),
    ...(others && { others: others.map(within) }),
  };
}

function put(day: Day, { starts, until, without, shift }: Bounds): Day {
  const rule = day.kind === 'rule' ? toRule(day.rrule) : undefined;
  if (day.kind !== 'rule' || !rule) return day;
  const isOfDays = rule.frequency === 'WEEKLY' || rule.frequency === 'DAILY';
  const months = isOfDays && without ? ALL_MONTHS.filter((each) => !without.includes(each)) : rule.months;
  const rrule = ruleText({
    ...rule,
    ...(months && { months }),
    ...(until && { until }),
    ...(shift && { shift }),
  });
  return { kind: 'rule', rrule, ...(starts && { startsOn: starts }) };
}

function firstDay(said: BoundSaid, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if ('date' in said) return dateOf(said.date, today);
  if ('year' in said) return Temporal.PlainDate.from({ year: yearOf(said.year, today), month: 1, day: 1 });
  return monthOf(said.month, today)?.toPlainDate({ day: 1 });
}

function lastDay(said: BoundSaid, from: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if ('date' in said) return dateOf(said.date, from);
  if ('year' in said) return Temporal.PlainDate.from({ year: yearOf(said.year, from), month: 12, day: 31 });
  const month = monthOf(said.month, from);
  return month?.toPlainDate({ day: month.daysInMonth });
}

/** "từ tháng 3 đến tháng 11" may be of every year: the other months, where no year is said. */
export function monthsOutside({ starts, until, without }: Slots): readonly number[] | undefined {
  const first = starts && namedMonth(starts);
  const last = until && namedMonth(until);
  if (first === undefined || last === undefined || without) return undefined;
  const isInside = (month: number) =>
    first <= last ? month >= first && month <= last : month >= first || month <= last;
  return ALL_MONTHS.filter((month) => !isInside(month));
}

function namedMonth(said: BoundSaid): number | undefined {
  if (!('month' in said) || said.month.kind !== 'named' || said.month.year) return undefined;
  return said.month.months[0];
}

type DatePoint = Extract<BoundSaid, { date: unknown }>['date'];
type MonthPoint = Extract<BoundSaid, { month: unknown }>['month'];

/** Without a year it is the next. */
function dateOf({ day, month, year }: DatePoint, from: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12) return undefined;
  if (year) return dayOfMonth({ year: yearOf(year, from), month }, day);
  const date = dayOfMonth({ year: from.year, month }, day);
  return date && Temporal.PlainDate.compare(date, from) < 0
    ? dayOfMonth({ year: from.year + 1, month }, day)
    : date;
}

function monthOf(said: MonthPoint, from: Temporal.PlainDate): Temporal.PlainYearMonth | undefined {
  if (said.kind === 'ahead') return from.toPlainYearMonth().add({ months: said.months });
  const [month] = said.months;
  if (month === undefined) return undefined;
  const year = said.year ? yearOf(said.year, from) : from.year + (month < from.month ? 1 : 0);
  return Temporal.PlainYearMonth.from({ year, month });
}
