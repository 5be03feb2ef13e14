import {
  after,
  both,
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
import { listedNumber, loneDigits, loneNumber, within } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import { endOfQuarter, ofMonth } from './months.ts';
import type { DayOfMonth, Slots } from './slots.ts';
import { weekday, weekdayList } from './weekdays.ts';

const EACH_MONTH: Slots = { month: { kind: 'each' } };

const position = within(1, 5);

const byName = meaning(
  new Map([
    [1, ['đầu tiên', 'đầu', 'thứ nhất', 'nhất']],
    [2, ['thứ nhì', 'nhì']],
    [-1, ['cuối cùng', 'cuối', 'chót', 'sau cùng', 'sau chót']],
    [-2, ['áp chót', 'kế cuối', 'gần cuối']],
  ]),
);

const ordinal: Reader<number> = oneOf(
  byName,
  after(says('thứ', 'lần thứ', 'lần'), mapIf(loneNumber, position)),
);

const separator = oneOf<unknown>(mark(',', '&', '+'), says('và', 'and'));

/** "tuần 2", "tuần thứ hai", "tuần đầu và tuần cuối", "tuần 1, 3". */
const week = says('tuần', 'tuần lễ');
const weeks: Reader<readonly number[]> = after(
  week,
  listOf(
    oneOf(ordinal, mapIf(loneDigits, position)),
    separator,
    oneOf(after(week, oneOf(ordinal, mapIf(loneDigits, position))), ordinal, mapIf(listedNumber, position)),
  ),
);

const ordinals = listOf(ordinal, separator, ordinal);

const quarterEdge: Reader<Slots> = oneOf(
  map(after(says('cuối', 'cuối cùng'), endOfQuarter), (month) => ({ nth: [-1], month })),
  map(after(says('đầu', 'đầu tiên'), endOfQuarter), () => ({
    nth: [1],
    month: { kind: 'quarterly', months: [1, 4, 7, 10] } as const,
  })),
);

const englishOrdinal = oneOf(
  meaning(
    new Map([
      [1, ['first']],
      [2, ['second']],
      [3, ['third']],
      [4, ['fourth']],
      [5, ['fifth']],
      [-1, ['last']],
      [-2, ['second to last', 'last but one']],
    ]),
  ),
  mapIf(both(loneOrdinal(), glued(says('st', 'nd', 'rd', 'th'))), ([value]) => position(value)),
);

const lastOfQuarter: Reader<Slots> = map(endOfQuarter, (month) => ({ month }));

/** "the first and third Saturday of the month". */
const english: Reader<Slots> = map(
  both(
    after(maybe(says('the', 'on the', 'every')), listOf(englishOrdinal, separator, englishOrdinal)),
    both(weekdayList, unless(maybe(oneOf<Slots>(ofMonth, lastOfQuarter)), says('of'))),
  ),
  ([nth, [weekdays, month = EACH_MONTH]]) => ({ weekdays, nth, ...month }),
);

const nthWeekday: Reader<readonly DayOfMonth[]> = map(
  both(after(maybe(says('ngày', 'vào')), weekday), oneOf(ordinals, weeks)),
  ([day, nth]) => nth.map((which) => ({ weekday: day, nth: which })),
);

/** "thứ năm tuần 1, thứ năm tuần 3 hằng tháng", "thứ hai đầu tháng và thứ sáu cuối tháng". */
const severalNth: Reader<Slots> = mapIf(
  listOf(both(nthWeekday, maybe(ofMonth)), separator),
  (found): Slots | undefined => {
    const days = found.flatMap(([each]) => each);
    const month = found.flatMap(([, said]) => (said ? [said] : [])).at(-1);
    if (found.length < 2) return undefined;
    return { nthDays: days, ...month };
  },
);

/** "mỗi tháng vào thứ bảy đầu tiên": the month was said before. */
export const nthAlone: Reader<Slots> = map(byName, (which) => ({ nth: [which] }));

/** Which week of the month, or which of its Saturdays: "tuần đầu tháng", "đầu tiên của tháng", "thứ hai của tháng". */
export const nthSaid: Reader<Slots> = longest<Slots>(
  map(both(weeks, maybe(ofMonth)), ([nth, month]) => ({ nth, weeks: true, ...month })),
  map(both(ordinals, ofMonth), ([nth, month]) => ({ nth, ...month })),
  map(after(says('giữa', 'middle of'), ofMonth), (month) => ({ middle: true, ...month })),
  quarterEdge,
  english,
  severalNth,
);

function loneOrdinal(): Reader<number> {
  return (line, at) => {
    const here = line.at(at);
    return here?.kind === 'number' && here.value <= 5 ? { value: here.value, next: at + 1 } : undefined;
  };
}
