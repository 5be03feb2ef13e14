import {
  after,
  before,
  both,
  listOf,
  longest,
  map,
  mark,
  maybe,
  meaning,
  oneOf,
  says,
} from '../grammar/grammar.ts';
import type { Reader } from '../grammar/reader.ts';
import type { Shift } from '../shift.ts';
import type { Slots } from './slots.ts';
import { weekday, weekdayList } from './weekdays.ts';

const falls = longest<unknown>(
  both(
    anyOf('nếu | khi | trường hợp | trong trường hợp | nếu như | hễ | nếu ngày đó | nếu ngày họp'),
    maybe(
      anyOf(
        'trùng | trùng vào | trùng với | rơi vào | rơi đúng vào | rơi trúng | gặp | vào | nhằm',
        'nhằm vào | đúng vào | đúng | trúng | trúng vào | là',
      ),
    ),
  ),
  anyOf('trùng | trùng vào | rơi vào | gặp | trúng'),
  anyOf(
    'if it falls on | if it falls on a | if it falls on the | when it falls on a | if that is a | if it is a',
  ),
);

type On = Pick<Shift, 'weekdays' | 'holidays'>;

const WEEKEND = [6, 7];

const named: Reader<On> = meaning(
  new Map([
    [
      { weekdays: WEEKEND, holidays: false },
      list(
        'cuối tuần | ngày cuối tuần | ngày nghỉ cuối tuần | nghỉ cuối tuần | weekend | the weekend | a weekend',
      ),
    ],
    [
      { weekdays: WEEKEND, holidays: true },
      list('ngày nghỉ | các ngày nghỉ | ngày nghỉ hoặc lễ | ngày nghỉ và lễ | day off | a day off'),
    ],
    [
      { weekdays: [], holidays: true },
      list(
        'ngày lễ | lễ | tết | ngày tết | dịp lễ | nghỉ lễ | nghỉ tết | ngày nghỉ lễ | các ngày lễ | lễ tết | ngày lễ tết',
        'public holiday | holiday | a public holiday | a holiday',
      ),
    ],
  ]),
);

const ofWeekdays: Reader<On> = map(after(maybe(anyOf('ngày | các ngày | a')), weekdayList), (weekdays) => ({
  weekdays,
  holidays: false,
}));

const or = oneOf<unknown>(
  both(mark(','), anyOf('hoặc | hay | và | or')),
  mark(',', '/', '+', '&'),
  anyOf('hoặc | hay | và | or | hoặc là | hoặc trùng'),
);

const days: Reader<On> = map(listOf(oneOf(named, ofWeekdays), or), (all) => ({
  weekdays: [...new Set(all.flatMap(({ weekdays }) => weekdays))].sort((a, b) => a - b),
  holidays: all.some(({ holidays }) => holidays),
}));

type Direction = Shift['direction'];

const verb = anyOf(
  'chuyển | dời | lùi | đẩy | hoãn | đổi | dời lịch | chuyển lịch | dời ngày | họp | tổ chức | sinh hoạt | dồn',
  'chuyển họp | chuyển ngày họp | dời buổi họp | lấy | sang | qua | move | move it | shift | shift it | hold it',
  'meet | it moves',
);

const way: Reader<{ readonly direction?: Direction }> = meaning(
  new Map([
    [{ direction: -1 }, list('lên | sớm | sớm lên | sớm hơn vào | về | up to | back to the')],
    [{ direction: 1 }, list('lại | lại đến | lại sang | xuống | muộn hơn sang')],
    [{}, list('sang | qua | đến | tới | vào | to | to the | on the | on')],
  ]),
);

/** "lùi lên thứ sáu" is earlier; "lùi" alone, and "chuyển", say nothing of it. */
const move: Reader<Direction | undefined> = map(
  both(after(maybe(anyOf('thì | sẽ | thì sẽ | sẽ được | thì được | then | we')), verb), maybe(way)),
  ([, said]) => said?.direction,
);

const side: Reader<Direction> = meaning(
  new Map<Direction, readonly string[]>([
    [
      1,
      list(
        'sau | sau đó | kế tiếp | tiếp theo | liền sau | liền kề | liền kề sau đó | kế | gần nhất sau đó | tuần sau',
        'tuần kế tiếp | tuần tiếp theo | kế đó | đầu tiên sau đó | liền sau đó | ngay sau | ngay sau đó | after',
      ),
    ],
    [
      -1,
      list(
        'trước | trước đó | liền trước | liền trước đó | liền kề trước đó | gần nhất trước đó | ngay trước',
        'ngay trước đó | kế trước | tuần trước | before',
      ),
    ],
  ]),
);

const englishSide: Reader<Direction> = meaning(
  new Map<Direction, readonly string[]>([
    [1, list('next | following | the next | the following')],
    [-1, list('previous | preceding | the previous | the preceding')],
  ]),
);

type Target = { readonly to: Shift['to']; readonly direction?: Direction | undefined };

const kind: Reader<Shift['to']> = longest<Shift['to']>(
  after(maybe(says('ngày')), weekday),
  map(anyOf('ngày làm việc | ngày thường | working day | workday | business day'), () => 'workday'),
);

const target: Reader<Target> = longest<Target>(
  map(both(maybe(englishSide), both(kind, maybe(side))), ([first, [to, last]]) => ({
    to,
    direction: first ?? last,
  })),
  map(after(anyOf('ngày | hôm | ngày hôm | the day | day'), side), (direction) => ({ to: 'day', direction })),
  map(before(englishSide, says('day')), (direction) => ({ to: 'day', direction })),
);

const byOne: Reader<Direction> = meaning(
  new Map<Direction, readonly string[]>([
    [-1, list('sớm hơn | sớm | lùi lên | đẩy lên | trước | dời lên')],
    [1, list('muộn hơn | muộn | lùi lại | lùi xuống | chậm lại | dời lại')],
  ]),
);

/** "lùi lại một ngày", "thì sớm hơn". */
const byOneDay: Reader<Target> = longest<Target>(
  map(
    both(
      after(maybe(anyOf('thì | họp | thì họp | thì tổ chức | thì chuyển | thì dời')), byOne),
      says('1 ngày', 'một ngày', '1 hôm', 'một hôm'),
    ),
    ([direction]) => ({ to: 'day', direction }),
  ),
  map(anyOf('thì sớm hơn | thì họp sớm hơn | thì dời sớm hơn'), () => ({ to: 'day', direction: -1 })),
  map(anyOf('thì muộn hơn | thì họp muộn hơn | thì dời muộn hơn'), () => ({ to: 'day', direction: 1 })),
);

const goes: Reader<Target> = longest<Target>(
  map(both(move, target), ([said, { to, direction }]) => ({ to, direction: direction ?? said })),
  byOneDay,
);

/** "nếu trùng thứ bảy, chủ nhật thì chuyển sang thứ hai", "if it falls on a holiday, move to the day before". */
export const shiftSaid: Reader<Slots> = map(
  both(both(falls, days), after(maybe(mark(',')), goes)),
  ([[, on], { to, direction }]): Slots => {
    const later: Slots = { shift: { ...on, to, direction: 1 } };
    const earlier: Slots = { shift: { ...on, to, direction: -1 } };
    if (direction !== undefined) return direction > 0 ? later : earlier;
    const nearer = typeof to === 'number' ? daysNearer(on, to) : FAR;
    // Monday is behind a weekend and Friday in front of it, but Thursday may be either.
    if (nearer >= FAR) return later;
    if (nearer <= -FAR) return earlier;
    return nearer > 0 ? { ...later, orElse: earlier } : { ...earlier, orElse: later };
  },
);

const FAR = 4;

/** By how many days the weekday behind these is nearer than the one in front of them. */
function daysNearer({ weekdays, holidays }: On, to: number): number {
  if (weekdays.length === 0) return to === 1 ? FAR : Number(holidays);
  const ahead = Math.max(...weekdays.map((weekday) => (to - weekday + 7) % 7));
  const back = Math.max(...weekdays.map((weekday) => (weekday - to + 7) % 7));
  return back - ahead;
}

function list(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' | '));
}

function anyOf(...lines: readonly string[]): Reader<number> {
  return says(...list(...lines));
}
