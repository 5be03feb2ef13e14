import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import type { Unit } from '../../chat/call.ts';
import { onWall } from '../../core/local-time.ts';
import { comingOf, type Schedule } from '../sessions/schedule.ts';
import { schedulesOf } from '../sessions/schedule-store.ts';
import { isOn } from '../sessions/session.ts';
import { openSessionsOf } from '../sessions/session-store.ts';

/** A page of the schedules of a unit, each with its next date, and how many there are in all. */
export async function listSchedules(
  app: App,
  unit: Unit,
  from: number,
  most: number,
): Promise<{
  entries: { schedule: Schedule; next: Temporal.ZonedDateTime | undefined }[];
  count: number;
}> {
  const now = app.clock.now();
  const range = { now, today: onWall(now, unit.timeZone).toPlainDate(), from, most };
  const { schedules, count } = await schedulesOf(app.db, unit.id, range);
  const entries = [];
  for (const schedule of schedules) entries.push({ schedule, next: await nextOf(app, schedule) });
  return { entries, count };
}

/** When a schedule is next held. */
async function nextOf(app: App, schedule: Schedule): Promise<Temporal.ZonedDateTime | undefined> {
  if (schedule.state !== 'active') return undefined;
  const made = (await openSessionsOf(app.db, schedule.id, app.clock.now())).find(isOn);
  return made?.start ?? comingOf(schedule, schedule.plannedUntil, 1).at(0);
}
