import { Temporal } from 'temporal-polyfill';
import { after, both, glued, longest, map, mapIf, mark, maybe, oneOf, says } from '../grammar/grammar.ts';
import { dayNumber, digits, loneNumber, within, yearNumber } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import { dayOfMonth, yearOf } from '../moments/calendar.ts';
import { dateInFigures } from '../moments/dates.ts';
import { yearSaid } from '../moments/months.ts';
import type { DateSaid, YearSaid } from '../moments/slots.ts';

export const slashYear = glued(after(mark('/', '-'), glued(yearNumber)));

/** "/2025", "năm 2025", ", năm 2025", "2025", "năm ngoái". */
export const anyYear: Reader<YearSaid | undefined> = maybe(
  oneOf<YearSaid>(
    map(oneOf(slashYear, after(maybe(mark(',')), yearNumber), after(says('of'), yearNumber)), (named) => ({
      year: named,
    })),
    after(maybe(oneOf<unknown>(says('của'), mark(','))), yearSaid),
  ),
);

/** "tháng sau" is read as relative, so "thang sau" in a report is June. */
export const monthNumber = mapIf(oneOf(digits, loneNumber), within(1, 12));

const verbalDate: Reader<DateSaid> = map(
  both(
    both(after(maybe(says('ngày', 'mùng', 'mồng', 'hôm')), dayNumber), after(says('tháng'), monthNumber)),
    anyYear,
  ),
  ([[inMonth, number], said]) => ({ day: inMonth, month: number, ...(said && { year: said }) }),
);

export const dateSaid: Reader<DateSaid> = longest(dateInFigures, verbalDate);

/** Of a date without a year the latest that is not ahead. */
export function backwardDate(said: DateSaid, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (said.month < 1 || said.month > 12) return undefined;
  if (said.year) return dayOfMonth({ year: yearOf(said.year, today), month: said.month }, said.day);
  const thisYear = dayOfMonth({ year: today.year, month: said.month }, said.day);
  if (thisYear && Temporal.PlainDate.compare(thisYear, today) <= 0) return thisYear;
  return dayOfMonth({ year: today.year - 1, month: said.month }, said.day);
}
