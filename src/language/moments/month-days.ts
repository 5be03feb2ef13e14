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
import { dayNumber, digits, listedNumber, loneNumber, within } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import { endOfQuarter, monthFollows, ofMonth, ofMonthByName } from './months.ts';
import type { Slots } from './slots.ts';

export const dayMark = says(
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

export const separator = oneOf<unknown>(
  both(mark(','), says('và', 'and')),
  mark(',', '&', '+', ';'),
  says('và', 'với', 'and'),
);

const ordinalEnding = glued(says('st', 'nd', 'rd', 'th'));
export const englishDay = mapIf(both(digits, ordinalEnding), ([day]) => within(1, 31)(day));

const theLastDay = map(
  says('ngày cuối tháng', 'ngày cuối cùng của tháng', 'cuối tháng', 'ngày cuối', 'the last day'),
  () => -1,
);
const furtherDay = oneOf(
  theLastDay,
  englishDay,
  after(dayMark, oneOf(englishDay, dayNumber)),
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

const isBareMot = both(oneOf(bareWord('ngay'), bareWord('bua')), bareWord('mot'));

/** "ngay mot" typed without diacritics is the day after tomorrow, but "ngay mot hang thang" the first. */
const dayAfterTomorrow: Reader<Slots> = map(unless(isBareMot, monthFollows), () => ({
  ahead: { unit: 'day', count: 2 },
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

const quarter = both(
  maybe(says('của', 'của mỗi', 'mỗi', 'hằng', 'hàng', 'of each', 'of every', 'of the')),
  both(says('quý', 'quí', 'quarter'), maybe(says('hằng quý', 'hàng quý'))),
);

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
  map(says('ngày cuối năm', 'ngày cuối cùng của năm', 'ngày cuối cùng trong năm'), () => ({
    dates: [{ day: 31, month: 12 }],
  })),
);

const workdays: Reader<Slots> = map(
  both(
    meaning(
      new Map([
        [1, ['ngày làm việc đầu tiên', 'ngày làm việc đầu', 'first working day', 'first workday']],
        [-1, ['ngày làm việc cuối cùng', 'ngày làm việc cuối', 'last working day', 'last workday']],
      ]),
    ),
    oneOf<Slots>(
      ofMonth,
      map(endOfQuarter, (month) => ({ month })),
    ),
  ),
  ([workday, month]) => ({ workday, ...month }),
);

/** "ngày 5", "mùng 5 và 20", "ngày 5 tháng 2", "ngày cuối tháng", "ngày làm việc đầu tiên của tháng". */
export const monthDaysSaid: Reader<Slots> = longest(dayAfterTomorrow, marked, monthFirst, edges, workdays);

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
  figures((here) => here.plain.length <= 2),
  ({ value }) => within(1, 31)(value),
);

/** "15 hằng tháng", "5 và 20 hằng tháng", "5 tháng 2": days without the word, where only a time can stand. */
export const bareDaysSaid: Reader<Slots> = longest(
  map(followedBy(listOf(bareDay, separator, bareDay), monthlyHere), (monthDays) => ({ monthDays })),
  mapIf(both(dayNumber, ofMonthByName), ([day, slots]) =>
    slots.month?.kind === 'named' ? { monthDays: [day], ...slots } : undefined,
  ),
);

function edgeOfMonth(reader: Reader<unknown>, day: number): Reader<Slots> {
  return map(after(reader, ofMonth), (month) => ({ monthDays: [day], ...month }));
}

function edgeOfQuarter(reader: Reader<unknown>, day: number, months: readonly number[]): Reader<Slots> {
  return map(both(reader, quarter), () => ({
    monthDays: [day],
    month: { kind: 'quarterly', months } as const,
  }));
}
