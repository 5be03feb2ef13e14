import { Temporal } from 'temporal-polyfill';
import { fromLunar, lastDayOfLunarYear, toLunar } from '../lunar.ts';
import { dayOfMonth, monday, nextWeekday, nthWeekday, singleMonth, yearOf } from '../moments/calendar.ts';
import type { DateSaid, LunarSaid, Slots } from '../moments/slots.ts';
import { once, type Resolved } from './resolved.ts';

/** `from`: the first day that still lies ahead, today or, when the hour that was said is over, tomorrow. */
export type Ahead = {
  readonly today: Temporal.PlainDate;
  readonly from: Temporal.PlainDate;
  readonly hourSaid: boolean;
  readonly text: string;
};

export const withWeekdayChecked = agreesWith;

export function resolveDate(said: DateSaid, ahead: Ahead): Resolved {
  const { today, from, text } = ahead;
  if (said.month < 1 || said.month > 12) return noSuchDate(text);
  const year = said.year ? yearOf(said.year, today) : today.year;
  const date = dayOfMonth({ year, month: said.month }, said.day);
  const next = nextYearly(said, from);
  if (date === undefined) {
    // 29/2 in an ordinary year: no such day this year, and the next is not taken in silence.
    return noSuchDate(text);
  }
  const resolved = ifAhead(date, ahead, next);
  // Without a year the next one is meant, once it has been asked.
  return resolved.instead && !said.year ? { ...resolved, day: resolved.instead } : resolved;
}

function noSuchDate(text: string): Resolved {
  return { doubts: [{ kind: 'no-such-date', ask: true, text }] };
}

const LONGEST_WAIT_FOR_A_LEAP_DAY = 8;

/** The next year that has the day: 29/2 waits for a leap year. */
function nextYearly({ day, month }: DateSaid, from: Temporal.PlainDate): Temporal.PlainDate | undefined {
  for (let year = from.year; year <= from.year + LONGEST_WAIT_FOR_A_LEAP_DAY; year += 1) {
    const date = dayOfMonth({ year, month }, day);
    if (date && !isBefore(date, from)) return date;
  }
  return undefined;
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}

function ifAhead(date: Temporal.PlainDate, { from }: Ahead, instead?: Temporal.PlainDate): Resolved {
  return isBefore(date, from)
    ? { day: once(date), past: date, ...(instead && { instead: once(instead) }) }
    : { day: once(date) };
}

export function resolveMonthDay(day: number, slots: Slots, ahead: Ahead): Resolved {
  const { month } = slots;
  if (day > 31) return noSuchDate(ahead.text);
  if (month?.kind === 'named' && month.months.length === 1) {
    const [named = 1] = month.months;
    if (day === -1) return resolveLastDay(slots, ahead);
    return resolveDate({ day, month: named, ...(month.year && { year: month.year }) }, ahead);
  }
  const single = singleMonth(month, ahead.today);
  if (single === undefined) {
    const date = nextMonthly(day, ahead.from);
    return date ? { day: once(date) } : noSuchDate(ahead.text);
  }
  const date = dayOfMonth(single, day);
  return date ? ifAhead(date, ahead, nextMonthly(day, ahead.from)) : noSuchDate(ahead.text);
}

function resolveLastDay({ month }: Slots, ahead: Ahead): Resolved {
  const single = singleMonth(month, ahead.today);
  const date = single && dayOfMonth(single, -1);
  return date ? ifAhead(date, ahead) : noSuchDate(ahead.text);
}

const MONTHS_TO_LOOK_AHEAD = 12;

/** The next month that has the day, "ngày 15"; -1 is the last of any month. */
function nextMonthly(day: number, from: Temporal.PlainDate): Temporal.PlainDate | undefined {
  for (let months = 0; months <= MONTHS_TO_LOOK_AHEAD; months += 1) {
    const date = dayOfMonth(from.toPlainYearMonth().add({ months }), day);
    if (date && !isBefore(date, from)) return date;
  }
  return undefined;
}

export function resolveNthWeekday(weekday: number, nth: number, slots: Slots, ahead: Ahead): Resolved {
  const month = singleMonth(slots.month, ahead.today);
  const date = month && nthWeekday(month, weekday, nth);
  return date ? ifAhead(date, ahead) : noSuchDate(ahead.text);
}

/** The first or last day of a month from Monday to Friday. */
export function resolveWorkday(which: number, slots: Slots, ahead: Ahead): Resolved {
  const month = singleMonth(slots.month, ahead.today) ?? ahead.today.toPlainYearMonth();
  let date = month.toPlainDate({ day: which > 0 ? 1 : month.daysInMonth });
  while (date.dayOfWeek > 5) date = date.add({ days: which });
  return ifAhead(date, ahead);
}

export function resolveWeekday(weekday: number, { week, coming }: Slots, ahead: Ahead): Resolved {
  if (week !== undefined) {
    const date = monday(ahead.today).add({ days: week * 7 + weekday - 1 });
    return ifAhead(date, ahead, nextWeekday(ahead.today, weekday));
  }
  const next = once(nextWeekday(ahead.today, weekday));
  const stillToday = ahead.today.dayOfWeek === weekday && !isBefore(ahead.today, ahead.from);
  // "19h30 thứ tư" on a Wednesday morning may be tonight.
  return stillToday && ahead.hourSaid && !coming ? { day: once(ahead.today), others: [next] } : { day: next };
}

export function resolveAhead(slots: Slots, ahead: Ahead): Resolved {
  const said = slots.ahead;
  if (said?.unit === 'day') return agreesWith(ifAhead(ahead.today.add({ days: said.count }), ahead), slots);
  if (said?.unit === 'week') return agreesWith(ifAhead(ahead.today.add({ weeks: said.count }), ahead), slots);
  return said?.unit === 'month' ? ifAhead(ahead.today.add({ months: said.count }), ahead) : {};
}

function agreesWith(resolved: Resolved, { weekdays }: Slots): Resolved {
  const [given, ...more] = weekdays ?? [];
  if (given === undefined || more.length > 0) return resolved;
  const date = resolved.past ?? (resolved.day?.kind === 'once' ? resolved.day.date : undefined);
  return date === undefined || date.dayOfWeek === given ? resolved : { mismatch: { date, given } };
}

export function resolveLunar(said: LunarSaid, slots: Slots, ahead: Ahead): Resolved {
  const date = nextLunarDate(said, ahead);
  if (date === undefined) return noSuchDate(ahead.text);
  const shorter = said.lastOfYear && said.day === 30 && toLunar(date).day !== 30;
  const resolved = ifAhead(date, ahead);
  const { text } = ahead;
  if (shorter) return { ...resolved, doubts: [{ kind: 'assumed-date', ask: false, text, date }] };
  return agreesWith(resolved, slots);
}

const LUNAR_YEARS_TO_LOOK_AHEAD = 20;

function nextLunarDate(said: LunarSaid, { today, from }: Ahead): Temporal.PlainDate | undefined {
  if (said.month === undefined) return nextLunarDay(said.day, from);
  if (said.year) {
    // The last lunar month ends in the next civil year, and by that year people call it.
    const year = yearOf(said.year, today);
    return [year - 1, year].map((lunar) => inLunarYear(said, lunar)).find((date) => date?.year === year);
  }
  const first = toLunar(from).year;
  const last = said.leap ? first + LUNAR_YEARS_TO_LOOK_AHEAD : first + 1;
  for (let year = first; year <= last; year += 1) {
    const date = inLunarYear(said, year);
    if (date && !isBefore(date, from)) return date;
  }
  return undefined;
}

function nextLunarDay(day: number, from: Temporal.PlainDate): Temporal.PlainDate | undefined {
  for (let days = 0; days <= 60; days += 1) {
    const date = from.add({ days });
    if (toLunar(date).day === day) return date;
  }
  return undefined;
}

function inLunarYear(said: LunarSaid, year: number): Temporal.PlainDate | undefined {
  if (said.lastOfYear) return lastDayOfLunarYear(year);
  return fromLunar({ day: said.day, month: said.month ?? 1, year, leap: said.leap ?? false });
}
