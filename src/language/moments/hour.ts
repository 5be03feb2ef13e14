import { Temporal } from 'temporal-polyfill';
import { map, meaning } from '../grammar/grammar.ts';
import type { Reader } from '../grammar/reader.ts';
import type { ClockSaid, PartOfDay } from './clock.ts';

/**
 * An hour of the day as understood. `endOfDay`: 24:00, the midnight that ends the day. `assumed`: taken literally,
 * to be said back. `others`: what else it may be, to be asked.
 */
export type Hour = {
  readonly time: Temporal.PlainTime;
  readonly endOfDay: boolean;
  readonly assumed: boolean;
  readonly others: readonly Temporal.PlainTime[];
};

type Span = { readonly from: number; readonly to: number; readonly plus: number };

/** Which hours go with a part of the day, and how many to add to them. */
const HOURS: Readonly<Record<PartOfDay, readonly Span[]>> = {
  morning: [{ from: 0, to: 11, plus: 0 }],
  noon: [
    { from: 1, to: 3, plus: 12 },
    { from: 10, to: 15, plus: 0 },
  ],
  afternoon: [
    { from: 1, to: 7, plus: 12 },
    { from: 12, to: 19, plus: 0 },
  ],
  evening: [
    { from: 5, to: 12, plus: 12 },
    { from: 17, to: 23, plus: 0 },
  ],
  night: [
    { from: 0, to: 5, plus: 0 },
    { from: 6, to: 12, plus: 12 },
    { from: 18, to: 24, plus: 0 },
  ],
};

const FIRST_HOUR_TAKEN_LITERALLY = 7;

/** "đầu giờ sáng", "cuối buổi chiều": working hours. */
export const workingHour: Reader<Temporal.PlainTime> = map(
  meaning(
    new Map([
      ['07:30', ['đầu giờ sáng', 'đầu buổi sáng', 'đầu giờ làm việc']],
      ['10:30', ['cuối giờ sáng', 'cuối buổi sáng']],
      ['13:30', ['đầu giờ chiều', 'đầu buổi chiều']],
      ['16:30', ['cuối giờ chiều', 'cuối buổi chiều', 'cuối giờ làm việc']],
      ['19:00', ['đầu giờ tối', 'đầu buổi tối']],
    ]),
  ),
  (hour) => Temporal.PlainTime.from(hour),
);

/** undefined: no such hour, as 25h or 7h75. `part`: said elsewhere in the phrase ("tối thứ 6 lúc 7h"). */
export function toHour(said: ClockSaid, elsewhere?: PartOfDay): Hour | undefined {
  const { hour, minute, half } = said;
  const part = said.part ?? elsewhere;
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  if (half) return hour > 12 ? undefined : hourOf((hour % 12) + (half === 'pm' ? 12 : 0), minute);
  if (part === undefined) return withoutPart(said);
  const span = HOURS[part].find(({ from, to }) => hour >= from && hour <= to);
  if (span) return hourOf(hour + span.plus, minute);
  // "19h sáng": one of the two is a slip.
  return hour > 12 ? hourOf(hour, minute, [hour - 12]) : hourOf(hour, minute, [(hour + 12) % 24]);
}

function hourOf(hour: number, minute: number, others: readonly number[] = [], assumed = false): Hour {
  return {
    time: Temporal.PlainTime.from({ hour: hour % 24, minute }),
    endOfDay: hour === 24,
    assumed,
    others: others.map((other) => Temporal.PlainTime.from({ hour: other % 24, minute })),
  };
}

function withoutPart({ hour, minute, padded }: ClockSaid): Hour {
  if (padded || hour === 0 || hour >= 12) return hourOf(hour, minute);
  if (hour >= FIRST_HOUR_TAKEN_LITERALLY) return hourOf(hour, minute, [], true);
  return hourOf(hour + 12, minute, [hour]);
}

const DEFAULT_HOURS: Readonly<Record<PartOfDay, Temporal.PlainTime>> = {
  morning: Temporal.PlainTime.from('08:00'),
  noon: Temporal.PlainTime.from('11:30'),
  afternoon: Temporal.PlainTime.from('14:00'),
  evening: Temporal.PlainTime.from('19:30'),
  night: Temporal.PlainTime.from('21:00'),
};

/** The hour that a part of the day stands for when none is said. */
export function defaultHour(part: PartOfDay): Temporal.PlainTime {
  return DEFAULT_HOURS[part];
}
