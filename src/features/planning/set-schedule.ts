import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import type { Unit } from '../../chat/call.ts';
import { type Code, writeCode } from '../../chat/codes.ts';
import { onWall } from '../../core/local-time.ts';
import type { Lead, When } from '../../language/when.ts';
import { UserError } from '../../texts/user-error.ts';
import { comingOf, type Schedule } from '../sessions/schedule.ts';
import {
  findSchedule,
  insertSchedule,
  markActive,
  markCancelled,
  rewriteSchedule,
  schedulesOf,
} from '../sessions/schedule-store.ts';
import { takeNumber } from '../units/unit-store.ts';
import { followSchedule } from './follow-schedule.ts';
import { planSchedule } from './plan-sessions.ts';
import { minutesOf, recurrenceOf } from './recurrence-of.ts';

/** Of a unit, those that have something to come. Each has its sessions of the weeks ahead. */
const MOST_SCHEDULES = 600;

type WantedSchedule = {
  title: string;
  when: When;
  time: Temporal.PlainTime;
  leads: readonly Lead[];
  place: string | undefined;
};

/**
 * Notes what was understood, a schedule for each time that the words set; it does nothing until it is confirmed.
 * @throws UserError when one never comes to pass, or the unit has as many as there may be
 */
export async function proposeSchedules(
  app: App,
  unit: Unit,
  wanted: WantedSchedule,
  by: string,
): Promise<Schedule[]> {
  const { when } = wanted;
  const schedules: Schedule[] = [];
  for (const each of [when, ...(when.also ?? [])])
    schedules.push(
      await proposeSchedule(app, unit, { ...wanted, when: each, time: each.time ?? wanted.time }, by),
    );
  return schedules;
}

async function proposeSchedule(app: App, unit: Unit, wanted: WantedSchedule, by: string): Promise<Schedule> {
  const now = app.clock.now();
  await demandRoom(app, unit, now);
  const { when } = wanted;
  const schedule: Schedule = {
    id: app.newId(),
    unitId: unit.id,
    number: await takeNumber(app.db, unit.id, 'NL'),
    title: wanted.title,
    place: wanted.place,
    ...recurrenceOf(when, wanted.time, onWall(now, unit.timeZone)),
    minutes: minutesOf(when.ends, wanted.time),
    leads: wanted.leads,
    state: 'draft',
    activeSince: undefined,
    pausedUntil: undefined,
    plannedUntil: now,
    planAt: undefined,
    createdBy: by,
  };
  if (comingOf(schedule, now, 1).length === 0) throw new UserError('schedule.never').about('when');
  await insertSchedule(app.db, schedule, now);
  return schedule;
}

async function demandRoom(app: App, { id, timeZone }: Unit, now: Temporal.Instant): Promise<void> {
  const today = onWall(now, timeZone).toPlainDate();
  const { count } = await schedulesOf(app.db, id, { now, today, from: 0, most: 1 });
  if (count >= MOST_SCHEDULES) throw new UserError('schedule.too_many', { max: MOST_SCHEDULES });
}

/** @throws UserError when the unit has no such schedule */
export async function scheduleWithCode(app: App, unitId: string, code: Code): Promise<Schedule> {
  const schedule = code.prefix === 'NL' ? await findSchedule(app.db, unitId, code.number) : undefined;
  if (!schedule) throw new UserError('schedule.not_found', { code: writeCode(code) });
  return schedule;
}

/** A schedule that waits to be confirmed gets another rule. @throws UserError when it does not wait any more */
export async function proposeAnew(app: App, unit: Unit, code: Code, when: When): Promise<Schedule> {
  const schedule = await scheduleWithCode(app, unit.id, code);
  const words = { code: writeCode(code) };
  if (schedule.state === 'cancelled') throw new UserError('schedule.is_cancelled', words);
  if (schedule.state !== 'draft') throw new UserError('schedule.is_set', words);
  const now = app.clock.now();
  const time = when.time ?? schedule.time;
  const anew = { ...schedule, ...recurrenceOf(when, time, onWall(now, schedule.timeZone)) };
  if (comingOf(anew, now, 1).length === 0) throw new UserError('schedule.never').about('when');
  await rewriteSchedule(app.db, anew);
  return anew;
}

/**
 * From now on the schedule runs: its sessions and reminders are made.
 * @throws UserError when it was cancelled, or its only date has passed
 */
export async function confirmSchedule(app: App, unitId: string, code: Code): Promise<Schedule> {
  const schedule = await scheduleWithCode(app, unitId, code);
  if (schedule.state === 'cancelled') throw new UserError('schedule.is_cancelled', { code: writeCode(code) });
  if (schedule.state !== 'draft') return schedule;
  const now = app.clock.now();
  if (comingOf(schedule, now, 1).length === 0) throw new UserError('schedule.never');
  await markActive(app.db, schedule.id, now);
  const active = { ...schedule, state: 'active', activeSince: now, plannedUntil: now } as const;
  await planSchedule(app, active);
  return active;
}

/** Nothing more is reminded of; what was, is kept. @throws UserError when it was cancelled before */
export async function cancelSchedule(
  app: App,
  unitId: string,
  code: Code,
  saidIn: string,
): Promise<Schedule> {
  const schedule = await scheduleWithCode(app, unitId, code);
  if (schedule.state === 'cancelled') throw new UserError('schedule.is_cancelled', { code: writeCode(code) });
  await markCancelled(app.db, schedule.id, app.clock.now());
  await followSchedule(app, schedule.id, { kind: 'cancelled' }, saidIn);
  return schedule;
}
