import { Temporal } from 'temporal-polyfill';
import { writeCode } from '../../chat/codes.ts';
import { kindOfRule } from '../../language/days-of-rule.ts';
import type { Lead, When } from '../../language/when.ts';
import { occurrences } from './recurrence.ts';

/** When a unit meets, once or by a rule, and how long before each session it is reminded. */
export type Schedule = {
  id: string;
  unitId: string;
  number: number;
  title: string;
  place: string | undefined;
  /** RFC 5545, without hours; undefined for a single date. */
  rrule: string | undefined;
  startsOn: Temporal.PlainDate;
  time: Temporal.PlainTime;
  /** How long a session takes, where an end was said. */
  minutes?: number | undefined;
  timeZone: string;
  leads: readonly Lead[];
  state: 'draft' | 'active' | 'paused' | 'cancelled';
  /** When it was confirmed. */
  activeSince: Temporal.Instant | undefined;
  /** Stopped, it runs again from here. */
  pausedUntil: Temporal.Instant | undefined;
  /** Its sessions up to here have been made. */
  plannedUntil: Temporal.Instant;
  /** When the next session has to be made; undefined where there is none to come. */
  planAt: Temporal.Instant | undefined;
  createdBy: string;
};

/** Sessions are made this long ahead; the longest lead is shorter. */
export const PLAN_AHEAD_DAYS = 45;

/** A schedule that is stopped for a while is kept as an active one with the time when it was stopped. */
export function stateOf(row: {
  state: 'draft' | 'active' | 'cancelled';
  paused_since: string | null;
}): Schedule['state'] {
  return row.state === 'active' && row.paused_since !== null ? 'paused' : row.state;
}

export function codeOfSchedule({ number }: Pick<Schedule, 'number'>): string {
  return writeCode({ prefix: 'NL', number });
}

/** The days and the hour of a schedule. */
export type Dates = Pick<Schedule, 'rrule' | 'startsOn' | 'time' | 'timeZone'>;

/** The next sessions after an instant, in the order of time. */
export function comingOf(
  { rrule, startsOn, time, timeZone }: Dates,
  after: Temporal.Instant,
  count: number,
): Temporal.ZonedDateTime[] {
  if (rrule !== undefined) return occurrences({ rrule, startsOn, time, timeZone }, after, count);
  const only = startsOn.toZonedDateTime({ timeZone, plainTime: time });
  return Temporal.Instant.compare(only.toInstant(), after) > 0 ? [only] : [];
}

/** How many of its dates are shown when a schedule is said back: all of those that were named one by one. */
export function datesShown({ rrule }: Pick<Schedule, 'rrule'>): number {
  return kindOfRule(rrule) === 'dates' ? 31 : 3;
}

/** What was said of the time, to be said back in words; a beginning only while it is ahead. */
export function whenOf({ rrule, startsOn, time, minutes, timeZone }: Schedule, now: Temporal.Instant): When {
  const ends = minutes === undefined ? {} : { ends: time.add({ minutes }) };
  if (rrule === undefined) return { kind: 'once', date: startsOn, time, ...ends };
  const isAhead = Temporal.PlainDate.compare(startsOn, now.toZonedDateTimeISO(timeZone).toPlainDate()) > 0;
  return { kind: 'rule', rrule, time, ...ends, ...(isAhead && { startsOn }) };
}
