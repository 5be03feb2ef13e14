import {
  after,
  both,
  followedBy,
  glued,
  listOf,
  longest,
  map,
  mapIf,
  mark,
  maybe,
  meaning,
  oneOf,
  type Reader,
  says,
  token,
  unless,
} from './grammar.ts';
import { englishMonth, gluedYear, ofMonth, ofMonthByName, yearSaid } from './months.ts';
import { dayNumber, digits, listedNumber, loneNumber, within, yearNumber } from './numbers.ts';
import type { DateSaid, MonthSaid, Slots, YearSaid } from './slots.ts';

const dayMark = says(
  ...[
    'ngày',
    'mùng',
    'mồng',
    'ngày mùng',
    'ngày mồng',
    'hôm',
    'hôm mùng',
    'hôm mồng',
    'các ngày',
    'những ngày',
  ],
  ...['mỗi ngày mùng', 'bữa mùng', 'bữa', 'on the', 'the'],
);

const separator = oneOf<unknown>(
  both(mark(','), says('và', 'and')),
  mark(',', '&', '+', ';'),
  says('và', 'với', 'and'),
);

const ordinalEnding = glued(says('st', 'nd', 'rd', 'th'));
const englishDay = mapIf(both(digits, ordinalEnding), ([day]) => within(1, 31)(day));

const theLastDay = map(says('ngày cuối tháng', 'ngày cuối cùng của tháng', 'cuối tháng'), () => -1);
const furtherDay = oneOf(
  theLastDay,
  englishDay,
  after(dayMark, dayNumber),
  mapIf(listedNumber, within(1, 31)),
);

const civil = maybe(says('tây', 'dương lịch', 'dương'));

/** "ngày 40" names a day too, one that does not exist. */
const markedDay = after(dayMark, oneOf(englishDay, mapIf(loneNumber, within(1, 99))));
const englishAlone = followedBy(englishDay, says('of', 'and', 'every', 'each'));

const dayList = listOf(
  oneOf(markedDay, englishAlone),
  // Nothing else than a separator may stand between two days.
  separator,
  furtherDay,
);

const isBareMot = both(
  oneOf(
    token((here) => here.spelling === 'ngay'),
    token((here) => here.spelling === 'bua'),
  ),
  token((here) => here.spelling === 'mot'),
);

/** "ngay mot" typed without diacritics: the day after tomorrow (ngày mốt) or the first (ngày một). */
const firstOrDayAfter: Reader<Slots> = map(isBareMot, () => ({
  ahead: { unit: 'day', count: 2 },
  orElse: { monthDays: [1] },
}));

const marked: Reader<Slots> = map(
  both(dayList, both(civil, maybe(ofMonthByName))),
  ([monthDays, [, month]]) => ({ monthDays, ...month }),
);

/** "tháng 2 ngày 5". */
const monthFirst: Reader<Slots> = map(
  both(ofMonthByName, after(maybe(mark(',')), dayList)),
  ([month, monthDays]) => ({ ...month, monthDays }),
);

const edgeOfMonth = (reader: Reader<unknown>, day: number): Reader<Slots> =>
  map(after(reader, ofMonth), (month) => ({ monthDays: [day], ...month }));

const quarter = both(
  maybe(says('của', 'của mỗi', 'mỗi', 'hằng', 'hàng', 'of each', 'of every', 'of the')),
  both(says('quý', 'quí', 'quarter'), maybe(says('hằng quý', 'hàng quý'))),
);

const edgeOfQuarter = (reader: Reader<unknown>, day: number, months: readonly number[]): Reader<Slots> =>
  map(both(reader, quarter), () => ({ monthDays: [day], month: { kind: 'quarterly', months } as const }));

const lastDay = says(
  'ngày cuối',
  'ngày cuối cùng',
  'hôm cuối',
  'last day',
  'the last day',
  'on the last day',
);
const firstDay = says('ngày đầu', 'ngày đầu tiên', 'first day', 'the first day', 'on the first day');

const edges: Reader<Slots> = longest(
  edgeOfMonth(lastDay, -1),
  edgeOfMonth(firstDay, 1),
  edgeOfQuarter(lastDay, -1, [3, 6, 9, 12]),
  edgeOfQuarter(firstDay, 1, [1, 4, 7, 10]),
);

const workdays: Reader<Slots> = map(
  both(
    meaning(
      new Map([
        [1, ['ngày làm việc đầu tiên', 'ngày làm việc đầu', 'first working day', 'first workday']],
        [-1, ['ngày làm việc cuối cùng', 'ngày làm việc cuối', 'last working day', 'last workday']],
      ]),
    ),
    ofMonth,
  ),
  ([workday, month]) => ({ workday, ...month }),
);

/** "ngày 5", "mùng 5 và 20", "ngày 5 tháng 2", "ngày cuối tháng", "ngày làm việc đầu tiên của tháng". */
export const monthDaysSaid: Reader<Slots> = longest(firstOrDayAfter, marked, monthFirst, edges, workdays);

const monthlyHere = says(
  ...[
    'hằng tháng',
    'hàng tháng',
    'mỗi tháng',
    'các tháng',
    'từng tháng',
    'mọi tháng',
    'tây hằng tháng',
    'tây hàng tháng',
  ],
  'every month',
);

const bareDay = mapIf(
  token((here) => here.kind === 'number' && here.plain.length <= 2),
  ({ value }) => within(1, 31)(value),
);

/** "15 hằng tháng", "5 và 20 hằng tháng", "5 tháng 2": days without the word, where only a time can stand. */
export const bareDaysSaid: Reader<Slots> = longest(
  map(followedBy(listOf(bareDay, separator, bareDay), monthlyHere), (monthDays) => ({ monthDays })),
  mapIf(both(dayNumber, ofMonthByName), ([day, slots]) =>
    slots.month?.kind === 'named' ? { monthDays: [day], ...slots } : undefined,
  ),
);

const numberUpTo = (most: number): Reader<number> =>
  mapIf(
    token((here) => here.kind === 'number' && here.plain.length <= 2),
    ({ value }) => within(1, most)(value),
  );

const dayAndMonth = (
  day: number,
  month: number,
  ...separators: readonly string[]
): Reader<readonly [number, number]> =>
  both(numberUpTo(day), glued(after(mark(...separators), glued(numberUpTo(month)))));

const toDate = ([[day, month], year]: readonly [
  readonly [number, number],
  YearSaid | undefined,
]): DateSaid => ({
  day,
  month,
  ...(year && { year }),
});

const notAnAmount = <T>(reader: Reader<T>): Reader<T> =>
  unless(
    reader,
    oneOf<unknown>(
      mark('%'),
      glued(token((here) => here.kind === 'word')),
      glued(both(mark('/', '-'), glued(digits))),
      says('ngày công', 'số', 'kỳ', 'đảng viên', 'đồng chí', 'hộ', 'thôn', 'hội viên', 'đoàn viên'),
    ),
  );

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

const date = longest(dayMonth, dayMonthYear, markedDayMonth, iso, englishDate);

/** "5/2", "ngày 5/2/2026", "5-2-2026", "10/6 và 10/12". */
export const datesSaid: Reader<Slots> = map(listOf(date, separator, date), (dates) => ({ dates }));

/** One date with day and month in figures, and whether a word announced it. */
export const dateInFigures = { bare: date, announced: oneOf(markedDayMonth, iso, englishDate) };

export const namedMonth = (month: MonthSaid | undefined): readonly number[] =>
  month?.kind === 'named' ? month.months : [];
