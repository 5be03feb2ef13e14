import type { Temporal } from 'temporal-polyfill';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import type { Schedule } from './schedule.ts';
import { schedules, toSchedule } from './schedule-store.ts';

/** Schedules whose next session has to be made by now. */
export async function schedulesToPlan(
  db: Database,
  now: Temporal.Instant,
  most: number,
): Promise<Schedule[]> {
  const rows = await schedules(db)
    .where('plan_at', '<=', toIso(now))
    .orderBy('plan_at')
    .limit(most)
    .execute();
  return rows.map(toSchedule);
}

/** When the next session of any schedule has to be made. */
export async function nextToPlan(db: Database): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('schedules')
    .select('plan_at')
    .where('plan_at', 'is not', null)
    .orderBy('plan_at')
    .limit(1)
    .executeTakeFirst();
  return row?.plan_at == null ? undefined : fromIso(row.plan_at);
}

/** Schedules whose pause has ended. */
export async function schedulesToGoOn(
  db: Database,
  now: Temporal.Instant,
  most: number,
): Promise<Schedule[]> {
  const rows = await schedules(db)
    .where('paused_until', '<=', toIso(now))
    .orderBy('paused_until')
    .limit(most)
    .execute();
  return rows.map(toSchedule);
}

/** When the pause of any schedule ends. */
export async function nextToGoOn(db: Database): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('schedules')
    .select('paused_until')
    .where('paused_until', 'is not', null)
    .orderBy('paused_until')
    .limit(1)
    .executeTakeFirst();
  return row?.paused_until == null ? undefined : fromIso(row.paused_until);
}
