import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { planReminders } from '../reminders/plan-reminders.ts';
import type { Schedule } from '../sessions/schedule.ts';
import { dayOffCheckOf } from '../sessions/session.ts';
import { hasSession, insertSession } from '../sessions/session-store.ts';
import { takeNumber } from '../units/unit-store.ts';

/**
 * Makes the session that a schedule gives, with its reminders, unless there is one for that day.
 */
export async function makeSession(
  app: App,
  schedule: Schedule,
  start: Temporal.ZonedDateTime,
): Promise<void> {
  const originalDate = start.toPlainDate();
  if (await hasSession(app.db, schedule.id, originalDate)) return;
  const id = app.newId();
  const { unitId, id: scheduleId, leads } = schedule;
  const number = await takeNumber(app.db, unitId, 'SH');
  const checkAt = dayOffCheckOf(start);
  const createdAt = app.clock.now();
  await insertSession(app.db, { id, unitId, number, scheduleId, start, originalDate, checkAt, createdAt });
  // A schedule that is set between a lead and its session does not remind of what has passed.
  if (schedule.activeSince) await planReminders(app, { id, unitId, start, leads }, schedule.activeSince);
}
