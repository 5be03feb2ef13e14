import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { atomically } from '../../storage/atomically.ts';
import { nextNumber } from '../units/channels.ts';
import { dueAt, writeLeads } from './leads.ts';
import { comingOf, type Schedule } from './schedule.ts';
import { schedulesToPlan, setPlanned } from './schedule-store.ts';
import { hasSession, insertReminder, insertSession } from './session-store.ts';

/** Sessions are made this long ahead; the longest lead is shorter. */
const PLAN_AHEAD_DAYS = 45;
const AT_ONCE = 200;

const planAhead = (start: Temporal.ZonedDateTime): Temporal.Instant =>
  start.subtract({ days: PLAN_AHEAD_DAYS }).toInstant();

const makeSession = async (app: App, schedule: Schedule, start: Temporal.ZonedDateTime): Promise<void> => {
  if (await hasSession(app.db, schedule.id, start.toPlainDate())) return;
  const id = app.newId();
  const { unitId, id: scheduleId } = schedule;
  const number = await nextNumber(app, unitId, 'SH');
  await insertSession(app.db, { id, unitId, number, scheduleId, start, createdAt: app.clock.now() });
  for (const lead of schedule.leads) {
    const due = dueAt(lead, start);
    // A schedule that is set between a lead and its session does not remind of what has passed.
    if (schedule.activeSince && Temporal.Instant.compare(due, schedule.activeSince) >= 0)
      await insertReminder(app.db, { id: app.newId(), sessionId: id, lead: writeLeads([lead]), dueAt: due });
  }
};

/** Makes the sessions of a schedule, with their reminders, as far ahead as sessions are made. */
export const planSchedule = async (app: App, schedule: Schedule): Promise<void> => {
  const now = app.clock.now();
  let until = schedule.plannedUntil;
  for (;;) {
    const [next] = comingOf(schedule, until, 1);
    if (!next) return setPlanned(app.db, schedule.id, until, null);
    const at = planAhead(next);
    if (Temporal.Instant.compare(at, now) > 0) return setPlanned(app.db, schedule.id, until, at);
    await makeSession(app, schedule, next);
    until = next.toInstant();
  }
};

/** Makes the sessions that have come within reach. One transaction a schedule. */
export const planDue = async (app: App): Promise<void> => {
  for (;;) {
    const due = await schedulesToPlan(app.db, app.clock.now(), AT_ONCE);
    for (const schedule of due) await atomically(app.db, (db) => planSchedule({ ...app, db }, schedule));
    if (due.length < AT_ONCE) return;
  }
};
