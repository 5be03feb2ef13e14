import { Temporal } from 'temporal-polyfill';
import type { Lead } from '../../language/when.ts';
import { dueAt } from '../sessions/leads.ts';

/** Between these times of day no reminder goes out; equal times mean that there are none. */
export type QuietHours = { from: Temporal.PlainTime; to: Temporal.PlainTime };

/** The hours of the night at which nobody wants to be woken. */
export const QUIET_BY_DEFAULT: QuietHours = {
  from: Temporal.PlainTime.from('21:00'),
  to: Temporal.PlainTime.from('06:30'),
};

/** A reminder that would come in the night goes out so long before it. */
const BEFORE_NIGHT_MINUTES = 30;

/**
 * When a reminder is due that is not to come in the quiet hours: before they begin, or, where `notBefore` has
 * passed that, after them. undefined when its time had passed by `notBefore`.
 */
export function dueOutsideQuiet(
  lead: Lead,
  start: Temporal.ZonedDateTime,
  quiet: QuietHours,
  notBefore: Temporal.Instant,
): Temporal.Instant | undefined {
  const due = dueAt(lead, start).toZonedDateTimeISO(start.timeZoneId);
  const isIn = (moment: Temporal.ZonedDateTime) =>
    Temporal.Instant.compare(moment.toInstant(), notBefore) >= 0 ? moment.toInstant() : undefined;
  if (wakesNobody(lead) || !isQuiet(due, quiet)) return isIn(due);
  const evening = isIn(beginOf(due, quiet).subtract({ minutes: BEFORE_NIGHT_MINUTES }));
  if (evening || !isIn(due)) return evening;
  const morning = endOf(due, quiet);
  return Temporal.ZonedDateTime.compare(morning, start) < 0 ? morning.toInstant() : due.toInstant();
}

/** "sáng hôm đó" was asked for, and at the hour of the session people are awake. */
function wakesNobody(lead: Lead): boolean {
  return lead.kind === 'days' ? lead.days === 0 : lead.minutes === 0;
}

/** Whether a moment lies in the quiet hours; their end does not. */
function isQuiet(moment: Temporal.ZonedDateTime, { from, to }: QuietHours): boolean {
  const time = moment.toPlainTime();
  const overMidnight = isBefore(to, from);
  return overMidnight
    ? !isBefore(time, from) || isBefore(time, to)
    : !isBefore(time, from) && isBefore(time, to);
}

function isBefore(one: Temporal.PlainTime, other: Temporal.PlainTime): boolean {
  return Temporal.PlainTime.compare(one, other) < 0;
}

/** The beginning of the quiet hours that a moment lies in. */
function beginOf(moment: Temporal.ZonedDateTime, { from }: QuietHours): Temporal.ZonedDateTime {
  const day = isBefore(moment.toPlainTime(), from) ? moment.subtract({ days: 1 }) : moment;
  return day.withPlainTime(from);
}

function endOf(moment: Temporal.ZonedDateTime, quiet: QuietHours): Temporal.ZonedDateTime {
  const begin = beginOf(moment, quiet);
  const day = isBefore(quiet.to, quiet.from) ? begin.add({ days: 1 }) : begin;
  return day.withPlainTime(quiet.to);
}
