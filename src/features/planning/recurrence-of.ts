import type { Temporal } from 'temporal-polyfill';
import type { When } from '../../language/when.ts';
import { comingOf, type Dates } from '../sessions/schedule.ts';

/** The rule, and the day from which it counts. */
export function recurrenceOf(when: When, time: Temporal.PlainTime, now: Temporal.ZonedDateTime): Dates {
  const rest = { time, timeZone: now.timeZoneId };
  if (when.kind === 'once') return { rrule: undefined, startsOn: when.date, ...rest };
  return { rrule: when.rrule, startsOn: when.startsOn ?? firstOf(when.rrule, time, now), ...rest };
}

const EVERY_FEW = /;INTERVAL=\d+/;
const MOVES = /;X-ON=.*$/;

/** Every other week counts from the first day ahead that the rule names, not from the week of today. */
function firstOf(rrule: string, time: Temporal.PlainTime, now: Temporal.ZonedDateTime): Temporal.PlainDate {
  const today = now.toPlainDate();
  if (!EVERY_FEW.test(rrule)) return today;
  const each = {
    rrule: rrule.replace(EVERY_FEW, '').replace(MOVES, ''),
    startsOn: today,
    time,
    timeZone: now.timeZoneId,
  };
  return comingOf(each, now.toInstant(), 1).at(0)?.toPlainDate() ?? today;
}

const MINUTES_OF_DAY = 24 * 60;

/** How long a session takes that ends at that hour, on the next day where that is earlier. */
export function minutesOf(
  ends: Temporal.PlainTime | undefined,
  time: Temporal.PlainTime,
): number | undefined {
  if (ends === undefined) return undefined;
  const minutes = time.until(ends).total('minutes');
  return minutes > 0 ? minutes : minutes + MINUTES_OF_DAY;
}
