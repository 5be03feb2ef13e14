import { Temporal } from 'temporal-polyfill';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import type { Session } from './session.ts';
import { selectSessions, toSession, toSessions } from './session-row.ts';

/** Postponed sessions for which it is time to ask for a new date. */
export async function sessionsToAsk(db: Database, now: Temporal.Instant, most: number): Promise<Session[]> {
  return toSessions(
    await selectSessions(db)
      .where('sessions.ask_at', 'is not', null)
      .where('sessions.ask_at', '<=', toIso(now))
      .orderBy('sessions.ask_at')
      .limit(most)
      .execute(),
  );
}

/** Sessions that have to be looked at for days off. */
export async function sessionsToCheck(db: Database, now: Temporal.Instant, most: number): Promise<Session[]> {
  return toSessions(
    await selectSessions(db)
      .where('sessions.check_at', 'is not', null)
      .where('sessions.check_at', '<=', toIso(now))
      .orderBy('sessions.check_at')
      .limit(most)
      .execute(),
  );
}

/** When the next session is to be asked about, or looked at. */
export async function nextSessionDue(
  db: Database,
  column: 'ask_at' | 'check_at',
): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('sessions')
    .select(`${column} as at`)
    .where(column, 'is not', null)
    .orderBy(column)
    .limit(1)
    .executeTakeFirst();
  return row?.at == null ? undefined : fromIso(row.at);
}

/** Sessions to come, of one unit or of all, page by page in the order of their ids. */
export async function sessionsToCome(
  db: Database,
  now: Temporal.Instant,
  afterId: string,
  most: number,
  unitId?: string,
): Promise<(Session & { movedTo: Temporal.PlainDateTime | undefined })[]> {
  const rows = await selectSessions(db)
    .$if(unitId !== undefined, (query) => query.where('sessions.unit_id', '=', unitId ?? ''))
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

/** Sessions that began by an instant, took place, and have not been asked about, the oldest first. */
export async function sessionsToAskAbout(
  db: Database,
  begunBy: Temporal.Instant,
  most: number,
): Promise<Session[]> {
  return toSessions(
    await unasked(db).where('sessions.starts_at', '<=', toIso(begunBy)).limit(most).execute(),
  );
}

/** The first session that is still to be asked about. */
export async function nextToAskAbout(db: Database): Promise<Session | undefined> {
  const row = await unasked(db).limit(1).executeTakeFirst();
  return row && toSession(row);
}

/** Those that took place, or will: neither called off nor inside a time in which their schedule was stopped. */
function unasked(db: Database) {
  return selectSessions(db)
    .where('sessions.asked_at', 'is', null)
    .where('sessions.state', 'in', ['planned', 'moved', 'held'])
    .where('schedules.state', '=', 'active')
    .where((where) =>
      where.or([
        where('schedules.paused_since', 'is', null),
        where('schedules.paused_since', '>', where.ref('sessions.starts_at')),
        where('schedules.paused_until', '<=', where.ref('sessions.starts_at')),
      ]),
    )
    .orderBy('sessions.starts_at');
}
