import type { Temporal } from 'temporal-polyfill';
import {
  after,
  bareWord,
  before,
  both,
  figures,
  glued,
  longest,
  map,
  mapIf,
  mark,
  maybe,
  meaning,
  oneOf,
  says,
  token,
  unless,
} from '../grammar/grammar.ts';
import { numberInWords, within, yearNumber } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import { yearOf } from '../moments/calendar.ts';
import type { YearSaid } from '../moments/slots.ts';
import { anyYear } from './backward-dates.ts';
import { yearsSaid } from './period-ends.ts';
import { shifted, shiftSaid } from './period-relative.ts';
import { quarterWord, roman } from './period-words.ts';

/** A period as it was said: a number may be of none that exists, and the years of a term in disorder. */
export type PeriodSaid =
  | { readonly scope: 'month' | 'quarter'; readonly number: number; readonly year: number | undefined }
  | { readonly scope: 'year'; readonly year: number }
  | { readonly scope: 'term'; readonly from: number; readonly to: number };

/** "tháng 1-3", "nhiệm kỳ" without its years, "thang sau" without accents. */
export type PeriodUnclear = { readonly scope: 'several' | 'term-without-years' | 'next-month-or-june' };

type SaidOn = (today: Temporal.PlainDate) => PeriodSaid | PeriodUnclear;

const wordOrNumber = token(({ kind }) => kind !== 'mark');
const goesOn = glued(oneOf<unknown>(wordOrNumber, mark('/')));

/** At most two digits; of which months and quarters there are is not asked here. */
const number = mapIf(
  figures(({ plain }) => plain.length <= 2),
  ({ value }) => value,
);

const shortYear: Reader<YearSaid> = glued(
  oneOf(
    map(after(mark('/'), glued(mapIf(number, within(10, 99)))), (year): YearSaid => ({ year: 2000 + year })),
    map(after(mark('.'), glued(yearNumber)), (year): YearSaid => ({ year })),
  ),
);
const year: Reader<YearSaid | undefined> = maybe(
  unless(
    mapIf(oneOf(shortYear, anyYear), (said) => said),
    goesOn,
  ),
);

const dot = maybe(mark('.'));
const monthWord = both(says('tháng', 'thg', 't', 'month'), dot);
/** "QIV", "quýII": in one word. */
const quarterInOne = meaning(
  new Map(['i', 'ii', 'iii', 'iv'].map((numeral, index) => [index + 1, [`q${numeral}`, `quý${numeral}`]])),
);

const months = longest(
  both(after(monthWord, number), year),
  both(
    map(says('tháng sáu'), () => 6),
    year,
  ),
  // "tháng bảy tri ân" is a title.
  unless(both(after(says('tháng'), mapIf(numberInWords, within(1, 12))), year), wordOrNumber),
);
const quarters = both(
  oneOf(after(both(oneOf(quarterWord, says('q')), dot), oneOf(number, roman)), quarterInOne),
  year,
);

const several = both(
  after(oneOf<unknown>(monthWord, both(oneOf(quarterWord, says('q')), dot)), number),
  both(glued(after(mark('-', '–'), glued(number))), year),
);

const term = says('toàn khóa', 'cả khóa', 'nhiệm kỳ', 'khóa', 'giai đoạn', 'term');
const comma = maybe(mark(','));
const terms: Reader<readonly [number, number]> = before(
  after(
    both(maybe(both(both(term, comma), maybe(both(roman, comma)))), maybe(mark('('))),
    oneOf(yearsSaid, both(yearNumber, after(mark('/'), yearNumber))),
  ),
  maybe(mark(')')),
);

/** What stands here, up to where a word or a number ends. */
export const periodInFront: Reader<SaidOn> = longest<SaidOn>(
  ...[
    map(both(bareWord('thang'), bareWord('sau')), (): SaidOn => () => ({ scope: 'next-month-or-june' })),
    mapIf(shiftSaid, ({ unit, count }) => (unit === 'week' || count < 0 ? undefined : around(unit, count))),
    map(months, ([number, said]) => ofYear('month', number, said)),
    map(quarters, ([number, said]) => ofYear('quarter', number, said)),
    map(several, (): SaidOn => () => ({ scope: 'several' })),
    map(
      terms,
      ([from, to]): SaidOn =>
        () => ({ scope: 'term', from, to }),
    ),
    map(
      after(maybe(says('năm', 'year')), yearNumber),
      (year): SaidOn =>
        () => ({ scope: 'year', year }),
    ),
    map(says('toàn khóa', 'nhiệm kỳ', 'term'), (): SaidOn => () => ({ scope: 'term-without-years' })),
  ].map((reader) => unless(reader, goesOn)),
);

function around(unit: 'month' | 'quarter' | 'year', count: number): SaidOn {
  return (today) => {
    const { year, month } = shifted(unit, count)(today)?.from ?? today;
    if (unit === 'year') return { scope: 'year', year };
    return { scope: unit, number: unit === 'month' ? month : Math.ceil(month / 3), year };
  };
}

function ofYear(scope: 'month' | 'quarter', number: number, said: YearSaid | undefined): SaidOn {
  return (today) => ({ scope, number, year: said && yearOf(said, today) });
}
