import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { inTurn } from '../../core/takes-turns.ts';
import { atomically } from '../../storage/atomically.ts';
import { schedulesToPlan } from '../sessions/due-schedule-store.ts';
import { comingOf, PLAN_AHEAD_DAYS, type Schedule } from '../sessions/schedule.ts';
import { setPlanned } from '../sessions/schedule-store.ts';
import { hasSession } from '../sessions/session-store.ts';
import { makeSession } from './make-session.ts';

const AT_ONCE = 200;

/**
 * Makes the sessions of a schedule, with their reminders, as far ahead as sessions are made, and the very next
 * one in any case if `andNext`.
 */
export async function planSchedule(app: App, schedule: Schedule, andNext = false): Promise<void> {
  const now = app.clock.now();
  let until = beginOf(schedule);
  let isWanted = andNext;
  for (;;) {
    const [next] = comingOf(schedule, until, 1);
    if (!next) return setPlanned(app.db, schedule.id, until, null);
    const at = planAhead(next);
    const isAhead = !isWanted && Temporal.Instant.compare(at, now) > 0;
    // A session that was there before the rule was changed may have been given a day further ahead.
    if (isAhead && !(await hasSession(app.db, schedule.id, next.toPlainDate())))
      return setPlanned(app.db, schedule.id, until, at);
    await makeSession(app, schedule, next);
    until = next.toInstant();
    isWanted &&= Temporal.Instant.compare(until, now) <= 0;
  }
}

/** Where a pause ends, sessions are made from its end. */
function beginOf({ plannedUntil, pausedUntil }: Schedule): Temporal.Instant {
  const end = pausedUntil?.subtract({ seconds: 1 });
  return end && Temporal.Instant.compare(end, plannedUntil) > 0 ? end : plannedUntil;
}

function planAhead(start: Temporal.ZonedDateTime): Temporal.Instant {
  return start.subtract({ days: PLAN_AHEAD_DAYS }).toInstant();
}

/** Makes the sessions that have come within reach. One transaction a schedule. */
export async function planDue(app: App): Promise<void> {
  for (;;) {
    const due = await schedulesToPlan(app.db, app.clock.now(), AT_ONCE);
    await inTurn(due, (schedule) => atomically(app.db, (db) => planSchedule({ ...app, db }, schedule)));
    if (due.length < AT_ONCE) return;
  }
}
