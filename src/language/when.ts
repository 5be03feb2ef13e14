import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../core/languages.ts';

/**
 * What a person said about the time of a session. `rrule` is RFC 5545 without BYHOUR and BYMINUTE, a list of single
 * dates (RDATE), or a rule of lunar months (RFC 7529), with what we add to them (see shift.ts); `startsOn` the day from
 * which it counts, where one was said. `ends`: the hour at which a session ends.
 */
export type When =
  | ({ readonly kind: 'once'; readonly date: Temporal.PlainDate } & Hours)
  | ({ readonly kind: 'rule'; readonly rrule: string; readonly startsOn?: Temporal.PlainDate } & Hours);

type Hours = {
  readonly time?: Temporal.PlainTime;
  readonly ends?: Temporal.PlainTime;
  /** What the same words set as well: another hour of the day, another day with its own hour. */
  readonly also?: readonly When[];
};

/** How long before a session to remind. `at`: the hour that was said with it ("tối hôm trước"). */
export type Lead =
  | { readonly kind: 'days'; readonly days: number; readonly at?: Temporal.PlainTime }
  | { readonly kind: 'minutes'; readonly minutes: number };

/**
 * What the reader is not sure of. `ask`: the person has to decide; otherwise saying it back is enough.
 * Each of `readings` is a phrase that reads without a doubt that has to be asked.
 */
export type Doubt =
  | { readonly kind: 'no-such-date'; readonly ask: true; readonly text: string }
  | { readonly kind: 'no-such-time'; readonly ask: true; readonly text: string }
  | {
      readonly kind: 'weekday-mismatch';
      readonly ask: true;
      readonly date: Temporal.PlainDate;
      /** ISO weekday that was said, 1 is Monday. */
      readonly given: number;
      /** By the date, then by the weekday. */
      readonly readings: readonly string[];
    }
  | {
      readonly kind: 'past';
      readonly ask: true;
      readonly date: Temporal.PlainDate;
      readonly time?: Temporal.PlainTime;
      readonly readings: readonly string[];
    }
  | {
      readonly kind: 'ambiguous';
      readonly ask: true;
      readonly text: string;
      readonly readings: readonly string[];
    }
  /** An hour without a part of the day ("7h"), or a part of the day without an hour ("tối"). */
  | {
      readonly kind: 'assumed-hour';
      readonly ask: false;
      readonly text: string;
      readonly time: Temporal.PlainTime;
    }
  /** "30 Tết" in a year whose last month has 29 days: the last day of the year is meant. */
  | {
      readonly kind: 'assumed-date';
      readonly ask: false;
      readonly text: string;
      readonly date: Temporal.PlainDate;
    }
  /** Day 29, 30 or 31 of every month: the last day where a month is shorter. */
  | { readonly kind: 'short-month'; readonly ask: false; readonly day: number }
  | { readonly kind: 'no-hour'; readonly ask: true }
  | {
      readonly kind: 'no-day';
      readonly ask: true;
      readonly time?: Temporal.PlainTime;
      /** "hằng tháng": of what the day is asked for. */
      readonly every?: 'day' | 'week' | 'month' | 'quarter' | 'year';
    }
  /** Words that smell of time or of a condition, and that no reading has a use for. */
  | {
      readonly kind: 'unused';
      readonly ask: true;
      readonly words: readonly string[];
      /** Without those words. */
      readonly readings: readonly string[];
    }
  /** Understood, but no rule can say it ("rằm hằng tháng", two dates at once). */
  | { readonly kind: 'unsupported'; readonly ask: true; readonly text: string };

/** `now`: on the wall clock of the unit. `language`: of the readings that are offered, Vietnamese by default. */
export type WhenContext = { readonly now: Temporal.ZonedDateTime; readonly language?: Language };
