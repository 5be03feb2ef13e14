import {
  after,
  before,
  both,
  listOf,
  longest,
  map,
  mapIf,
  mark,
  maybe,
  oneOf,
  says,
  unless,
} from '../grammar/grammar.ts';
import { dayNumber, digits, loneNumber, within, yearNumber } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import { separator } from './month-days.ts';
import { gluedYear, yearSaid } from './months.ts';
import type { LunarSaid, Slots, YearSaid } from './slots.ts';

const lunarWord = says(
  'âm lịch',
  'âm',
  'al',
  'âl',
  'lịch âm',
  'ta',
  'lịch ta',
  'lunar',
  'theo âm lịch',
  'theo lịch âm',
);
const lunarMark = oneOf<unknown>(lunarWord, after(mark('('), before(lunarWord, mark(')'))));
const dayMark = says('ngày', 'mùng', 'mồng', 'ngày mùng', 'ngày mồng', 'hôm', 'hôm mùng');

const monthNumber = within(1, 12);

const MONTHLY = { unit: 'month', count: 1 } as const;
const YEARLY = { unit: 'year', count: 1 } as const;

/** The first and the last month have lunar names; "tháng giêng" is never January here. */
const lunarMonth = oneOf(
  map(says('tháng giêng'), () => 1),
  map(says('tháng chạp', 'chạp'), () => 12),
);

const numberedMonth = after(says('tháng'), mapIf(loneNumber, monthNumber));
const leapMark = maybe(says('nhuận'));

const plainDay = oneOf(after(dayMark, dayNumber), dayNumber);
const FULL_MOON = 15;
const fullMoon = map(says('rằm', 'ngày rằm', 'hôm rằm'), () => FULL_MOON);

const tetYear = maybe(
  oneOf<YearSaid>(
    yearSaid,
    map(yearNumber, (year) => ({ year })),
  ),
);

const inLunarMonth: Reader<LunarSaid> = map(
  both(both(plainDay, lunarMonth), maybe(yearSaid)),
  ([[day, month], year]) => withYear({ day, month }, year),
);

const fullMoonOf: Reader<LunarSaid> = map(
  both(both(fullMoon, maybe(oneOf(lunarMonth, numberedMonth))), both(maybe(lunarMark), maybe(yearSaid))),
  ([[day, month], [, year]]) => withYear({ day, ...(month && { month }) }, year),
);

const numberedDay: Reader<LunarSaid> = map(
  both(both(plainDay, both(numberedMonth, leapMark)), both(lunarMark, maybe(yearSaid))),
  ([[day, [month, leap]], [, year]]) => withYear({ day, month, ...(leap && { leap: true }) }, year),
);

const slash: Reader<LunarSaid> = mapIf(
  both(
    both(after(maybe(dayMark), both(digits, after(mark('/'), digits))), maybe(gluedYear)),
    both(lunarMark, maybe(yearSaid)),
  ),
  ([[[day, month], year], [, later]]) =>
    within(1, 30)(day) && monthNumber(month) ? withYear({ day, month }, year ?? later) : undefined,
);

const dayAlone: Reader<LunarSaid> = map(both(after(dayMark, dayNumber), lunarMark), ([day]) => ({ day }));

const afterSau: Reader<undefined> = (line, at) =>
  line.at(at - 1)?.spelling === 'sau' ? { value: undefined, next: at } : undefined;

const tet = says('tết', 'tết nguyên đán', 'tết âm lịch', 'tết ta', 'tết âm');

/** Up to the 10th it is of the first month, from the 20th of the last: "mùng 3 Tết", "28 Tết". */
const ofTet: Reader<LunarSaid> = mapIf(
  // "sau Tết" names no day.
  both(both(unless(plainDay, afterSau), tet), tetYear),
  ([[day], year]): LunarSaid | undefined => {
    if (day <= 10) return withYear({ day, month: 1 }, year);
    if (day === 30) return withYear({ day, month: 12, lastOfYear: true }, year);
    return day >= 20 && day < 30 ? withYear({ day, month: 12 }, year) : undefined;
  },
);

const eve: Reader<LunarSaid> = map(says('giao thừa', 'đêm giao thừa', 'đêm 30 tết'), () => ({
  day: 29,
  month: 12,
  lastOfYear: true,
}));

const firstOfTet: Reader<LunarSaid> = map(says('mùng một tết', 'mồng một tết'), () => ({ day: 1, month: 1 }));

const single = longest(inLunarMonth, fullMoonOf, numberedDay, slash, dayAlone, ofTet, eve, firstOfTet);

const severalDays = says('các ngày', 'những ngày', 'vào ngày', 'các ngày mùng');
const firstDay = after(oneOf(severalDays, dayMark), dayNumber);
const firstOfList = oneOf(fullMoon, after(severalDays, fullMoon), firstDay);
const dayList = listOf(firstOfList, separator, oneOf(fullMoon, plainDay));
const withFullMoon = oneOf(
  both(
    oneOf(fullMoon, after(severalDays, fullMoon)),
    after(separator, listOf(oneOf(fullMoon, plainDay), separator)),
  ),
  map(
    both(listOf(firstDay, separator, plainDay), after(separator, fullMoon)),
    ([days, last]) => [last, days] as const,
  ),
);

const anyMonth = oneOf(
  lunarMonth,
  numberedMonth,
  map(says('giêng'), () => 1),
  mapIf(loneNumber, monthNumber),
);
const monthList = oneOf(
  listOf(oneOf(lunarMonth, numberedMonth), separator, anyMonth),
  after(says('các tháng', 'những tháng'), listOf(anyMonth, separator)),
);

/** "mùng 1 và rằm", "ngày 1, 15 âm lịch", "rằm tháng giêng và tháng bảy âm lịch": a full moon needs no other word. */
const ofList: Reader<readonly LunarSaid[]> = longest(
  map(both(dayList, before(maybe(monthList), lunarMark)), ([days, months]) => eachOf(days, months)),
  map(both(withFullMoon, maybe(monthList)), ([[one, days], months]) => eachOf([one, ...days], months)),
  map(both(fullMoon, monthList), ([day, months]) => eachOf([day], months)),
);

const dayAndMonth: Reader<LunarSaid> = mapIf(
  after(maybe(dayMark), both(digits, after(mark('/'), digits))),
  ([day, month]) => (within(1, 30)(day) && monthNumber(month) ? { day, month } : undefined),
);

/** "10/3 và 10/8 âm lịch". */
const datesMarked: Reader<readonly LunarSaid[]> = before(listOf(dayAndMonth, separator), lunarMark);

const lunarDays = longest<readonly LunarSaid[]>(listOf(single, separator), ofList, datesMarked);

const everyMonth = says('hằng tháng', 'hàng tháng', 'mỗi tháng', 'các tháng', 'từng tháng');
const everyYear = says('hằng năm', 'hàng năm', 'mỗi năm');

/** "mùng 1 hằng tháng âm lịch", "10/3 hằng năm (âm lịch)": what is lunar is said behind. */
const markedBehind: Reader<Slots> = oneOf<Slots>(
  map(before(dayList, both(everyMonth, lunarMark)), (days) => ({ ...toSlots(eachOf(days)), every: MONTHLY })),
  map(before(listOf(dayAndMonth, separator), both(everyYear, lunarMark)), (dates) => ({
    ...toSlots(dates),
    every: YEARLY,
  })),
);

const lunarNumbers = listOf(digits, separator);

/** "lunar days 1 and 15", "lunar day 10 of lunar month 3". */
const english: Reader<readonly LunarSaid[]> = map(
  both(
    after(both(maybe(says('on', 'on the')), says('lunar day', 'lunar days')), lunarNumbers),
    maybe(after(says('of lunar month', 'of lunar months'), lunarNumbers)),
  ),
  ([days, months]) => eachOf(days, months),
);

/** "rằm tháng Giêng", "23 tháng Chạp", "mùng 1 Tết", "10/3 âm lịch", "ngày 10 tháng 3 ta", "mùng 1 và rằm". */
export const lunarSaid: Reader<Slots> = longest<Slots>(
  map(longest(lunarDays, english), toSlots),
  markedBehind,
);

function eachOf(days: readonly number[], months?: readonly number[]): readonly LunarSaid[] {
  return days.flatMap((day): readonly LunarSaid[] =>
    months ? months.map((month) => ({ day, month })) : [{ day }],
  );
}

function toSlots([first, ...also]: readonly LunarSaid[]): Slots {
  return first ? { lunar: { ...first, ...(also.length > 0 && { also }) } } : {};
}

function withYear(said: LunarSaid, year: YearSaid | undefined): LunarSaid {
  return {
    ...said,
    ...(year && { year }),
  };
}
