import {
  after,
  bareWord,
  both,
  glued,
  listOf,
  longest,
  map,
  mapIf,
  mark,
  maybe,
  meaning,
  nothing,
  oneOf,
  says,
  unless,
} from '../grammar/grammar.ts';
import { listedNumber, loneDigits, numberInWords, within } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import { monthFollows } from './months.ts';
import type { Slots } from './slots.ts';

const sunday = map(says('chủ nhật', 'chúa nhật', 'chủ nhựt', 'chúa nhựt', 'cn'), () => 7);

const english = meaning(
  new Map([
    [1, ['monday']],
    [2, ['tuesday', 'tue', 'tues']],
    [3, ['wednesday', 'wed']],
    [4, ['thursday', 'thur', 'thurs']],
    [5, ['friday', 'fri']],
    [6, ['saturday']],
    [7, ['sunday']],
  ]),
);

/** "on Fridays" is every Friday. */
const plural: Reader<number> = meaning(
  new Map([
    [1, ['mondays']],
    [2, ['tuesdays']],
    [3, ['wednesdays']],
    [4, ['thursdays']],
    [5, ['fridays']],
    [6, ['saturdays']],
    [7, ['sundays']],
  ]),
);

const afterThu = after(says('thứ'), mapIf(oneOf(loneDigits, numberInWords), toIsoWeekday));
const afterT = after(says('t'), glued(mapIf(loneDigits, toIsoWeekday)));
const numbered = oneOf(afterThu, afterT);

export const weekday: Reader<number> = oneOf(numbered, sunday, english);

const separator = oneOf<unknown>(
  both(mark(','), says('và', 'and')),
  mark(',', '&', '+', ';'),
  says('và', 'với', 'and'),
);

/** In "thứ 2, 4, 6" and "thứ hai, tư, sáu" the word thứ is said once. */
const listed = oneOf(
  after(separator, oneOf(weekday, mapIf(listedNumber, toIsoWeekday))),
  after(mark('/'), numbered),
  // "t2 t5" are two days, "thứ bảy thứ hai của tháng" is the second Saturday.
  unless(numbered, monthFollows),
);

/** "thứ 2, 4, 6" in the order of the week. */
export const weekdayList: Reader<readonly number[]> = map(listOf(weekday, nothing, listed), (days) =>
  [...new Set(days)].sort((a, b) => a - b),
);

type Short = { readonly weekday: number; readonly isSure: boolean };

// Alone these are Vietnamese words: "môn", "thu", "sát".
const short: Reader<Short> = oneOf<Short>(
  map(english, (day) => ({ weekday: day, isSure: true })),
  map(bareWord('mon'), () => ({ weekday: 1, isSure: false })),
  map(bareWord('thu'), () => ({ weekday: 4, isSure: false })),
  map(bareWord('sat'), () => ({ weekday: 6, isSure: false })),
  map(bareWord('sun'), () => ({ weekday: 7, isSure: false })),
);

/** "Mon, Wed and Fri", "Tue and Thu". */
const englishList: Reader<readonly number[]> = mapIf(listOf(short, separator), (days) =>
  days.length > 1 && days.some(({ isSure }) => isSure)
    ? [...new Set(days.map((day) => day.weekday))].sort((a, b) => a - b)
    : undefined,
);

const to = oneOf<unknown>(mark('-', '–', '→'), says('đến', 'tới', 'đến hết', 'to', 'through'));

const range: Reader<readonly number[]> = mapIf(
  after(
    maybe(says('từ', 'from')),
    both(weekday, after(to, oneOf(weekday, mapIf(listedNumber, toIsoWeekday)))),
  ),
  ([first, last]) =>
    first < last ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : undefined,
);

const workingDays = map(
  says(
    ...[
      'các ngày làm việc',
      'những ngày làm việc',
      'các ngày làm việc trong tuần',
      'ngày thường',
      'các ngày thường',
    ],
    ...[
      'mọi ngày làm việc',
      'mỗi ngày làm việc',
      'hằng ngày làm việc',
      'every weekday',
      'weekdays',
      'on weekdays',
    ],
    ...['every working day', 'working days'],
  ),
  () => [1, 2, 3, 4, 5],
);

const several = says('các ngày', 'những ngày', 'các');
const prefix = maybe(says('ngày', 'hôm', 'bữa'));

const which: Reader<Slots> = oneOf<Slots>(
  // Typed without diacritics it may be tới or tối.
  map(bareWord('toi'), () => ({ coming: true, orElse: { part: 'evening' } })),
  map(says('tới', 'này', 'tới đây', 'tới này', 'sắp tới', 'kế tiếp'), () => ({ coming: true })),
  map(says('sau'), () => ({ week: 1 })),
);

/** "thứ 7", "t2 và t5", "thứ 2, 4, 6", "từ thứ hai đến thứ sáu", "các ngày làm việc", "thứ sáu tới". */
export const weekdaysSaid: Reader<Slots> = longest<Slots>(
  map(after(prefix, range), (weekdays) => ({ weekdays, repeats: true })),
  map(workingDays, (weekdays) => ({ weekdays, repeats: true })),
  map(after(prefix, weekdayList), (weekdays) => ({ weekdays })),
  map(englishList, (weekdays) => ({ weekdays })),
  map(listOf(plural, separator), (days) => ({
    weekdays: [...new Set(days)].sort((a, b) => a - b),
    repeats: true,
  })),
  map(after(several, weekdayList), (weekdays) => ({ weekdays, repeats: true })),
  map(both(after(prefix, weekday), which), ([day, when]) => ({ weekdays: [day], ...when })),
  map(after(says('next'), english), (day) => ({ weekdays: [day], week: 1 })),
  map(after(says('this', 'coming'), english), (day) => ({ weekdays: [day], coming: true })),
);

/** "thứ 2" is Monday, the ISO weekday 1. */
function toIsoWeekday(said: number): number | undefined {
  return within(1, 6)(said - 1);
}
