import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import type { Session } from './session.ts';
import { openSessionsOf, postponedOfUnit, sessionsOfUnit } from './session-store.ts';

/** The sessions of a schedule that are to come, or wait for a new date, in the order of time. */
export function openSessions(app: App, scheduleId: string): Promise<Session[]> {
  return openSessionsOf(app.db, scheduleId, app.clock.now());
}

const LONGEST_WAIT_DAYS = 60;

/** Sessions of a unit whose day passed not long ago, postponed and still without a new one. */
export function waitingForDate(app: App, unitId: string, now: Temporal.Instant): Promise<Session[]> {
  return postponedOfUnit(app.db, unitId, { since: now.subtract({ hours: 24 * LONGEST_WAIT_DAYS }), now });
}

/** The sessions that were made for a unit and start between two instants: those that take place, or those that do not. */
export function sessionsBetween(
  app: App,
  unitId: string,
  which: 'on' | 'off',
  between: { after: Temporal.Instant; until: Temporal.Instant | undefined; most: number },
): Promise<Session[]> {
  return sessionsOfUnit(app.db, unitId, which, between);
}
