import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { dayOffCheckOf, type Session } from './session.ts';
import { sessionsOfUnit, sessionsToCheck, updateSession } from './session-store.ts';

/** Sessions for which it is time to look whether they fall on a day off. */
export function sessionsBeforeDaysOff(app: App, most: number): Promise<Session[]> {
  return sessionsToCheck(app.db, app.clock.now(), most);
}

/** It has been looked at; `asked`: the administrators were asked what to do. */
export function noteDayOffChecked(app: App, session: Session, asked: boolean): Promise<void> {
  return updateSession(app.db, { ...session, checkAt: undefined, dayOff: asked ? 'asked' : session.dayOff });
}

/** The administrators want it on that day. */
export function keepOnDayOff(app: App, session: Session): Promise<void> {
  return updateSession(app.db, { ...session, dayOff: 'answered' });
}

const ALL = 10_000;

/** A unit has another day off: its sessions on that day are asked about, also those that were asked about before. */
export async function lookAgainAtDaysOff(
  app: App,
  unitId: string,
  isDayOff: (date: Temporal.PlainDate) => boolean,
): Promise<void> {
  const range = { after: app.clock.now(), until: undefined, most: ALL };
  for (const session of await sessionsOfUnit(app.db, unitId, 'on', range))
    if (isDayOff(session.start.toPlainDate()))
      await updateSession(app.db, { ...session, checkAt: dayOffCheckOf(session.start), dayOff: undefined });
}
