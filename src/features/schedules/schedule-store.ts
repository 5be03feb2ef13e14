import { Temporal } from 'temporal-polyfill';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import { readLeads, writeLeads } from './leads.ts';
import type { Schedule } from './schedule.ts';

const schedules = (db: Database) => db.selectFrom('schedules').selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof schedules>['executeTakeFirstOrThrow']>>;

const toSchedule = (row: Row): Schedule => ({
  id: row.id,
  unitId: row.unit_id,
  number: row.number,
  title: row.title,
  place: row.place ?? undefined,
  rrule: row.rrule ?? undefined,
  startsOn: Temporal.PlainDate.from(row.starts_on),
  time: Temporal.PlainTime.from(row.time),
  timeZone: row.time_zone,
  leads: readLeads(row.leads),
  state: row.state,
  activeSince: row.active_since === null ? undefined : fromIso(row.active_since),
  plannedUntil: fromIso(row.planned_until),
  createdBy: row.created_by,
});

export const insertSchedule = async (
  db: Database,
  schedule: Schedule,
  createdAt: Temporal.Instant,
): Promise<void> => {
  await db
    .insertInto('schedules')
    .values({
      id: schedule.id,
      unit_id: schedule.unitId,
      number: schedule.number,
      title: schedule.title,
      place: schedule.place ?? null,
      rrule: schedule.rrule ?? null,
      starts_on: schedule.startsOn.toString(),
      time: schedule.time.toString({ smallestUnit: 'minute' }),
      time_zone: schedule.timeZone,
      leads: writeLeads(schedule.leads),
      state: schedule.state,
      active_since: schedule.activeSince ? toIso(schedule.activeSince) : null,
      planned_until: toIso(schedule.plannedUntil),
      plan_at: null,
      created_by: schedule.createdBy,
      created_at: toIso(createdAt),
    })
    .execute();
};

export const findSchedule = async (
  db: Database,
  unitId: string,
  number: number,
): Promise<Schedule | undefined> => {
  const row = await schedules(db)
    .where('unit_id', '=', unitId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && toSchedule(row);
};

/** The schedules of a unit that run or wait to be confirmed. */
export const schedulesOf = async (db: Database, unitId: string): Promise<Schedule[]> => {
  const rows = await schedules(db)
    .where('unit_id', '=', unitId)
    .where('state', '<>', 'cancelled')
    .orderBy('number')
    .execute();
  return rows.map(toSchedule);
};

export const activate = async (db: Database, id: string, now: Temporal.Instant): Promise<void> => {
  await db
    .updateTable('schedules')
    .set({ state: 'active', active_since: toIso(now), planned_until: toIso(now) })
    .where('id', '=', id)
    .execute();
};

export const cancel = async (db: Database, id: string): Promise<void> => {
  await db.updateTable('schedules').set({ state: 'cancelled', plan_at: null }).where('id', '=', id).execute();
};

/** Up to where the sessions of a schedule have been made, and when to make the next; null: there is none. */
export const setPlanned = async (
  db: Database,
  id: string,
  until: Temporal.Instant,
  planAt: Temporal.Instant | null,
): Promise<void> => {
  await db
    .updateTable('schedules')
    .set({ planned_until: toIso(until), plan_at: planAt === null ? null : toIso(planAt) })
    .where('id', '=', id)
    .execute();
};

/** Schedules whose next session has to be made by now. */
export const schedulesToPlan = async (
  db: Database,
  now: Temporal.Instant,
  most: number,
): Promise<Schedule[]> => {
  const rows = await schedules(db)
    .where('plan_at', '<=', toIso(now))
    .where('state', '=', 'active')
    .orderBy('plan_at')
    .limit(most)
    .execute();
  return rows.map(toSchedule);
};

export const schedulesWithIds = async (
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Schedule>> => {
  if (ids.length === 0) return new Map();
  const rows = await schedules(db).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, toSchedule(row)]));
};
