import { Temporal } from 'temporal-polyfill';
import { dayOfMonth, yearOf } from '../moments/calendar.ts';
import type { DateSaid, Slots } from '../moments/slots.ts';
import type { Ahead } from './resolve-once.ts';
import { type Day, once, type Resolved, rule } from './resolved.ts';
import { datesText } from './rules.ts';

/** "5/3, 12/3 và 20/4/2026": several single dates, in the order in which they were said. */
export function resolveDates(
  said: readonly DateSaid[],
  { weekdays }: Slots,
  { today, from, text }: Ahead,
): Resolved {
  const dates = inYears(said, today);
  if (!dates) return { doubts: [{ kind: 'no-such-date', ask: true, text }] };
  if (weekdays && dates.some(({ dayOfWeek }) => !weekdays.includes(dayOfWeek)))
    return { doubts: [{ kind: 'unsupported', ask: true, text }] };
  const past = dates.find((date) => isBefore(date, from));
  if (past === undefined) return { day: dayOf(dates) };
  const left = dates.filter((date) => !isBefore(date, from));
  return { day: dayOf(dates), past, ...(left.length > 0 && { instead: dayOf(left) }) };
}

function dayOf(dates: readonly Temporal.PlainDate[]): Day {
  const [first, ...more] = dates;
  return first && more.length === 0 ? once(first) : rule(datesText(dates));
}

/**
 * A year that is said holds for the dates in front of it; without one it is this year, or the next where a date
 * would go back behind the one before it. undefined: there is no such date.
 */
function inYears(
  said: readonly DateSaid[],
  today: Temporal.PlainDate,
): readonly Temporal.PlainDate[] | undefined {
  const dates: (Temporal.PlainDate | undefined)[] = [];
  const behind = said.findLastIndex(({ year }) => year !== undefined);
  for (let at = behind; at >= 0; at -= 1) {
    const { day, month, year } = said[at] ?? { day: 0, month: 1 };
    const next = dates.at(0);
    const known = year ? yearOf(year, today) : (next?.year ?? today.year);
    const date = inYear(day, month, known);
    const isLate = date && next && !year && isBefore(next, date);
    dates.unshift(isLate ? inYear(day, month, known - 1) : date);
  }
  for (const { day, month } of said.slice(behind + 1)) {
    const last = dates.at(-1);
    const known = last?.year ?? today.year;
    const date = inYear(day, month, known);
    dates.push(date && last && isBefore(date, last) ? inYear(day, month, known + 1) : date);
  }
  const found = dates.filter((date) => date !== undefined);
  return found.length === said.length ? found : undefined;
}

function inYear(day: number, month: number, year: number): Temporal.PlainDate | undefined {
  return month >= 1 && month <= 12 ? dayOfMonth({ year, month }, day) : undefined;
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
