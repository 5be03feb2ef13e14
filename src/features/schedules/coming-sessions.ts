import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { comingOf, type Schedule } from './schedule.ts';
import { schedulesOf } from './schedule-store.ts';

export type ComingSession = { schedule: Schedule; start: Temporal.ZonedDateTime };

/** The sessions of a unit after an instant, in the order of time: at most `most`, none after `until`. */
export const comingSessions = async (
  app: App,
  unitId: string,
  after: Temporal.Instant,
  most: number,
  until?: Temporal.Instant,
): Promise<ComingSession[]> => {
  const running = (await schedulesOf(app.db, unitId)).filter(({ state }) => state === 'active');
  return running
    .flatMap((schedule) => comingOf(schedule, after, most).map((start) => ({ schedule, start })))
    .filter(({ start }) => until === undefined || Temporal.Instant.compare(start.toInstant(), until) < 0)
    .sort((one, other) => Temporal.ZonedDateTime.compare(one.start, other.start))
    .slice(0, most);
};
