import { after, both, longest, map, maybe, meaning, oneOf, says } from '../grammar/grammar.ts';
import { digits, loneNumber, numberInWords } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import { partOfDay } from './clock.ts';
import type { Ahead, Slots } from './slots.ts';

/** Days that are named by a word of their own, in the North and in the South. */
const named: Reader<number> = meaning(
  new Map([
    [0, ['hôm nay', 'bữa nay', 'ngày hôm nay', 'bữa ni', 'today']],
    [1, ['ngày mai', 'bữa mai', 'tomorrow']],
    [2, ['ngày mốt', 'bữa mốt', 'ngày kia', 'hôm mốt', 'the day after tomorrow', 'day after tomorrow']],
    [3, ['ngày kìa', 'bữa kìa']],
    [-1, ['hôm qua', 'bữa qua', 'ngày hôm qua', 'yesterday']],
    [-2, ['hôm kia', 'bữa kia', 'ngày hôm kia']],
    [-3, ['hôm kìa']],
  ]),
);

const shortly: Reader<number> = meaning(
  new Map([
    [0, ['nay', 'ni']],
    [1, ['mai', 'mơi']],
    [2, ['mốt', 'kia']],
    [-1, ['qua']],
  ]),
);

const withPart: Reader<Slots> = oneOf(
  map(both(partOfDay, oneOf(named, shortly)), ([part, count]) => ({ part, ahead: days(count) })),
  map(says('sớm mai', 'sáng sớm mai'), () => ({ part: 'morning', ahead: days(1) }) as const),
  map(says('tonight'), () => ({ part: 'evening', ahead: days(0) }) as const),
  map(both(named, partOfDay), ([count, part]) => ({ part, ahead: days(count) })),
);

const unit = meaning(
  new Map<Ahead['unit'], readonly string[]>([
    ['minute', ['phút', 'p', 'minutes', 'minute']],
    ['hour', ['tiếng', 'giờ', 'h', 'g', 'tiếng đồng hồ', 'hours', 'hour']],
    ['day', ['ngày', 'hôm', 'bữa', 'days', 'day']],
    ['week', ['tuần', 'weeks', 'week']],
    ['month', ['tháng', 'months', 'month']],
  ]),
);

const count = oneOf(digits, numberInWords);
const amount: Reader<Ahead> = map(both(count, unit), ([howMany, what]) => ({ unit: what, count: howMany }));

const halfHour = map(says('nửa tiếng', 'nửa giờ'), (): Ahead => ({ unit: 'minute', count: 30 }));

/** "3 ngày nữa", "sau 2 tuần", "2h nữa", "in 3 days": an amount, not an hour of the clock. */
const later: Reader<Ahead> = oneOf(
  map(
    both(after(maybe(says('còn', 'sau')), oneOf(halfHour, amount)), says('nữa', 'from now')),
    ([said]) => said,
  ),
  after(says('in'), amount),
  map(both(says('sau'), both(loneNumber, unit)), ([, [howMany, what]]) => ({ unit: what, count: howMany })),
);

const week = meaning(
  new Map([
    [0, ['tuần này', 'tuần nay', 'this week']],
    [
      1,
      [
        'tuần sau',
        'tuần tới',
        'tuần kế',
        'tuần kế tiếp',
        'tuần tiếp theo',
        'sang tuần',
        'tuần mới',
        'next week',
      ],
    ],
    [2, ['tuần sau nữa', 'tuần tới nữa', 'hai tuần sau']],
    [-1, ['tuần trước', 'tuần qua', 'tuần rồi', 'tuần vừa rồi', 'tuần vừa qua', 'last week']],
  ]),
);

const edge = meaning(
  new Map<'start' | 'middle' | 'end', readonly string[]>([
    ['start', ['đầu']],
    ['middle', ['giữa']],
    ['end', ['cuối']],
  ]),
);

const weekEdge: Reader<Slots> = longest<Slots>(
  map(both(edge, week), ([weekEdgeSaid, ahead]) => ({ weekEdge: weekEdgeSaid, week: ahead })),
  map(both(edge, says('tuần')), ([weekEdgeSaid]) => ({ weekEdge: weekEdgeSaid })),
  map(says('this weekend', 'the weekend', 'at the weekend'), () => ({ weekEdge: 'end', week: 0 }) as const),
);

/** "ngày mai", "tối nay", "3 ngày nữa", "tuần sau", "cuối tuần này". */
export const relativeDaySaid: Reader<Slots> = longest<Slots>(
  withPart,
  map(named, (ahead) => ({ ahead: days(ahead) })),
  map(later, (ahead) => ({ ahead })),
  map(week, (ahead) => ({ week: ahead })),
  weekEdge,
);

/** "mai" and "mốt" alone are also names and other words: only where a day is awaited. */
export const shortDaySaid: Reader<Slots> = map(
  meaning(
    new Map([
      [0, ['nay']],
      [1, ['mai', 'mơi']],
      [2, ['mốt']],
    ]),
  ),
  (ahead) => ({ ahead: days(ahead) }),
);

function days(count: number): Ahead {
  return { unit: 'day', count };
}
