import type { Temporal } from 'temporal-polyfill';
import type { Doubt } from '../when.ts';

/** The day of a `When`, before the hour is put to it. */
export type Day =
  | { readonly kind: 'once'; readonly date: Temporal.PlainDate }
  | { readonly kind: 'rule'; readonly rrule: string; readonly startsOn?: Temporal.PlainDate };

/**
 * What the words about the day come to. `others`: what they may mean as well, which has to be asked. `past`: the
 * date that was said lies behind; `instead` is what may be meant.
 */
export type Resolved = {
  readonly day?: Day;
  readonly others?: readonly Day[];
  readonly past?: Temporal.PlainDate;
  readonly instead?: Day;
  readonly doubts?: readonly Doubt[];
  readonly mismatch?: { readonly date: Temporal.PlainDate; readonly given: number };
};

export function once(date: Temporal.PlainDate): Day {
  return { kind: 'once', date };
}

export function rule(rrule: string): Day {
  return { kind: 'rule', rrule };
}
