import { after, both, longest, map, mapIf, mark, maybe, oneOf, says, unless } from '../grammar/grammar.ts';
import { dayNumber, digits, loneNumber, within, yearNumber } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import { gluedYear, yearSaid } from './months.ts';
import type { LunarSaid, Slots, YearSaid } from './slots.ts';

const lunarMark = says('âm lịch', 'âm', 'al', 'âl', 'lịch âm', 'ta', 'lịch ta', 'lunar');
const dayMark = says('ngày', 'mùng', 'mồng', 'ngày mùng', 'ngày mồng', 'hôm', 'hôm mùng');

const monthNumber = within(1, 12);

/** The first and the last month have lunar names; "tháng giêng" is never January here. */
const lunarMonth = oneOf(
  map(says('tháng giêng'), () => 1),
  map(says('tháng chạp', 'chạp'), () => 12),
);

const numberedMonth = after(says('tháng'), mapIf(loneNumber, monthNumber));
const leapMark = maybe(says('nhuận'));

const plainDay = oneOf(after(dayMark, dayNumber), dayNumber);
const fullMoon = map(says('rằm', 'ngày rằm', 'hôm rằm'), () => 15);

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

/** "rằm tháng Giêng", "23 tháng Chạp", "mùng 1 Tết", "10/3 âm lịch", "ngày 10 tháng 3 ta". */
export const lunarSaid: Reader<Slots> = map(
  longest(inLunarMonth, fullMoonOf, numberedDay, slash, dayAlone, ofTet, eve, firstOfTet),
  (lunar) => ({ lunar }),
);

function withYear(said: LunarSaid, year: YearSaid | undefined): LunarSaid {
  return {
    ...said,
    ...(year && { year }),
  };
}
