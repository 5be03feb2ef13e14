import {
  after,
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
import { digits, loneNumber, within } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import { dateInFigures, verbalDate } from './dates.ts';
import { monthList, monthSaid, yearSaid } from './months.ts';
import type { BoundSaid, Slots } from './slots.ts';

const startWord = says(
  ...[
    'từ',
    'kể từ',
    'tính từ',
    'bắt đầu',
    'bắt đầu từ',
    'bắt đầu kể từ',
    'bắt đầu vào',
    'áp dụng từ',
    'thực hiện từ',
  ],
  ...[
    'from',
    'starting',
    'starting from',
    'starting on',
    'starting in',
    'beginning',
    'beginning on',
    'since',
  ],
);

const endWord = says(
  ...[
    'đến',
    'đến hết',
    'tới',
    'tới hết',
    'hết',
    'cho đến',
    'cho đến hết',
    'cho tới',
    'kết thúc',
    'kết thúc vào',
  ],
  ...[
    'until',
    'till',
    'through',
    'to',
    'until the end of',
    'until end of',
    'till the end of',
    'till end of',
    'to the end of',
    'ending',
    'ending on',
  ],
);

const month: Reader<BoundSaid> = mapIf(
  both(monthSaid, maybe(unless(yearSaid, digits))),
  ([{ month: said, orElse, every }, later]): BoundSaid | undefined => {
    if (orElse ?? every) return undefined;
    if (said?.kind === 'ahead') return { month: said };
    if (said?.kind !== 'named' || said.months.length !== 1) return undefined;
    return { month: later ? { ...said, year: said.year ?? later } : said };
  },
);

const point: Reader<BoundSaid> = longest<BoundSaid>(
  map(after(maybe(says('ngày', 'hôm')), oneOf(verbalDate, dateInFigures)), (date) => ({ date })),
  month,
  map(yearSaid, (year) => ({ year })),
);

const without = says(
  ...[
    'trừ',
    'ngoại trừ',
    'trừ các',
    'trừ ra',
    'nghỉ',
    'không họp',
    'except',
    'except in',
    'except for',
    'but not in',
  ],
  ...['excluding'],
);

const exceptMonth = mapIf(loneNumber, within(1, 12));

const exceptMonths: Reader<readonly number[]> = oneOf(
  mapIf(
    after(
      says('tháng'),
      both(mapIf(digits, within(1, 12)), after(rangeMark(), both(maybe(says('tháng')), digits))),
    ),
    ([first, [, last]]) => monthsBetween(first, last),
  ),
  // "trừ tháng 6, 7, 8 học hát": after these no figure counts people.
  after(
    says('tháng'),
    listOf(exceptMonth, oneOf<unknown>(mark(','), says('và')), after(maybe(says('tháng')), exceptMonth)),
  ),
  monthList,
);

/** "từ tháng 3", "bắt đầu từ 20/1", "đến hết tháng 6/2027", "trừ tháng 7, 8": where a rule begins and ends. */
export const boundSaid: Reader<Slots> = longest<Slots>(
  map(after(startWord, point), (starts) => ({ starts })),
  map(after(endWord, point), (until) => ({ until })),
  map(after(without, exceptMonths), (months) => ({ without: months })),
);

function rangeMark(): Reader<unknown> {
  return oneOf<unknown>(mark('-', '–'), says('đến', 'tới'));
}

function monthsBetween(first: number, last: number): readonly number[] | undefined {
  if (within(1, 12)(last) === undefined) return undefined;
  const count = ((last - first + 12) % 12) + 1;
  return Array.from({ length: count }, (_, index) => ((first + index - 1) % 12) + 1);
}
