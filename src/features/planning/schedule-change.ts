import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Lead, When } from '../../language/when.ts';
import { parseLeads, writeLeads } from '../sessions/leads.ts';
import type { Schedule } from '../sessions/schedule.ts';
import { minutesOf, recurrenceOf } from './recurrence-of.ts';

/** What an administrator wants to change of a whole schedule. */
export type ScheduleChange = {
  title?: string | undefined;
  place?: string | undefined;
  when?: When | undefined;
  time?: Temporal.PlainTime | undefined;
  leads?: readonly Lead[] | undefined;
};

const schema = z.object({
  mark: z.string().optional(),
  title: z.string().optional(),
  place: z.string().optional(),
  rrule: z.string().optional(),
  date: z.string().optional(),
  starts: z.string().optional(),
  ends: z.string().optional(),
  time: z.string().optional(),
  leads: z.string().optional(),
});

/** As kept until it is confirmed; `mark` tells the proposal from others of the same schedule. */
export function writeChange({ title, place, when, time, leads }: ScheduleChange, mark: string): string {
  return JSON.stringify({
    mark,
    title,
    place,
    rrule: when?.kind === 'rule' ? when.rrule : undefined,
    date: when?.kind === 'once' ? when.date.toString() : undefined,
    starts: when?.kind === 'rule' ? when.startsOn?.toString() : undefined,
    ends: when?.ends?.toString({ smallestUnit: 'minute' }),
    time: (when?.time ?? time)?.toString({ smallestUnit: 'minute' }),
    leads: leads && writeLeads(leads),
  });
}

export function readChange(text: string): ScheduleChange {
  const { title, place, rrule, date, starts, ends, time, leads } = schema.parse(JSON.parse(text));
  const until = ends === undefined ? {} : { ends: Temporal.PlainTime.from(ends) };
  const at = time === undefined ? undefined : Temporal.PlainTime.from(time);
  return {
    title,
    place,
    when:
      rrule !== undefined
        ? {
            kind: 'rule',
            rrule,
            ...(starts !== undefined && { startsOn: Temporal.PlainDate.from(starts) }),
            ...until,
          }
        : date !== undefined
          ? { kind: 'once', date: Temporal.PlainDate.from(date), ...until }
          : undefined,
    time: at,
    leads: leads === undefined ? undefined : parseLeads(leads),
  };
}

/** The mark of a proposal; undefined in one that was made before they had any. */
export function markOf(text: string): string | undefined {
  return schema.parse(JSON.parse(text)).mark;
}

/** The schedule as it is after the change. A new rule counts from now, the same rule said again as it did. */
export function changed(schedule: Schedule, change: ScheduleChange, now: Temporal.Instant): Schedule {
  const { title, place, when, leads } = change;
  const time = when?.time ?? change.time ?? schedule.time;
  const dates = when && recurrenceOf(when, time, now.toZonedDateTimeISO(schedule.timeZone));
  const isSame = when?.kind === 'rule' && when.startsOn === undefined && when.rrule === schedule.rrule;
  return {
    ...schedule,
    ...(dates && { rrule: dates.rrule, startsOn: isSame ? schedule.startsOn : dates.startsOn }),
    title: title ?? schedule.title,
    place: place ?? schedule.place,
    time,
    minutes: minutesOf(when?.ends, time) ?? schedule.minutes,
    leads: leads ?? schedule.leads,
  };
}
