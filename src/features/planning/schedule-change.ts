import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ruleWithout, withEndOf } from '../../language/days-of-rule.ts';
import type { Lead, When } from '../../language/when.ts';
import { parseLeads, writeLeads } from '../sessions/leads.ts';
import type { Schedule } from '../sessions/schedule.ts';
import { minutesOf, recurrenceOf } from './recurrence-of.ts';

/** What an administrator wants to change of a whole schedule. */
export type ScheduleChange = {
  title?: string | undefined;
  place?: string | undefined;
  when?: When | undefined;
  /** Where the words of a single date may mean a rule as well: the change in words, repeated and once. */
  repeatedOrOnce?: readonly string[] | undefined;
  time?: Temporal.PlainTime | undefined;
  leads?: readonly Lead[] | undefined;
  /** What the rule had and is to have no more: its end, the days that it moves away from. */
  drops?: readonly Dropped[] | undefined;
};

const DROPPED = ['end', 'shift'] as const;
export type Dropped = (typeof DROPPED)[number];

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
  drops: z.array(z.enum(DROPPED)).optional(),
});

/** As kept until it is confirmed; `mark` tells the proposal from others of the same schedule. */
export function writeChange(
  { title, place, when, time, leads, drops }: ScheduleChange,
  mark: string,
): string {
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
    drops,
  });
}

export function readChange(text: string): ScheduleChange {
  const { title, place, rrule, date, starts, ends, time, leads, drops } = schema.parse(JSON.parse(text));
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
    drops,
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
  const local = now.toZonedDateTimeISO(schedule.timeZone);
  const kept = whenAfter(schedule, change, local.toPlainDate());
  const dates = kept && recurrenceOf(kept, time, local);
  const isSame = kept?.kind === 'rule' && kept.startsOn === undefined && kept.rrule === schedule.rrule;
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

/** Where a rule ends, and what it does when it meets a day off, stays as it was unless something is said of it. */
function whenAfter(
  { rrule: before }: Schedule,
  { when, drops = [] }: ScheduleChange,
  today: Temporal.PlainDate,
): When | undefined {
  if (before === undefined || when?.kind === 'once') return when;
  if (when === undefined && drops.length === 0) return undefined;
  const left = drops.reduce((rule, dropped) => ruleWithout(rule, dropped), before);
  if (when === undefined) return { kind: 'rule', rrule: left };
  return { ...when, rrule: withEndOf(when.rrule, left, today) };
}
