import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Lead, When } from '../../language/when.ts';
import { parseLeads, writeLeads } from '../sessions/leads.ts';
import type { Schedule } from '../sessions/schedule.ts';

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
    time: (when?.time ?? time)?.toString({ smallestUnit: 'minute' }),
    leads: leads && writeLeads(leads),
  });
}

export function readChange(text: string): ScheduleChange {
  const { title, place, rrule, date, time, leads } = schema.parse(JSON.parse(text));
  const at = time === undefined ? undefined : Temporal.PlainTime.from(time);
  return {
    title,
    place,
    when:
      rrule !== undefined
        ? { kind: 'rule', rrule }
        : date !== undefined
          ? { kind: 'once', date: Temporal.PlainDate.from(date) }
          : undefined,
    time: at,
    leads: leads === undefined ? undefined : parseLeads(leads),
  };
}

/** The mark of a proposal; undefined in one that was made before they had any. */
export function markOf(text: string): string | undefined {
  return schema.parse(JSON.parse(text)).mark;
}

/** The schedule as it is after the change; a new rule counts from `today`. */
export function changed(schedule: Schedule, change: ScheduleChange, today: Temporal.PlainDate): Schedule {
  const { title, place, when, leads } = change;
  const rule =
    when === undefined
      ? {}
      : when.kind === 'rule'
        ? { rrule: when.rrule, startsOn: today }
        : { rrule: undefined, startsOn: when.date };
  return {
    ...schedule,
    ...rule,
    title: title ?? schedule.title,
    place: place ?? schedule.place,
    time: when?.time ?? change.time ?? schedule.time,
    leads: leads ?? schedule.leads,
  };
}
