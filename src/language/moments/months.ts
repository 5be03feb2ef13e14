import {
  after,
  bareWord,
  both,
  figures,
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
  says,
  unless,
} from '../grammar/grammar.ts';
import { digits, listedNumber, loneNumber, within, yearNumber } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import type { MonthSaid, Slots, YearSaid } from './slots.ts';

const monthNumber = within(1, 12);

const shortYear = mapIf(
  figures((here) => here.plain.length === 2),
  ({ value }) => 2000 + value,
);

/** "/2026", "-2026", "/26" behind a day and month. */
export const gluedYear: Reader<YearSaid> = map(
  oneOf(glued(after(mark('/', '-', '.'), glued(yearNumber))), glued(after(mark('/'), glued(shortYear)))),
  (year) => ({ year }),
);

export const yearSaid: Reader<YearSaid> = oneOf<YearSaid>(
  map(after(says('năm', 'year'), yearNumber), (year) => ({ year })),
  map(
    meaning(
      new Map([
        [0, ['năm nay', 'this year']],
        [1, ['năm sau', 'năm tới', 'sang năm', 'năm kế', 'năm kế tiếp', 'next year']],
        [-1, ['năm ngoái', 'năm trước', 'năm qua', 'năm rồi', 'năm vừa rồi', 'năm vừa qua', 'last year']],
        [-2, ['năm kia', 'năm trước nữa']],
      ]),
    ),
    (ahead) => ({ ahead }),
  ),
);

const month = says('tháng');

const isBareSau = bareWord('sau');

/** "tháng sáu" is June, "tháng sau" the next month; "thang sau" may be both and is read below. */
const oneMonth: Reader<number> = (line, at) =>
  isBareSau(line, at) ? undefined : mapIf(loneNumber, monthNumber)(line, at);

export const englishMonth = meaning(
  new Map([
    [1, ['january', 'jan']],
    [2, ['february', 'feb']],
    [3, ['march']],
    [4, ['april', 'apr']],
    [5, ['may']],
    [6, ['june', 'jun']],
    [7, ['july', 'jul']],
    [8, ['august', 'aug']],
    [9, ['september', 'sept', 'sep']],
    [10, ['october', 'oct']],
    [11, ['november', 'nov']],
    [12, ['december', 'dec']],
  ]),
);

const separator = oneOf<unknown>(both(mark(','), says('và', 'and')), mark(',', '&', '+'), says('và', 'and'));
const furtherMonth = oneOf(after(month, oneMonth), mapIf(listedNumber, monthNumber));

/** "tháng 6 và tháng 12", "tháng 3, 6, 9, 12". */
export const monthList: Reader<readonly number[]> = oneOf(
  after(month, listOf(oneMonth, separator, furtherMonth)),
  listOf(englishMonth, separator, englishMonth),
);

/** "các tháng 3, 6, 9, 12" come every year. */
const severalMonths: Reader<Slots> = map(after(says('các', 'những'), monthList), (months) => ({
  month: { kind: 'named', months },
  every: { unit: 'year', count: 1 },
}));

const EVEN = [2, 4, 6, 8, 10, 12];
const ODD = [1, 3, 5, 7, 9, 11];

const evenOrOdd: Reader<Slots> = map(
  meaning(
    new Map([
      [EVEN, ['tháng chẵn', 'các tháng chẵn', 'những tháng chẵn', 'even months']],
      [ODD, ['tháng lẻ', 'các tháng lẻ', 'những tháng lẻ', 'odd months']],
    ]),
  ),
  (months) => ({ month: { kind: 'named', months }, every: { unit: 'year', count: 1 } }),
);

const monthAndYear = map(
  after(month, both(mapIf(digits, monthNumber), gluedYear)),
  ([named, year]): MonthSaid => ({ kind: 'named', months: [named], year }),
);

const named: Reader<MonthSaid> = map(
  both(monthList, maybe(yearSaid)),
  ([months, year]): MonthSaid => ({ kind: 'named', months, ...(year && { year }) }),
);

const ahead: Reader<MonthSaid> = map(
  meaning(
    new Map([
      [0, ['tháng này', 'tháng nay', 'this month']],
      [
        1,
        [
          'tháng sau',
          'tháng tới',
          'tháng kế',
          'tháng kế tiếp',
          'tháng tiếp theo',
          'sang tháng',
          'next month',
        ],
      ],
      [2, ['tháng sau nữa', 'tháng tới nữa']],
    ]),
  ),
  (months): MonthSaid => ({ kind: 'ahead', months }),
);

const eachQuarter = both(
  maybe(says('của', 'trong', 'của mỗi', 'mỗi', 'hằng', 'hàng', 'các', 'trong mỗi', 'từng')),
  both(says('quý', 'quí'), maybe(says('hằng quý', 'hàng quý'))),
);

const quarterly: Reader<MonthSaid> = oneOf(
  map(
    both(
      after(
        month,
        meaning(
          new Map([
            [1, ['đầu', 'đầu tiên', 'thứ nhất', 'đầu của']],
            [2, ['giữa', 'thứ hai', 'thứ 2']],
            [3, ['cuối', 'cuối cùng', 'thứ ba', 'thứ 3']],
          ]),
        ),
      ),
      eachQuarter,
    ),
    ([position]) => quarterMonths(position),
  ),
  map(
    after(
      says('the'),
      both(
        meaning(
          new Map([
            [1, ['first month']],
            [2, ['second month', 'middle month']],
            [3, ['last month', 'third month']],
          ]),
        ),
        says('of the quarter', 'of each quarter', 'of every quarter'),
      ),
    ),
    ([position]) => quarterMonths(position),
  ),
);

/** The last month of the quarter: behind "ngày cuối" and "thứ sáu cuối". */
export const endOfQuarter: Reader<MonthSaid> = map(
  both(maybe(says('của', 'của mỗi', 'mỗi', 'of each', 'of every', 'of the')), says('quý', 'quí', 'quarter')),
  () => quarterMonths(3),
);

const isTogether = both(bareWord('thang'), isBareSau);

/** "thang sau": next month or June. */
const nextOrJune: Reader<Slots> = map(isTogether, () => ({
  month: { kind: 'ahead', months: 1 },
  orElse: { month: { kind: 'named', months: [6] } },
}));

/** "tháng này", "tháng 2", "tháng 3/2026", "tháng cuối quý"; not the bare word. */
export const monthSaid: Reader<Slots> = longest<Slots>(
  nextOrJune,
  severalMonths,
  evenOrOdd,
  map(longest(monthAndYear, named, ahead, quarterly), (said) => ({ month: said })),
);

const everyMonth = says(
  ...['hằng tháng', 'hàng tháng', 'mỗi tháng', 'các tháng', 'từng tháng', 'mọi tháng', 'tháng nào cũng'],
  ...['every month', 'each month', 'the month', 'mỗi một tháng'],
);

const bareMonth = unless(month, oneOf<unknown>(oneMonth, says('này', 'nay', 'sau', 'tới', 'trước', 'qua')));

const eachMonth: Reader<Slots> = map(oneOf(everyMonth, bareMonth), () => ({ month: { kind: 'each' } }));

const of = says('của', 'trong', 'of', 'in', 'ở', 'vào');

/** The month behind "thứ bảy đầu", "ngày cuối", "tuần thứ hai của". */
export const ofMonth: Reader<Slots> = after(maybe(of), longest(monthSaid, eachMonth));

/** The same, but "ngày 5 tháng …" says no month by the bare word. */
export const ofMonthByName: Reader<Slots> = oneOf(
  after(of, longest(monthSaid, eachMonth)),
  longest(
    monthSaid,
    map(everyMonth, () => ({ month: { kind: 'each' } })),
  ),
);

/** Whether the words here go on about a month, so that "thứ hai" in front of them is an ordinal. */
export const monthFollows: Reader<undefined> = map(
  followedBy(maybe(of), oneOf<unknown>(everyMonth, month, says('the month'))),
  () => undefined,
);

function quarterMonths(position: number): MonthSaid {
  return {
    kind: 'quarterly',
    months: [0, 3, 6, 9].map((before) => before + position),
  };
}
