import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { fromWall } from '../../core/local-time.ts';
import { daysOfRule } from '../../language/days-of-rule.ts';

/** A rule as `When` has it, at an hour of the wall clock of a zone. */
export type Recurrence = {
  readonly rrule: string;
  /** Intervals count from here, and nothing comes before. */
  readonly startsOn: Temporal.PlainDate;
  readonly time: Temporal.PlainTime;
  readonly timeZone: string;
};

// No zone is further from another than this, so no occurrence is missed when looking from here.
const BEFORE_ANY_OVERLAP = { days: 2 };

/**
 * The next occurrences strictly after an instant, in the order of time; fewer when the rule ends. An hour that
 * daylight saving skips moves forward by the gap, one that it repeats is taken the first time.
 */
export function occurrences(
  { rrule, startsOn, time, timeZone }: Recurrence,
  after: Temporal.Instant,
  count: number,
): Temporal.ZonedDateTime[] {
  const found: Temporal.ZonedDateTime[] = [];
  let last = after;
  const first = later(startsOn, after.toZonedDateTimeISO('UTC').toPlainDate().subtract(BEFORE_ANY_OVERLAP));
  for (const day of daysOfRule(rrule, first, (plain, from) => civilDays(plain, startsOn, from))) {
    const instant = fromWall(day.toPlainDateTime(time), timeZone);
    // A day that a zone leaves out altogether falls on the day after it: two become one.
    if (Temporal.Instant.compare(instant, last) > 0) {
      found.push(instant.toZonedDateTimeISO(timeZone));
      last = instant;
    }
    if (found.length >= count) break;
  }
  return found;
}

/** The days are worked out in UTC, where every day is one: in a zone the library leaves out hours that do not exist. */
function* civilDays(
  rruleString: string,
  startsOn: Temporal.PlainDate,
  from: Temporal.PlainDate,
): Generator<Temporal.PlainDate> {
  const dtstart = startsOn.toZonedDateTime('UTC');
  const rule = new RRuleTemporal({ rruleString, dtstart, temporal: Temporal });
  let day = rule.next(later(startsOn, from).toZonedDateTime('UTC'), true);
  while (day) {
    yield day.toPlainDate();
    day = rule.next(day, false);
  }
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one;
}
