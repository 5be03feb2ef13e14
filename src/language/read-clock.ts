import { Temporal } from 'temporal-polyfill';
import type { Language } from '../core/languages.ts';
import { describeTime } from './describe.ts';
import { after, before, both, longest, map, mark, maybe, oneOf, reads, says } from './grammar/grammar.ts';
import { Line } from './grammar/line.ts';
import { digits } from './grammar/numbers.ts';
import type { Reader } from './grammar/reader.ts';
import { type ClockSaid, clockAwaited, clockFace, oneClock, to } from './moments/clock.ts';
import { type Hour, toHour, workingHour } from './moments/hour.ts';
import type { Doubt } from './when.ts';

/** `endOfDay`: "12h đêm", the 24:00 that ends a day; `time` is then 0:00. */
export type ClockRead = {
  readonly time: Temporal.PlainTime;
  readonly endOfDay: boolean;
  readonly doubts: readonly Doubt[];
};

const LAST_MINUTE = Temporal.PlainTime.from('23:59');

type Said = { readonly hour: Hour | undefined };

const workingHours: Reader<Said> = map(workingHour, (time) => ({
  hour: { time, endOfDay: false, assumed: true, others: [] },
}));

const answer: Reader<Said> = before(
  after(
    maybe(says('lúc', 'vào', 'vào lúc', 'khoảng', 'hồi', 'at', 'from', 'từ')),
    longest<Said>(
      workingHours,
      map(clockAwaited, (said) => ({ hour: toHour(said) })),
    ),
  ),
  maybe(mark('.', '!')),
);

/** Reads a bare hour: "19h30", "7 rưỡi tối", "8h kém 15". undefined when it is none, or no such hour. */
export function readClock(text: string, language: Language = 'vi'): ClockRead | undefined {
  const line = new Line(text);
  const hour = reads(answer, line)?.hour;
  if (hour === undefined) return undefined;
  return { time: hour.time, endOfDay: hour.endOfDay, doubts: doubtsOf(line.text, hour, language) };
}

const bareHour: Reader<ClockSaid> = map(digits, (hour) => ({ hour, minute: 0, padded: true }));
const beginning = oneOf<ClockSaid>(
  before(longest(oneClock, bareHour), to),
  // Without accents "toi" is the evening or goes on to the end.
  before(clockFace, to),
);
const fromTo = before(
  both(after(maybe(says('từ', 'from')), beginning), longest(oneClock, bareHour)),
  maybe(mark('.', '!')),
);

/**
 * Reads a beginning and an end, by the 24-hour clock where no part of the day is said: "22h-6h", "từ 10h tối đến
 * 5 rưỡi sáng". undefined when it is none, or no such hour.
 */
export function readHours(text: string): { from: Temporal.PlainTime; to: Temporal.PlainTime } | undefined {
  const said = reads(fromTo, new Line(text));
  const [from, to] = said?.map((clock) => toHour({ ...clock, padded: true })) ?? [];
  return from && to && { from: from.time, to: to.time };
}

function doubtsOf(text: string, hour: Hour, language: Language): readonly Doubt[] {
  const others = hour.endOfDay ? [LAST_MINUTE] : hour.others;
  if (others.length > 0) {
    const readings = [hour.time, ...others].map((time) => describeTime(time, language));
    return [{ kind: 'ambiguous', ask: true, text, readings }];
  }
  return hour.assumed ? [{ kind: 'assumed-hour', ask: false, text, time: hour.time }] : [];
}
