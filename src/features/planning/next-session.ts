import type { App } from '../../app.ts';
import { findSchedule } from '../sessions/schedule-store.ts';
import type { Session } from '../sessions/session.ts';
import { nextOfSchedule, type SessionRef, sessionWithRef } from '../sessions/session-ref.ts';
import { planSchedule } from './plan-sessions.ts';

/**
 * The session that is named, where it is named by its schedule also one so far ahead that it is made for it now.
 * @throws UserError when the unit has no such session, or the button was made for another unit
 */
export async function namedSession(app: App, unitId: string, ref: SessionRef): Promise<Session> {
  if (ref.code.prefix === 'NL') await nextSessionOf(app, unitId, ref.code.number);
  return sessionWithRef(app, unitId, ref);
}

/** The next session of a schedule that takes place; one far ahead is made for it. */
export async function nextSessionOf(
  app: App,
  unitId: string,
  scheduleNumber: number,
): Promise<Session | undefined> {
  const known = await nextOfSchedule(app, unitId, scheduleNumber);
  if (known) return known;
  const schedule = await findSchedule(app.db, unitId, scheduleNumber);
  if (schedule?.state !== 'active') return undefined;
  await planSchedule(app, schedule, true);
  return nextOfSchedule(app, unitId, scheduleNumber);
}
