import { after, both, mark, maybe, oneOf, says } from '../grammar/grammar.ts';
import { yearNumber } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';

/** Before the beginning of a period that has two ends. */
export const from = maybe(
  says('từ', 'từ ngày', 'kể từ', 'tính từ', 'giai đoạn', 'giai đoạn từ', 'from', 'trong giai đoạn'),
);
export const to = oneOf<unknown>(
  mark('-', '–', '→', '—'),
  says('đến', 'tới', 'đến ngày', 'đến hết', 'đến hết ngày', 'tới ngày', 'to', 'until'),
);

const yearWord = maybe(says('năm'));

/** "2025-2030", "từ năm 2025 đến năm 2030": in whatever order they are. */
export const yearsSaid: Reader<readonly [number, number]> = both(
  after(both(from, yearWord), yearNumber),
  after(both(to, yearWord), yearNumber),
);
