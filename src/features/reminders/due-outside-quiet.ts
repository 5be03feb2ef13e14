import { Temporal } from 'temporal-polyfill';
import type { Lead } from '../../language/when.ts';
import { dueAt } from '../sessions/leads.ts';
import { beforeQuiet, endOfQuiet, isQuiet, type QuietHours } from '../units/quiet-hours.ts';

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
  const evening = isIn(beforeQuiet(due, quiet));
  if (evening || !isIn(due)) return evening;
  const morning = endOfQuiet(due, quiet);
  return Temporal.ZonedDateTime.compare(morning, start) < 0 ? morning.toInstant() : due.toInstant();
}

/** "sáng hôm đó" was asked for, and at the hour of the session people are awake. */
function wakesNobody(lead: Lead): boolean {
  return lead.kind === 'days' ? lead.days === 0 : lead.minutes === 0;
}
