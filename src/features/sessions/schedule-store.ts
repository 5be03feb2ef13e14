import { Temporal } from 'temporal-polyfill';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import { parseLeads, writeLeads } from './leads.ts';
import { type Schedule, stateOf } from './schedule.ts';

export async function insertSchedule(
  db: Database,
  schedule: Schedule,
  createdAt: Temporal.Instant,
): Promise<void> {
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
      minutes: schedule.minutes ?? null,
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
}

export async function findSchedule(
  db: Database,
  unitId: string,
  number: number,
): Promise<Schedule | undefined> {
  const row = await schedules(db)
    .where('unit_id', '=', unitId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && toSchedule(row);
}

export function schedules(db: Database) {
  return db.selectFrom('schedules').selectAll();
}

type Row = Awaited<ReturnType<ReturnType<typeof schedules>['executeTakeFirstOrThrow']>>;

export function toSchedule(row: Row): Schedule {
  return {
    id: row.id,
    unitId: row.unit_id,
    number: row.number,
    title: row.title,
    place: row.place ?? undefined,
    rrule: row.rrule ?? undefined,
    startsOn: Temporal.PlainDate.from(row.starts_on),
    time: Temporal.PlainTime.from(row.time),
    minutes: row.minutes ?? undefined,
    timeZone: row.time_zone,
    leads: parseLeads(row.leads),
    state: stateOf(row),
    activeSince: row.active_since === null ? undefined : fromIso(row.active_since),
    pausedUntil: row.paused_until === null ? undefined : fromIso(row.paused_until),
    plannedUntil: fromIso(row.planned_until),
    planAt: row.plan_at === null ? undefined : fromIso(row.plan_at),
    createdBy: row.created_by,
  };
}

/** The running schedules of a unit whose next session is not made yet and comes before then, the nearest first. */
export async function schedulesPlannedBefore(
  db: Database,
  unitId: string,
  planAt: Temporal.Instant | undefined,
): Promise<Schedule[]> {
  const query = running(db, unitId).where('plan_at', 'is not', null).orderBy('plan_at');
  const rows = await (planAt ? query.where('plan_at', '<=', toIso(planAt)) : query).execute();
  return rows.map(toSchedule);
}

/** The schedules of a unit that run, or will again of their own. */
function running(db: Database, unitId: string) {
  return schedules(db)
    .where('unit_id', '=', unitId)
    .where('state', '=', 'active')
    .where((where) => where.or([where('paused_since', 'is', null), where('paused_until', 'is not', null)]));
}

/**
 * A page of the schedules of a unit that run, are stopped for a while or wait to be confirmed, and how many there
 * are in all. Those that have nothing to come are left out.
 */
export async function schedulesOf(
  db: Database,
  unitId: string,
  {
    now,
    today,
    from,
    most,
  }: { now: Temporal.Instant; today: Temporal.PlainDate; from: number; most: number },
): Promise<{ schedules: Schedule[]; count: number }> {
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
}

export async function markActive(db: Database, id: string, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('schedules')
    .set({
      state: 'active',
      paused_since: null,
      paused_until: null,
      active_since: toIso(now),
      planned_until: toIso(now),
    })
    .where('id', '=', id)
    .execute();
}

/** It makes no more sessions until it is active again; with `until`, none that begin before. */
export async function markPaused(
  db: Database,
  id: string,
  now: Temporal.Instant,
  until: Temporal.Instant | undefined,
): Promise<void> {
  await db
    .updateTable('schedules')
    .set((set) => ({
      paused_since: set.fn.coalesce('paused_since', set.val(toIso(now))),
      paused_until: until ? toIso(until) : null,
      plan_at: null,
    }))
    .where('id', '=', id)
    .execute();
}

/** It is stopped no more, and its sessions are made as they were. */
export async function markGoingOn(db: Database, id: string): Promise<void> {
  await db
    .updateTable('schedules')
    .set({ paused_since: null, paused_until: null })
    .where('id', '=', id)
    .execute();
}

/** Gives a schedule another rule, name, place or leads, and forgets what was proposed. */
export async function rewriteSchedule(db: Database, schedule: Schedule): Promise<void> {
  await db
    .updateTable('schedules')
    .set({
      title: schedule.title,
      place: schedule.place ?? null,
      rrule: schedule.rrule ?? null,
      starts_on: schedule.startsOn.toString(),
      time: schedule.time.toString({ smallestUnit: 'minute' }),
      minutes: schedule.minutes ?? null,
      leads: writeLeads(schedule.leads),
      planned_until: toIso(schedule.plannedUntil),
      proposed_change: null,
    })
    .where('id', '=', schedule.id)
    .execute();
}

/** Their hours on the wall stay; the sessions that were made have to follow. */
export async function setZoneOfSchedules(db: Database, unitId: string, timeZone: string): Promise<void> {
  await db.updateTable('schedules').set({ time_zone: timeZone }).where('unit_id', '=', unitId).execute();
}

/** What an administrator wants to change, until it is confirmed; null: nothing any more. */
export async function keepProposal(db: Database, id: string, change: string | null): Promise<void> {
  await db.updateTable('schedules').set({ proposed_change: change }).where('id', '=', id).execute();
}

export async function findProposal(db: Database, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('schedules')
    .select('proposed_change')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.proposed_change ?? undefined;
}

export async function markCancelled(db: Database, id: string, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('schedules')
    .set((set) => ({
      state: 'cancelled',
      plan_at: null,
      paused_until: null,
      paused_since: set.fn.coalesce('paused_since', set.val(toIso(now))),
    }))
    .where('id', '=', id)
    .execute();
}

/** Up to where the sessions of a schedule have been made, and when to make the next; null: there is none. */
export async function setPlanned(
  db: Database,
  id: string,
  until: Temporal.Instant,
  planAt: Temporal.Instant | null,
): Promise<void> {
  await db
    .updateTable('schedules')
    .set({ planned_until: toIso(until), plan_at: planAt === null ? null : toIso(planAt) })
    .where('id', '=', id)
    .execute();
}

export async function schedulesWithIds(db: Database, ids: readonly string[]): Promise<Map<string, Schedule>> {
  if (ids.length === 0) return new Map();
  const rows = await schedules(db).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, toSchedule(row)]));
}
