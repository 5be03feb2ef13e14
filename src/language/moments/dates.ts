import {
  after,
  both,
  figures,
  glued,
  listOf,
  longest,
  map,
  mapIf,
  mark,
  maybe,
  oneOf,
  says,
  token,
  unless,
} from '../grammar/grammar.ts';
import { dayNumber, digits, within, yearNumber } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import { dayMark, englishDay, separator } from './month-days.ts';
import { englishMonth, gluedYear, ofMonthByName, yearSaid } from './months.ts';
import type { DateSaid, Slots, YearSaid } from './slots.ts';

const dayMonth: Reader<DateSaid> = map(
  notAnAmount(both(dayAndMonth(31, 12, '/'), maybe(oneOf(gluedYear, yearSaid)))),
  toDate,
);
const dayMonthYear: Reader<DateSaid> = map(both(dayAndMonth(31, 12, '-', '.', '/'), gluedYear), toDate);
const markedDayMonth: Reader<DateSaid> = map(
  after(dayMark, notAnAmount(both(dayAndMonth(99, 99, '/', '-'), maybe(oneOf(gluedYear, yearSaid))))),
  toDate,
);

const iso: Reader<DateSaid> = map(
  both(yearNumber, glued(after(mark('-'), glued(dayAndMonth(12, 31, '-'))))),
  ([year, [month, day]]) => ({ day, month, year: { year } }),
);

const englishYear = maybe(map(after(maybe(mark(',')), yearNumber), (year): YearSaid => ({ year })));
const englishDate: Reader<DateSaid> = oneOf(
  map(both(both(oneOf(englishDay, dayNumber), after(maybe(says('of')), englishMonth)), englishYear), toDate),
  map(both(both(englishMonth, oneOf(englishDay, dayNumber)), englishYear), ([[month, day], year]) =>
    toDate([[day, month], year]),
  ),
);

/** One date with its month in figures, or in English. */
export const dateInFigures: Reader<DateSaid> = longest(
  dayMonth,
  after(maybe(dayMark), dayMonthYear),
  markedDayMonth,
  iso,
  englishDate,
);

/** "ngày 20 tháng 6", as one of several dates. */
export const verbalDate: Reader<DateSaid> = mapIf(
  both(after(dayMark, dayNumber), ofMonthByName),
  ([day, { month }]) => {
    const [named, ...more] = month?.kind === 'named' ? month.months : [];
    if (named === undefined || more.length > 0) return undefined;
    const year = month?.kind === 'named' ? month.year : undefined;
    return { day, month: named, ...(year && { year }) };
  },
);

const severalDates = mapIf(listOf(oneOf(verbalDate, dateInFigures), separator), (dates) =>
  dates.length > 1 ? dates : undefined,
);

/** "ngày 3, 10 và 17/4/2026": the month is said with the last. */
const ofOneMonth: Reader<readonly DateSaid[]> = map(
  both(after(dayMark, listOf(dayNumber, separator)), after(separator, dateInFigures)),
  ([days, last]) => [...days.map((day): DateSaid => ({ ...last, day })), last],
);

/** "5/2", "ngày 5/2/2026", "5-2-2026", "10/6 và 10/12", "ngày 20 tháng 6 và ngày 20 tháng 12". */
export const datesSaid: Reader<Slots> = map(
  longest(listOf(dateInFigures, separator), severalDates, ofOneMonth),
  (dates) => ({
    dates,
  }),
);

function notAnAmount<T>(reader: Reader<T>): Reader<T> {
  return unless(
    reader,
    oneOf<unknown>(
      mark('%'),
      glued(token((here) => here.kind === 'word')),
      glued(both(mark('/', '-'), glued(digits))),
      says('ngày công', 'số', 'kỳ', 'đảng viên', 'đồng chí', 'hộ', 'thôn', 'hội viên', 'đoàn viên'),
    ),
  );
}

function dayAndMonth(
  day: number,
  month: number,
  ...separators: readonly string[]
): Reader<readonly [number, number]> {
  return both(numberUpTo(day), glued(after(mark(...separators), glued(numberUpTo(month)))));
}

function numberUpTo(most: number): Reader<number> {
  return mapIf(
    figures((here) => here.plain.length <= 2),
    ({ value }) => within(1, most)(value),
  );
}

function toDate([[day, month], year]: readonly [readonly [number, number], YearSaid | undefined]): DateSaid {
  return {
    day,
    month,
    ...(year && { year }),
  };
}
