import type { Temporal } from 'temporal-polyfill';
import { after, both, longest, map, maybe, meaning, oneOf, says } from '../grammar/grammar.ts';
import { loneNumber } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import { around, type Period, range } from './period-calendar.ts';

/** The period that words mean on a day; undefined when there is none, as a 54th week. */
export type PeriodOn = (today: Temporal.PlainDate) => Period | undefined;

const unitWord = meaning(
  new Map<Unit, readonly string[]>([
    ['week', ['tuần', 'week']],
    ['month', ['tháng', 'month']],
    ['quarter', ['quý', 'quí', 'quarter']],
    ['year', ['năm', 'year']],
  ]),
);

const backwards = meaning(
  new Map([
    [0, ['này', 'nay', 'hiện tại', 'hiện nay', 'hiện giờ']],
    [-1, ['trước', 'qua', 'rồi', 'vừa rồi', 'vừa qua', 'ngoái', 'đã qua', 'mới rồi']],
    [-2, ['trước nữa', 'kia']],
    [1, ['sau', 'tới']],
  ]),
);

const englishBackwards = meaning(
  new Map([
    [0, ['this', 'current']],
    [-1, ['last', 'previous']],
    [1, ['next']],
  ]),
);

type Unit = 'week' | 'month' | 'quarter' | 'year';

const STEPS: Readonly<Record<Unit, (count: number) => Temporal.DurationLike>> = {
  week: (count) => ({ days: count * 7 }),
  month: (count) => ({ months: count }),
  quarter: (count) => ({ months: count * 3 }),
  year: (count) => ({ years: count }),
};

/** "tuần trước", "quý này", "next month": how many units from the one around today. */
export const shiftSaid: Reader<{ readonly unit: Unit; readonly count: number }> = longest(
  map(both(unitWord, backwards), ([unit, count]) => ({ unit, count })),
  map(both(englishBackwards, unitWord), ([count, unit]) => ({ unit, count })),
);

const countedDays = meaning(
  new Map<'days' | 'weeks' | 'months' | 'years', readonly string[]>([
    ['days', ['ngày', 'hôm', 'days', 'day']],
    ['weeks', ['tuần', 'weeks']],
    ['months', ['tháng', 'months']],
    ['years', ['năm', 'years']],
  ]),
);

/** "7 ngày qua", "3 tháng gần đây", "last 30 days": up to today. */
const lastFew: Reader<PeriodOn> = oneOf(
  map(
    both(
      both(after(maybe(says('trong', 'trong vòng')), loneNumber), countedDays),
      says('qua', 'vừa qua', 'gần đây', 'gần nhất', 'trở lại đây', 'vừa rồi', 'đã qua', 'rồi'),
    ),
    ([[count, unit]]) =>
      (today) =>
        untilNow(today, { [unit]: count }),
  ),
  map(
    both(after(says('last', 'past', 'the last', 'the past'), loneNumber), countedDays),
    ([count, unit]) =>
      (today) =>
        untilNow(today, { [unit]: count }),
  ),
);

/** "tuần trước", "quý này", "7 ngày qua", "last month". */
export const relativePeriod: Reader<PeriodOn> = longest(
  map(shiftSaid, ({ unit, count }) => shifted(unit, count)),
  lastFew,
);

export function shifted(unit: Unit, count: number): PeriodOn {
  return (today) => around(unit, around(unit, today).from.add(STEPS[unit](count)));
}

function untilNow(today: Temporal.PlainDate, back: Temporal.DurationLike): Period {
  return range(today.subtract(back).add({ days: 1 }), today);
}
