import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { comingOf, PLAN_AHEAD_DAYS, type Schedule } from './schedule.ts';
import { schedulesPlannedBefore, schedulesWithIds } from './schedule-store.ts';
import { isOn, type Session } from './session.ts';
import { sessionsOfUnit } from './session-store.ts';

/** A session to come. One that is far ahead has no record yet, and follows its rule. */
export type ComingSession = {
  schedule: Schedule;
  start: Temporal.ZonedDateTime;
  session: Session | undefined;
};

// Room for the hour that daylight saving may put between two ways of counting.
const PLANNED = { hours: 24 * (PLAN_AHEAD_DAYS - 1) };

/** Whether it takes place: it is neither cancelled nor postponed. */
export function isStillOn({ session }: ComingSession): boolean {
  return session === undefined || isOn(session);
}

/**
 * The sessions of a unit after an instant, in the order of time, none after `until`: the first `most` that take
 * place, and among them those that were cancelled or postponed.
 */
export async function comingSessions(
  app: App,
  unitId: string,
  after: Temporal.Instant,
  most: number,
  until?: Temporal.Instant,
): Promise<ComingSession[]> {
  const known = await sessionsOfUnit(app.db, unitId, 'on', { after, until, most });
  const bound = known[most - 1]?.start.toInstant() ?? until;
  const further = await unmade(app, unitId, after, bound, most);
  const on = [...(await withSchedules(app, known)), ...further]
    .filter(({ start }) => until === undefined || isLater(until, start.toInstant()))
    .sort(byTime)
    .slice(0, most);
  const end = on.length === most ? on.at(-1)?.start.toInstant() : until;
  const off = await sessionsOfUnit(app.db, unitId, 'off', { after, until: end, most });
  return [...on, ...(await withSchedules(app, off))].sort(byTime);
}

/** Sessions that the rules give and that have not been made yet. */
async function unmade(
  app: App,
  unitId: string,
  after: Temporal.Instant,
  bound: Temporal.Instant | undefined,
  most: number,
): Promise<ComingSession[]> {
  const schedules = await schedulesPlannedBefore(app.db, unitId, bound?.subtract(PLANNED));
  return nearest(schedules, after, most).flatMap((schedule) => {
    const from = isLater(schedule.plannedUntil, after) ? schedule.plannedUntil : after;
    return comingOf(schedule, from, most).map((start) => ({ schedule, start, session: undefined }));
  });
}

/** Of schedules in the order of their next unmade sessions, those that may have one among the first `most`. */
function nearest(schedules: readonly Schedule[], after: Temporal.Instant, most: number): Schedule[] {
  const isAhead = ({ planAt }: Schedule) => planAt !== undefined && isLater(planAt.add(PLANNED), after);
  const behind = schedules.filter((schedule) => !isAhead(schedule));
  return [...behind, ...schedules.filter(isAhead).slice(0, most)];
}

function isLater(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0;
}

/** Sessions that have been made, each with its schedule. */
async function withSchedules(app: App, sessions: readonly Session[]): Promise<ComingSession[]> {
  const schedules = await schedulesWithIds(app.db, [
    ...new Set(sessions.map(({ scheduleId }) => scheduleId)),
  ]);
  return sessions.flatMap((session) => {
    const schedule = schedules.get(session.scheduleId);
    return schedule ? [{ schedule, start: session.start, session }] : [];
  });
}

function byTime(one: ComingSession, other: ComingSession): number {
  return Temporal.ZonedDateTime.compare(one.start, other.start);
}
