import { Temporal } from 'temporal-polyfill';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import { readLeads, writeLeads } from './leads.ts';
import { type Schedule, stateOf } from './schedule.ts';

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
  state: stateOf(row),
  activeSince: row.active_since === null ? undefined : fromIso(row.active_since),
  plannedUntil: fromIso(row.planned_until),
  planAt: row.plan_at === null ? undefined : fromIso(row.plan_at),
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
      state: 'draft',
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

/** The schedules of a unit that run. */
const running = (db: Database, unitId: string) =>
  schedules(db).where('unit_id', '=', unitId).where('state', '=', 'active').where('paused_since', 'is', null);

/** The running schedules of a unit whose next session is not made yet and comes before then, the nearest first. */
export const schedulesPlannedBefore = async (
  db: Database,
  unitId: string,
  planAt: Temporal.Instant | undefined,
): Promise<Schedule[]> => {
  const query = running(db, unitId).where('plan_at', 'is not', null).orderBy('plan_at');
  const rows = await (planAt ? query.where('plan_at', '<=', toIso(planAt)) : query).execute();
  return rows.map(toSchedule);
};

/**
 * A page of the schedules of a unit that run, are stopped for a while or wait to be confirmed, and how many there
 * are in all. Those that have nothing to come are left out.
 */
export const schedulesOf = async (
  db: Database,
  unitId: string,
  {
    now,
    today,
    from,
    most,
  }: { now: Temporal.Instant; today: Temporal.PlainDate; from: number; most: number },
): Promise<{ schedules: Schedule[]; count: number }> => {
  const listed = db
    .selectFrom('schedules')
    .where('unit_id', '=', unitId)
    .where('state', '<>', 'cancelled')
    .where((where) =>
      where.or([
        where('plan_at', 'is not', null),
        where('paused_since', 'is not', null),
        where.and([
          where('state', '=', 'draft'),
          where.or([where('rrule', 'is not', null), where('starts_on', '>=', today.toString())]),
        ]),
        where.exists(
          where
            .selectFrom('sessions')
            .select('sessions.id')
            .whereRef('sessions.schedule_id', '=', 'schedules.id')
            .where('sessions.starts_at', '>', toIso(now)),
        ),
      ]),
    );
  const { count } = await listed
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const rows = await listed.selectAll().orderBy('number').offset(from).limit(most).execute();
  return { schedules: rows.map(toSchedule), count: Number(count) };
};

export const activate = async (db: Database, id: string, now: Temporal.Instant): Promise<void> => {
  await db
    .updateTable('schedules')
    .set({ state: 'active', paused_since: null, active_since: toIso(now), planned_until: toIso(now) })
    .where('id', '=', id)
    .execute();
};

/** It makes no more sessions until it is activated again. */
export const pause = async (db: Database, id: string, now: Temporal.Instant): Promise<void> => {
  await db
    .updateTable('schedules')
    .set({ paused_since: toIso(now), plan_at: null })
    .where('id', '=', id)
    .execute();
};

/** Gives a schedule another rule, name, place or leads, and forgets what was proposed. */
export const rewrite = async (db: Database, schedule: Schedule): Promise<void> => {
  await db
    .updateTable('schedules')
    .set({
      title: schedule.title,
      place: schedule.place ?? null,
      rrule: schedule.rrule ?? null,
      starts_on: schedule.startsOn.toString(),
      time: schedule.time.toString({ smallestUnit: 'minute' }),
      leads: writeLeads(schedule.leads),
      planned_until: toIso(schedule.plannedUntil),
      proposed_change: null,
    })
    .where('id', '=', schedule.id)
    .execute();
};

/** What an administrator wants to change, until it is confirmed; null: nothing any more. */
export const keepProposal = async (db: Database, id: string, change: string | null): Promise<void> => {
  await db.updateTable('schedules').set({ proposed_change: change }).where('id', '=', id).execute();
};

export const findProposal = async (db: Database, id: string): Promise<string | undefined> => {
  const row = await db
    .selectFrom('schedules')
    .select('proposed_change')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.proposed_change ?? undefined;
};

export const cancel = async (db: Database, id: string, now: Temporal.Instant): Promise<void> => {
  await db
    .updateTable('schedules')
    .set((set) => ({
      state: 'cancelled',
      plan_at: null,
      paused_since: set.fn.coalesce('paused_since', set.val(toIso(now))),
    }))
    .where('id', '=', id)
    .execute();
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
