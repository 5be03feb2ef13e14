import type { Temporal } from 'temporal-polyfill';
import { before, both, glued, map, mapIf, mark, maybe, meaning, oneOf, says } from '../grammar/grammar.ts';
import { digits, numberInWords } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import type { Lead } from '../when.ts';

export const MINUTES_OF_HOUR = 60;
/** Of half a day: "trước 12h" is a length. */
export const MOST_HOURS = 12;

const dayUnit = meaning(
  new Map([
    [1, ['ngày', 'hôm', 'bữa', 'day', 'days']],
    [7, ['tuần', 'tuần lễ', 'week', 'weeks']],
    [30, ['tháng', 'month', 'months']],
  ]),
);

const hourUnit = says('tiếng', 'giờ', 'h', 'g', 'tiếng đồng hồ', 'hour', 'hours');
const minuteUnit = oneOf<unknown>(says('phút', 'ph', 'p', 'minute', 'minutes'), glued(mark("'", '’')));

const count = oneOf(
  digits,
  numberInWords,
  map(says('a', 'an'), () => 1),
);

const furtherMinutes: Reader<number> = oneOf(
  map(says('rưỡi'), () => 30),
  before(digits, minuteUnit),
  glued(digits),
);

/** How long before: "3 ngày", "2 tiếng rưỡi", "90 phút". */
export const amount: Reader<Lead> = oneOf(
  map(both(count, dayUnit), ([howMany, days]) => inDays(howMany * days)),
  map(both(before(count, hourUnit), maybe(furtherMinutes)), ([hours, minutes]) =>
    inMinutes(hours * MINUTES_OF_HOUR + (minutes ?? 0)),
  ),
  map(before(count, minuteUnit), inMinutes),
  map(says('nửa tiếng', 'nửa giờ', 'half an hour'), () => inMinutes(30)),
  map(says('nửa ngày'), () => inMinutes(12 * MINUTES_OF_HOUR)),
);

/** "19h30" is an hour of the clock, and "1h30" a length; between them only "tiếng" is a length for sure. */
export function hourOfClock(least: number): Reader<number> {
  return mapIf(before(digits, says('giờ', 'h', 'g')), (hours) =>
    hours >= least && hours < 24 && hours !== MOST_HOURS ? hours : undefined,
  );
}

export function inDays(days: number, at?: Temporal.PlainTime): Lead {
  return { kind: 'days', days, ...(at && { at }) };
}

export function inMinutes(minutes: number): Lead {
  return { kind: 'minutes', minutes };
}
