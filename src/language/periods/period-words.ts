import { Temporal } from 'temporal-polyfill';
import { after, both, glued, longest, map, mapIf, maybe, meaning, oneOf, says } from '../grammar/grammar.ts';
import { digits, loneNumber, within, yearNumber } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import { yearOf } from '../moments/calendar.ts';
import { englishMonth } from '../moments/months.ts';
import type { YearSaid } from '../moments/slots.ts';
import { anyYear, backwardDate, dateSaid, monthNumber, slashYear } from './backward-dates.ts';
import {
  around,
  day,
  halfYear,
  isoWeek,
  month,
  nineMonths,
  type Period,
  quarter,
  weekOfMonth,
  year,
} from './period-calendar.ts';
import { type PeriodOn, relativePeriod } from './period-relative.ts';

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'];
export const roman = meaning(new Map(ROMAN.map((numeral, index) => [index + 1, [numeral]] as const)));

export const quarterWord = says('quý', 'quí', 'quarter');

const quarterNumber = oneOf(
  mapIf(oneOf(digits, loneNumber, roman), within(1, 4)),
  meaning(
    new Map([
      [1, ['nhất', 'thứ nhất', 'đầu']],
      [2, ['nhì', 'thứ hai']],
      [3, ['thứ ba']],
      [4, ['thứ tư', 'cuối']],
    ]),
  ),
);

const quarterSaid: Reader<PeriodOn> = map(
  both(
    oneOf(after(quarterWord, quarterNumber), after(says('q'), glued(mapIf(digits, within(1, 4))))),
    anyYear,
  ),
  ([number, said]) => ofYear(said, (inYear) => quarter(inYear, number)),
);

const t = after(says('t'), glued(mapIf(digits, within(1, 12))));

export type MonthOfYear = { readonly month: number; readonly year: YearSaid | undefined };

export const monthOfYear: Reader<MonthOfYear> = longest<MonthOfYear>(
  map(both(after(says('tháng'), monthNumber), anyYear), ([number, said]) => ({ month: number, year: said })),
  map(both(mapIf(digits, within(1, 12)), slashYear), ([number, named]) => ({
    month: number,
    year: { year: named },
  })),
  map(
    both(
      t,
      map(slashYear, (named): YearSaid => ({ year: named })),
    ),
    ([number, said]) => ({ month: number, year: said }),
  ),
  map(both(englishMonth, anyYear), ([number, said]) => ({ month: number, year: said })),
);

const monthSaid: Reader<PeriodOn> = map(monthOfYear, ({ month: number, year: said }) =>
  ofYear(said, (inYear) => month(inYear, number)),
);

const weekNumber = mapIf(oneOf(digits, loneNumber), within(1, 53));
const weekWord = says('tuần', 'tuần thứ', 'tuần số', 'tuần lễ', 'week', 'tuần lễ thứ');

const whichWeek = oneOf(
  after(weekWord, mapIf(loneNumber, within(1, 6))),
  after(
    says('tuần'),
    meaning(
      new Map([
        [1, ['đầu', 'đầu tiên', 'thứ nhất']],
        [-1, ['cuối', 'cuối cùng']],
      ]),
    ),
  ),
);

const weekSaid: Reader<PeriodOn> = longest(
  map(both(after(weekWord, weekNumber), anyYear), ([number, said]) =>
    ofYear(said, (inYear) => isoWeek(inYear, number)),
  ),
  map(both(whichWeek, after(maybe(says('của')), monthOfYear)), ([number, { month: inMonth, year: said }]) =>
    ofYear(said, (inYear) => weekOfMonth(month(inYear, inMonth), number)),
  ),
  map(
    both(whichWeek, oneOf(says('tháng này'), says('tháng trước', 'tháng qua', 'tháng rồi'))),
    ([number]) =>
      (today) =>
        weekOfMonth(around('month', today), number),
  ),
);

const yearPeriod: Reader<PeriodOn> = map(
  oneOf(after(says('năm', 'year', 'cả năm'), yearNumber)),
  (number) => () => year(number),
);

const partsOfYear = meaning(
  new Map<(inYear: number) => Period, readonly string[]>([
    [
      (inYear) => halfYear(inYear, 1),
      ['6 tháng đầu', 'sáu tháng đầu', 'nửa đầu', 'nửa năm đầu', 'first half', 'the first half'],
    ],
    [
      (inYear) => halfYear(inYear, 2),
      [
        '6 tháng cuối',
        'sáu tháng cuối',
        'nửa cuối',
        'nửa năm cuối',
        'nửa sau',
        'second half',
        'the second half',
      ],
    ],
    [
      nineMonths,
      ['9 tháng', 'chín tháng', '9 tháng đầu', 'chín tháng đầu', 'first nine months', 'first 9 months'],
    ],
    [(inYear) => quarter(inYear, 1), ['3 tháng đầu', 'ba tháng đầu']],
    [(inYear) => quarter(inYear, 4), ['3 tháng cuối', 'ba tháng cuối']],
  ]),
);

/** "6 tháng đầu năm", "6 tháng đầu năm ngoái", "6 tháng đầu năm 2025". */
const partOfYear: Reader<PeriodOn> = map(
  both(partsOfYear, longest(anyYear, after(says('năm'), anyYear))),
  ([make, said]) => ofYear(said, make),
);

const namedDay = meaning(
  new Map([
    [0, ['hôm nay', 'ngày hôm nay', 'bữa nay', 'today']],
    [-1, ['hôm qua', 'ngày hôm qua', 'bữa qua', 'yesterday']],
    [-2, ['hôm kia', 'bữa kia']],
  ]),
);

const aDay: Reader<PeriodOn> = oneOf(
  map(namedDay, (days) => (today) => day(today.add({ days }))),
  map(dateSaid, (said) => (today) => {
    const date = backwardDate(said, today);
    return date && day(date);
  }),
);

export const singlePeriod: Reader<PeriodOn> = longest(
  relativePeriod,
  quarterSaid,
  monthSaid,
  weekSaid,
  yearPeriod,
  partOfYear,
  aDay,
);

export const lonelyYear: Reader<PeriodOn> = map(yearNumber, (number) => () => year(number));

/** Of the year that was said, otherwise the latest one that has begun: reports look back. */
function ofYear(said: YearSaid | undefined, make: (year: number) => Period | undefined): PeriodOn {
  return (today) => {
    if (said) return make(yearOf(said, today));
    const thisYear = make(today.year);
    return hasBegun(thisYear, today) ? thisYear : make(today.year - 1);
  };
}

function hasBegun(period: Period | undefined, today: Temporal.PlainDate): boolean {
  return period !== undefined && Temporal.PlainDate.compare(period.from, today) <= 0;
}
