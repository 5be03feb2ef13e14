import { Temporal } from 'temporal-polyfill';
import { dayOfMonth, yearOf } from './calendar.ts';
import {
  after,
  both,
  glued,
  longest,
  map,
  mapIf,
  mark,
  maybe,
  meaning,
  oneOf,
  type Reader,
  says,
} from './grammar.ts';
import { dateInFigures } from './month-days.ts';
import { englishMonth, yearSaid } from './months.ts';
import { dayNumber, digits, loneNumber, within, yearNumber } from './numbers.ts';
import {
  around,
  day,
  halfYear,
  isoWeek,
  month,
  nineMonths,
  type Period,
  quarter,
  range,
  weekOfMonth,
  year,
} from './period-calendar.ts';
import type { DateSaid, YearSaid } from './slots.ts';

/** The period that words mean on a day; undefined when there is none, as a 54th week. */
export type PeriodOn = (today: Temporal.PlainDate) => Period | undefined;

const hasBegun = (period: Period | undefined, today: Temporal.PlainDate): boolean =>
  period !== undefined && Temporal.PlainDate.compare(period.from, today) <= 0;

/** Of the year that was said, otherwise the latest one that has begun: reports look back. */
const ofYear =
  (said: YearSaid | undefined, make: (year: number) => Period | undefined): PeriodOn =>
  (today) => {
    if (said) return make(yearOf(said, today));
    const thisYear = make(today.year);
    return hasBegun(thisYear, today) ? thisYear : make(today.year - 1);
  };

const slashYear = glued(after(mark('/', '-'), glued(yearNumber)));

/** "/2025", "năm 2025", "2025", "năm ngoái". */
const anyYear: Reader<YearSaid | undefined> = maybe(
  oneOf<YearSaid>(
    map(oneOf(slashYear, after(maybe(mark(',')), yearNumber), after(says('of'), yearNumber)), (named) => ({ year: named })),
    after(maybe(says('của')), yearSaid),
  ),
);

const unitWord = meaning(
  new Map<'week' | 'month' | 'quarter' | 'year', readonly string[]>([
    ['week', ['tuần', 'week']],
    ['month', ['tháng', 'month']],
    ['quarter', ['quý', 'quí', 'quarter']],
    ['year', ['năm', 'year']],
  ]),
);

const backwards = meaning(
  new Map([
    [0, ['này', 'nay', 'hiện tại', 'hiện nay', 'hiện giờ']],
    [-1, ['trước', 'qua', 'rồi', 'vừa rồi', 'vừa qua', 'ngoái', 'đã qua', 'mới rồi']],
    [-2, ['trước nữa', 'kia']],
    [1, ['sau', 'tới']],
  ]),
);

const englishBackwards = meaning(
  new Map([
    [0, ['this', 'current']],
    [-1, ['last', 'previous']],
    [1, ['next']],
  ]),
);

const STEPS = { week: { days: 7 }, month: { months: 1 }, quarter: { months: 3 }, year: { years: 1 } } as const;

const shifted =
  (unit: 'week' | 'month' | 'quarter' | 'year', count: number): PeriodOn =>
  (today) => {
    const step = Temporal.Duration.from(STEPS[unit]);
    const first = around(unit, today).from;
    const start = Array.from({ length: Math.abs(count) }).reduce<Temporal.PlainDate>(
      (date) => (count < 0 ? date.subtract(step) : date.add(step)),
      first,
    );
    return around(unit, start);
  };

const relative: Reader<PeriodOn> = longest(
  map(both(unitWord, backwards), ([unit, count]) => shifted(unit, count)),
  map(both(englishBackwards, unitWord), ([count, unit]) => shifted(unit, count)),
);

const countedDays = meaning(
  new Map<'days' | 'weeks' | 'months' | 'years', readonly string[]>([
    ['days', ['ngày', 'hôm', 'days', 'day']],
    ['weeks', ['tuần', 'weeks']],
    ['months', ['tháng', 'months']],
    ['years', ['năm', 'years']],
  ]),
);

const untilNow = (today: Temporal.PlainDate, back: Temporal.DurationLike): Period =>
  range(today.subtract(back).add({ days: 1 }), today);

/** "7 ngày qua", "3 tháng gần đây", "last 30 days": up to today. */
const lastFew: Reader<PeriodOn> = oneOf(
  map(
    both(
      both(after(maybe(says('trong', 'trong vòng')), loneNumber), countedDays),
      says('qua', 'vừa qua', 'gần đây', 'gần nhất', 'trở lại đây', 'vừa rồi', 'đã qua', 'rồi'),
    ),
    ([[count, unit]]) =>
      (today) =>
        untilNow(today, { [unit]: count }),
  ),
  map(both(after(says('last', 'past', 'the last', 'the past'), loneNumber), countedDays), ([count, unit]) => (today) =>
    untilNow(today, { [unit]: count }),
  ),
);

const roman = meaning(
  new Map([
    [1, ['i']],
    [2, ['ii']],
    [3, ['iii']],
    [4, ['iv']],
  ]),
);

const quarterNumber = oneOf(
  mapIf(oneOf(digits, loneNumber), within(1, 4)),
  roman,
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
    oneOf(
      after(says('quý', 'quí', 'quarter'), quarterNumber),
      after(says('q'), glued(mapIf(digits, within(1, 4)))),
    ),
    anyYear,
  ),
  ([number, said]) => ofYear(said, (inYear) => quarter(inYear, number)),
);

/** "tháng sau" is read as relative, so "thang sau" in a report is June. */
const monthNumber = oneOf(mapIf(oneOf(digits, loneNumber), within(1, 12)));

const t = after(says('t'), glued(mapIf(digits, within(1, 12))));

export type MonthOfYear = { readonly month: number; readonly year: YearSaid | undefined };

export const monthOfYear: Reader<MonthOfYear> = longest<MonthOfYear>(
  map(both(after(says('tháng'), monthNumber), anyYear), ([number, said]) => ({ month: number, year: said })),
  map(both(mapIf(digits, within(1, 12)), slashYear), ([number, named]) => ({ month: number, year: { year: named } })),
  map(both(t, map(slashYear, (named): YearSaid => ({ year: named }))), ([number, said]) => ({ month: number, year: said })),
  map(both(englishMonth, anyYear), ([number, said]) => ({ month: number, year: said })),
);

const monthSaid: Reader<PeriodOn> = map(monthOfYear, ({ month: number, year: said }) =>
  ofYear(said, (inYear) => month(inYear, number)),
);

const weekNumber = mapIf(oneOf(digits, loneNumber), within(1, 53));
const weekWord = says('tuần', 'tuần thứ', 'tuần số', 'tuần lễ', 'week', 'tuần lễ thứ');

const whichWeek = oneOf(
  after(weekWord, mapIf(loneNumber, within(1, 6))),
  after(says('tuần'), meaning(new Map([[1, ['đầu', 'đầu tiên', 'thứ nhất']], [-1, ['cuối', 'cuối cùng']]]))),
);

const weekSaid: Reader<PeriodOn> = longest(
  map(both(after(weekWord, weekNumber), anyYear), ([number, said]) =>
    ofYear(said, (inYear) => isoWeek(inYear, number)),
  ),
  map(both(whichWeek, after(maybe(says('của')), monthOfYear)), ([number, { month: inMonth, year: said }]) =>
    ofYear(said, (inYear) => weekOfMonth(month(inYear, inMonth), number)),
  ),
  map(both(whichWeek, oneOf(says('tháng này'), says('tháng trước', 'tháng qua', 'tháng rồi'))), ([number]) => (today) =>
    weekOfMonth(around('month', today), number),
  ),
);

const yearPeriod: Reader<PeriodOn> = map(
  oneOf(after(says('năm', 'year', 'cả năm'), yearNumber)),
  (number) => () => year(number),
);

const partsOfYear = longest<(inYear: number) => Period>(
  map(says('6 tháng đầu', 'sáu tháng đầu', 'nửa đầu', 'nửa năm đầu', 'first half', 'the first half', '6 tháng đầu năm', 'sáu tháng đầu năm', 'nửa đầu năm', 'nửa năm đầu năm'), () => (inYear) => halfYear(inYear, 1)),
  map(says('6 tháng cuối', 'sáu tháng cuối', 'nửa cuối', 'nửa năm cuối', 'second half', 'the second half', '6 tháng cuối năm', 'sáu tháng cuối năm', 'nửa cuối năm', 'nửa sau', 'nửa sau năm'), () => (inYear) => halfYear(inYear, 2)),
  map(says('9 tháng', 'chín tháng', '9 tháng đầu', 'chín tháng đầu', '9 tháng đầu năm', 'chín tháng đầu năm', 'first nine months', 'first 9 months'), () => nineMonths),
  map(says('3 tháng đầu năm', 'ba tháng đầu năm'), () => (inYear) => quarter(inYear, 1)),
  map(says('3 tháng cuối năm', 'ba tháng cuối năm'), () => (inYear) => quarter(inYear, 4)),
);

const partOfYear: Reader<PeriodOn> = map(both(partsOfYear, anyYear), ([make, said]) => ofYear(said, make));

/** Of a date without a year the latest that is not ahead. */
export const backwardDate = (said: DateSaid, today: Temporal.PlainDate): Temporal.PlainDate | undefined => {
  if (said.month < 1 || said.month > 12) return undefined;
  if (said.year) return dayOfMonth({ year: yearOf(said.year, today), month: said.month }, said.day);
  const thisYear = dayOfMonth({ year: today.year, month: said.month }, said.day);
  if (thisYear && Temporal.PlainDate.compare(thisYear, today) <= 0) return thisYear;
  return dayOfMonth({ year: today.year - 1, month: said.month }, said.day);
};

const verbalDate: Reader<DateSaid> = map(
  both(both(after(maybe(says('ngày', 'mùng', 'mồng', 'hôm')), dayNumber), after(says('tháng'), monthNumber)), anyYear),
  ([[inMonth, number], said]) => ({ day: inMonth, month: number, ...(said && { year: said }) }),
);

export const dateSaid: Reader<DateSaid> = longest(dateInFigures.bare, verbalDate);

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
  relative,
  lastFew,
  quarterSaid,
  monthSaid,
  weekSaid,
  yearPeriod,
  partOfYear,
  aDay,
);

export const lonelyYear: Reader<PeriodOn> = map(yearNumber, (number) => () => year(number));
