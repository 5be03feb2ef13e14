import type { App } from '../../app.ts';
import { openSessions } from '../sessions/open-sessions.ts';
import { type Session, standingOf } from '../sessions/session.ts';
import { planSchedule } from './plan-sessions.ts';
import { findSchedule } from '../sessions/schedule-store.ts';

/** The next session of a schedule that takes place; one far ahead is made for it. */
export async function nextSessionOf(
  app: App,
  unitId: string,
  scheduleNumber: number,
): Promise<Session | undefined> {
  const schedule = await findSchedule(app.db, unitId, scheduleNumber);
  if (schedule?.state !== 'active') return undefined;
  const next = async () =>
    (await openSessions(app, schedule.id)).find((session) => standingOf(session) === 'on');
  const known = await next();
  if (known) return known;
  await planSchedule(app, schedule, true);
  return next();
}
