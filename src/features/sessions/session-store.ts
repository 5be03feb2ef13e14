import { Temporal } from 'temporal-polyfill';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import { readLeads } from './leads.ts';
import { stateOf } from './schedule.ts';
import { ruleStart, type Session } from './session.ts';

type Row = Awaited<ReturnType<ReturnType<typeof sessions>['executeTakeFirstOrThrow']>>;

export async function hasSession(
  db: Database,
  scheduleId: string,
  date: Temporal.PlainDate,
): Promise<boolean> {
  const row = await db
    .selectFrom('sessions')
    .select('id')
    .where('schedule_id', '=', scheduleId)
    .where('original_date', '=', date.toString())
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertSession(
  db: Database,
  session: {
    id: string;
    unitId: string;
    number: number;
    scheduleId: string;
    start: Temporal.ZonedDateTime;
    originalDate: Temporal.PlainDate;
    checkAt: Temporal.Instant;
    createdAt: Temporal.Instant;
  },
): Promise<void> {
  await db
    .insertInto('sessions')
    .values({
      id: session.id,
      unit_id: session.unitId,
      number: session.number,
      schedule_id: session.scheduleId,
      original_date: session.originalDate.toString(),
      starts_at: toIso(session.start.toInstant()),
      check_at: toIso(session.checkAt),
      created_at: toIso(session.createdAt),
    })
    .execute();
}

/** Writes down all of a session that may change. */
export async function updateSession(db: Database, session: Session): Promise<void> {
  const { start, askAt, checkAt } = session;
  const follows = start.equals(ruleStart(session));
  await db
    .updateTable('sessions')
    .set({
      original_date: session.originalDate.toString(),
      starts_at: toIso(start.toInstant()),
      moved_to: follows ? null : start.toPlainDateTime().toString({ smallestUnit: 'minute' }),
      state: session.state,
      place: session.ownPlace ?? null,
      chair: session.chair ?? null,
      speaker: session.speaker ?? null,
      mode: session.mode,
      link: session.link ?? null,
      ask_at: askAt ? toIso(askAt) : null,
      ask_days: session.askDays ?? null,
      check_at: checkAt ? toIso(checkAt) : null,
      day_off: session.dayOff ?? null,
    })
    .where('id', '=', session.id)
    .execute();
}

/** Frees the days that sessions of a schedule have, before they are given others among them. */
export async function clearDates(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('sessions')
    .set((set) => ({ original_date: set.ref('id') }))
    .where('id', 'in', ids)
    .execute();
}

export async function findSession(
  db: Database,
  unitId: string,
  number: number,
): Promise<Session | undefined> {
  const row = await sessions(db)
    .where('sessions.unit_id', '=', unitId)
    .where('sessions.number', '=', number)
    .executeTakeFirst();
  return row && toSession(row);
}

function sessions(db: Database) {
  return db
    .selectFrom('sessions')
    .innerJoin('schedules', 'schedules.id', 'sessions.schedule_id')
    .selectAll('sessions')
    .select([
      'schedules.number as schedule_number',
      'schedules.state as schedule_state',
      'schedules.paused_since',
      'schedules.title',
      'schedules.place as schedule_place',
      'schedules.time',
      'schedules.time_zone',
      'schedules.leads',
    ]);
}

function toSession(row: Row): Session {
  const timeZone = row.time_zone;
  return {
    id: row.id,
    unitId: row.unit_id,
    number: row.number,
    scheduleId: row.schedule_id,
    scheduleNumber: row.schedule_number,
    scheduleState: scheduleStateOf(row),
    title: row.title,
    timeZone,
    leads: readLeads(row.leads),
    originalDate: Temporal.PlainDate.from(row.original_date),
    ruleTime: Temporal.PlainTime.from(row.time),
    start: fromIso(row.starts_at).toZonedDateTimeISO(timeZone),
    state: row.state,
    place: row.place ?? row.schedule_place ?? undefined,
    ownPlace: row.place ?? undefined,
    schedulePlace: row.schedule_place ?? undefined,
    chair: row.chair ?? undefined,
    speaker: row.speaker ?? undefined,
    mode: row.mode,
    link: row.link ?? undefined,
    askAt: instant(row.ask_at),
    askDays: row.ask_days ?? undefined,
    checkAt: instant(row.check_at),
    dayOff: row.day_off ?? undefined,
  };
}

/** What is stopped or cancelled afterwards does not undo a session that had begun. */
function scheduleStateOf(row: Row): Session['scheduleState'] {
  return row.paused_since !== null && row.starts_at < row.paused_since
    ? 'active'
    : stateOf({ state: row.schedule_state, paused_since: row.paused_since });
}

function instant(iso: string | null): Temporal.Instant | undefined {
  return iso === null ? undefined : fromIso(iso);
}

export async function sessionsWithIds(db: Database, ids: readonly string[]): Promise<Session[]> {
  return ids.length === 0 ? [] : many(await sessions(db).where('sessions.id', 'in', ids).execute());
}

function many(rows: readonly Row[]): Session[] {
  return rows.map(toSession);
}

/** The sessions of a schedule that are to come, or wait for a new date. */
export async function openSessionsOf(
  db: Database,
  scheduleId: string,
  now: Temporal.Instant,
): Promise<Session[]> {
  return many(
    await sessions(db)
      .where('sessions.schedule_id', '=', scheduleId)
      .where((where) =>
        where.or([where('sessions.starts_at', '>', toIso(now)), where('sessions.state', '=', 'postponed')]),
      )
      .orderBy('sessions.starts_at')
      .execute(),
  );
}

const STATES = { on: ['planned', 'moved', 'held'], off: ['postponed', 'cancelled'] } as const;

/**
 * The sessions of a unit that start between two instants: those that take place, or those that do not. The sessions
 * of a schedule that was cancelled or stopped for a while are neither.
 */
export async function sessionsOfUnit(
  db: Database,
  unitId: string,
  which: 'on' | 'off',
  between: { after: Temporal.Instant; until: Temporal.Instant | undefined; most: number },
): Promise<Session[]> {
  const query = sessions(db)
    .where('sessions.unit_id', '=', unitId)
    .where('sessions.starts_at', '>', toIso(between.after))
    .where('sessions.state', 'in', STATES[which])
    .where('schedules.state', '=', 'active')
    .where('schedules.paused_since', 'is', null)
    .orderBy('sessions.starts_at')
    .limit(between.most);
  const { until } = between;
  return many(await (until ? query.where('sessions.starts_at', '<', toIso(until)) : query).execute());
}

/** The sessions of a unit whose day has passed, postponed and without a new one. */
export async function postponedOfUnit(
  db: Database,
  unitId: string,
  between: { since: Temporal.Instant; now: Temporal.Instant },
): Promise<Session[]> {
  return many(
    await sessions(db)
      .where('sessions.unit_id', '=', unitId)
      .where('sessions.starts_at', '>', toIso(between.since))
      .where('sessions.starts_at', '<=', toIso(between.now))
      .where('sessions.state', '=', 'postponed')
      .orderBy('sessions.starts_at')
      .execute(),
  );
}

/** Postponed sessions for which it is time to ask for a new date. */
export async function sessionsToAsk(db: Database, now: Temporal.Instant, most: number): Promise<Session[]> {
  return many(
    await sessions(db)
      .where('sessions.ask_at', 'is not', null)
      .where('sessions.ask_at', '<=', toIso(now))
      .orderBy('sessions.ask_at')
      .limit(most)
      .execute(),
  );
}

/** Sessions that have to be looked at for days off. */
export async function sessionsToCheck(db: Database, now: Temporal.Instant, most: number): Promise<Session[]> {
  return many(
    await sessions(db)
      .where('sessions.check_at', 'is not', null)
      .where('sessions.check_at', '<=', toIso(now))
      .orderBy('sessions.check_at')
      .limit(most)
      .execute(),
  );
}

/** Sessions to come, page by page in the order of their ids. */
export async function sessionsToCome(
  db: Database,
  now: Temporal.Instant,
  afterId: string,
  most: number,
): Promise<(Session & { movedTo: Temporal.PlainDateTime | undefined })[]> {
  const rows = await sessions(db)
    .where('sessions.id', '>', afterId)
    .where('sessions.starts_at', '>', toIso(now))
    .orderBy('sessions.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    ...toSession(row),
    movedTo: row.moved_to === null ? undefined : Temporal.PlainDateTime.from(row.moved_to),
  }));
}
