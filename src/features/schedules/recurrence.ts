import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

type Rule = {
  /** RFC 5545, without BYHOUR and BYMINUTE. */
  rrule: string;
  startsOn: Temporal.PlainDate;
  time: Temporal.PlainTime;
  timeZone: string;
};

/** The next occurrences strictly after an instant, in the zone's wall-clock time. */
export const occurrences = (rule: Rule, after: Temporal.Instant, count: number): Temporal.ZonedDateTime[] => {
  const dtstart = rule.startsOn.toZonedDateTime({ timeZone: rule.timeZone, plainTime: rule.time });
  const byHour = `BYHOUR=${rule.time.hour};BYMINUTE=${rule.time.minute};BYSECOND=0`;
  const stamp = dtstart.toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
  const text = `DTSTART;TZID=${rule.timeZone}:${stamp}\nRRULE:${rule.rrule};${byHour}`;
  const recurrence = new RRuleTemporal({ rruleString: text, temporal: Temporal });
  const found: Temporal.ZonedDateTime[] = [];
  let from = after.toZonedDateTimeISO(rule.timeZone);
  while (found.length < count) {
    const next = recurrence.next(from, false);
    if (!next) break;
    found.push(next);
    from = next;
  }
  return found;
};
