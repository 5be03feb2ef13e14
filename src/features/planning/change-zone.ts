import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import type { Unit } from '../../chat/call.ts';
import { comingSessions } from '../sessions/coming-sessions.ts';
import { sessionsToCome } from '../sessions/due-session-store.ts';
import { setZoneOfSchedules } from '../sessions/schedule-store.ts';
import { setZoneOfUnit } from '../units/unit-store.ts';
import { realign } from './realign.ts';

const SHOWN = 3;
const ALL = 10_000;

/** The next sessions as they are, each with the same hour on the wall of another zone. */
export async function inOtherZone(
  app: App,
  unitId: string,
  zone: string,
): Promise<{ title: string; before: Temporal.ZonedDateTime; after: Temporal.ZonedDateTime }[]> {
  const coming = await comingSessions(app, unitId, app.clock.now(), SHOWN);
  return coming.map(({ schedule, start }) => ({
    title: schedule.title,
    before: start,
    after: start.toPlainDateTime().toZonedDateTime(zone),
  }));
}

/** From now on the unit lives in that zone: its sessions to come keep their hour on the wall, their reminders follow. */
export async function changeZone(app: App, unit: Unit, zone: string): Promise<void> {
  await setZoneOfUnit(app.db, unit.id, zone);
  await setZoneOfSchedules(app.db, unit.id, zone);
  const sessions = await sessionsToCome(app.db, app.clock.now(), '', ALL, unit.id);
  for (const session of sessions) await realign(app, session);
}
