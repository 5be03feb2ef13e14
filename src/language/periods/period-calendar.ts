import { Temporal } from 'temporal-polyfill';
import { monday } from '../moments/calendar.ts';

type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'nine-months' | 'year' | 'range';

/** What a report covers, both days included. */
export type Period = {
  readonly kind: PeriodKind;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
};

export function day(date: Temporal.PlainDate): Period {
  return { kind: 'day', from: date, to: date };
}

export function month(year: number, number: number): Period {
  return months('month', year, number, 1);
}

function months(kind: PeriodKind, year: number, first: number, count: number): Period {
  const from = Temporal.PlainDate.from({ year, month: first, day: 1 });
  return { kind, from, to: from.add({ months: count }).subtract({ days: 1 }) };
}

export function quarter(year: number, number: number): Period {
  return months('quarter', year, number * 3 - 2, 3);
}

export function halfYear(year: number, number: number): Period {
  return months('half-year', year, number * 6 - 5, 6);
}

export function nineMonths(year: number): Period {
  return months('nine-months', year, 1, 9);
}

export function year(number: number): Period {
  return months('year', number, 1, 12);
}

/** The ISO week of a year; undefined for a 53rd that the year does not have. */
export function isoWeek(inYear: number, number: number): Period | undefined {
  const fourth = Temporal.PlainDate.from({ year: inYear, month: 1, day: 4 });
  const found = week(fourth.add({ weeks: number - 1 }));
  return found.from.yearOfWeek === inYear && number > 0 ? found : undefined;
}

function week(date: Temporal.PlainDate): Period {
  const from = monday(date);
  return { kind: 'week', from, to: from.add({ days: 6 }) };
}

/** The nth line of the month on a calendar, Monday to Sunday: "tuần 2 tháng 3/2024" is 4–10/3; -1 is the last. */
export function weekOfMonth(ofMonth: Period, number: number): Period | undefined {
  const found = week(number > 0 ? ofMonth.from.add({ weeks: number - 1 }) : ofMonth.to);
  return Temporal.PlainDate.compare(found.from, ofMonth.to) > 0 ? undefined : found;
}

export function range(from: Temporal.PlainDate, to: Temporal.PlainDate): Period {
  return {
    kind: 'range',
    from,
    to,
  };
}

/** The one around a date. */
export function around(
  kind: 'week' | 'month' | 'quarter' | 'half-year' | 'year',
  date: Temporal.PlainDate,
): Period {
  switch (kind) {
    case 'week':
      return week(date);
    case 'month':
      return month(date.year, date.month);
    case 'quarter':
      return quarter(date.year, Math.ceil(date.month / 3));
    case 'half-year':
      return halfYear(date.year, Math.ceil(date.month / 6));
    case 'year':
      return year(date.year);
  }
}

/** The equal period before: week and week, month and month, a range and one of the same length. */
export function periodBefore(period: Period): Period {
  const { kind, from, to } = period;
  const dayBefore = from.subtract({ days: 1 });
  switch (kind) {
    case 'week':
    case 'month':
    case 'quarter':
    case 'half-year':
    case 'year':
      return around(kind, dayBefore);
    // The nine months of the year before: the three in between belong to neither.
    case 'nine-months':
      return nineMonths(from.year - 1);
    case 'day':
      return day(dayBefore);
    case 'range':
      return range(from.subtract({ days: from.until(to).days + 1 }), dayBefore);
  }
}
