import type { Temporal } from 'temporal-polyfill';
import { toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import { ruleStart, type Session } from './session.ts';
import { selectSessions, toSession, toSessions } from './session-row.ts';

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
      moved_to: follows ? null : onWallClock(start),
      moved_from: session.movedFrom ? onWallClock(session.movedFrom) : null,
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

/** Those of a schedule that fell into its pause stay off when it runs again at `until`. */
export async function dropPaused(db: Database, scheduleId: string, until: Temporal.Instant): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ state: 'dropped', check_at: null })
    .where('schedule_id', '=', scheduleId)
    .where('state', 'in', ['planned', 'moved'])
    .where('starts_at', '<', toIso(until))
    .where((where) =>
      where.exists(
        where
          .selectFrom('schedules')
          .select('schedules.id')
          .whereRef('schedules.id', '=', 'sessions.schedule_id')
          .whereRef('schedules.paused_since', '<=', 'sessions.starts_at'),
      ),
    )
    .execute();
}

function onWallClock(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainDateTime().toString({ smallestUnit: 'minute' });
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
  const row = await selectSessions(db)
    .where('sessions.unit_id', '=', unitId)
    .where('sessions.number', '=', number)
    .executeTakeFirst();
  return row && toSession(row);
}

export async function sessionWithId(db: Database, id: string): Promise<Session | undefined> {
  return (await sessionsWithIds(db, [id])).at(0);
}

export async function sessionsWithIds(db: Database, ids: readonly string[]): Promise<Session[]> {
  return ids.length === 0
    ? []
    : toSessions(await selectSessions(db).where('sessions.id', 'in', ids).execute());
}

/** The sessions of a schedule that are to come, or wait for a new date. */
export async function openSessionsOf(
  db: Database,
  scheduleId: string,
  now: Temporal.Instant,
): Promise<Session[]> {
  return toSessions(
    await selectSessions(db)
      .where('sessions.schedule_id', '=', scheduleId)
      .where((where) =>
        where.or([where('sessions.starts_at', '>', toIso(now)), where('sessions.state', '=', 'postponed')]),
      )
      .orderBy('sessions.starts_at')
      .execute(),
  );
}

/** The days of a rule that sessions of a schedule have, from a day on. */
export async function datesOfSchedule(
  db: Database,
  scheduleId: string,
  from: Temporal.PlainDate,
): Promise<{ id: string; date: string }[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'original_date as date'])
    .where('schedule_id', '=', scheduleId)
    .where('original_date', '>=', from.toString())
    .execute();
  return rows;
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
  const query = selectSessions(db)
    .where('sessions.unit_id', '=', unitId)
    .where('sessions.starts_at', '>', toIso(between.after))
    .where('sessions.state', 'in', STATES[which])
    .where('schedules.state', '=', 'active')
    .where((where) =>
      where.or([
        where('schedules.paused_since', 'is', null),
        where('schedules.paused_until', '<=', where.ref('sessions.starts_at')),
      ]),
    )
    .orderBy('sessions.starts_at')
    .limit(between.most);
  const { until } = between;
  return toSessions(await (until ? query.where('sessions.starts_at', '<', toIso(until)) : query).execute());
}

/** The sessions of a unit whose day has passed, postponed and without a new one. */
export async function postponedOfUnit(
  db: Database,
  unitId: string,
  between: { since: Temporal.Instant; now: Temporal.Instant },
): Promise<Session[]> {
  return toSessions(
    await selectSessions(db)
      .where('sessions.unit_id', '=', unitId)
      .where('sessions.starts_at', '>', toIso(between.since))
      .where('sessions.starts_at', '<=', toIso(between.now))
      .where('sessions.state', '=', 'postponed')
      .orderBy('sessions.starts_at')
      .execute(),
  );
}

/** From now on people know of it. */
export async function setAnnounced(db: Database, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ announced_at: toIso(at) })
    .where('id', '=', id)
    .where('announced_at', 'is', null)
    .execute();
}

/** Whether it was asked how the session went; `undefined` as the instant: it is to be asked again. */
export async function setAsked(db: Database, id: string, at: Temporal.Instant | undefined): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ asked_at: at ? toIso(at) : null })
    .where('id', '=', id)
    .execute();
}

/** What began before an instant is not asked about any more. */
export async function forgetToAsk(db: Database, before: Temporal.Instant): Promise<void> {
  await db
    .updateTable('sessions')
    .set((set) => ({ asked_at: set.ref('starts_at') }))
    .where('asked_at', 'is', null)
    .where('starts_at', '<', toIso(before))
    .execute();
}

/** The sessions of a unit that begin in a time, in order, whatever their state. */
export async function sessionsStarting(
  db: Database,
  unitId: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<Session[]> {
  const rows = await selectSessions(db)
    .where('sessions.unit_id', '=', unitId)
    .where('sessions.starts_at', '>=', toIso(from))
    .where('sessions.starts_at', '<=', toIso(to))
    .orderBy('sessions.starts_at')
    .execute();
  return toSessions(rows);
}
