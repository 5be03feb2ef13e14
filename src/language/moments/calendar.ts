import { Temporal } from 'temporal-polyfill';
import type { MonthSaid, YearSaid } from './slots.ts';

/** undefined when the month has no such day; -1 is its last. */
export function dayOfMonth(
  { year, month }: { readonly year: number; readonly month: number },
  day: number,
): Temporal.PlainDate | undefined {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (day === -1) return first.with({ day: first.daysInMonth });
  return day >= 1 && day <= first.daysInMonth ? first.with({ day }) : undefined;
}

/** The nth of a weekday in a month; -1 is the last. undefined when there is no fifth. */
export function nthWeekday(
  month: Temporal.PlainYearMonth,
  weekday: number,
  nth: number,
): Temporal.PlainDate | undefined {
  const edge = month.toPlainDate({ day: nth > 0 ? 1 : month.daysInMonth });
  const off = nth > 0 ? (weekday - edge.dayOfWeek + 7) % 7 : -((edge.dayOfWeek - weekday + 7) % 7);
  const date = edge.add({ days: off + (nth > 0 ? nth - 1 : nth + 1) * 7 });
  return date.month === month.month ? date : undefined;
}

export function monday(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

/** The next of a weekday, after the day itself. */
export function nextWeekday(after: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return after.add({ days: ((weekday - after.dayOfWeek + 6) % 7) + 1 });
}

export function yearOf(said: YearSaid, today: Temporal.PlainDate): number {
  return 'year' in said ? said.year : today.year + said.ahead;
}

/** The one month that is meant, of this year or the next; undefined for every month or several. */
export function singleMonth(
  said: MonthSaid | undefined,
  today: Temporal.PlainDate,
): Temporal.PlainYearMonth | undefined {
  const current = today.toPlainYearMonth();
  if (said?.kind === 'ahead') return current.add({ months: said.months });
  if (said?.kind !== 'named' || said.months.length !== 1) return undefined;
  const [month = 1] = said.months;
  if (said.year) return Temporal.PlainYearMonth.from({ year: yearOf(said.year, today), month });
  return Temporal.PlainYearMonth.from({ year: today.year + (month < today.month ? 1 : 0), month });
}
