import type { Temporal } from 'temporal-polyfill';
import { toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import type { Figures, Outcome } from './figures.ts';

/** How a session went. */
export type Result = { outcome: Outcome; figures: Figures; note: string | undefined };

export async function findResult(db: Database, sessionId: string): Promise<Result | undefined> {
  const row = await results(db).where('session_id', '=', sessionId).executeTakeFirst();
  return row && toResult(row);
}

function results(db: Database) {
  return db.selectFrom('session_results').selectAll('session_results');
}

type Row = Awaited<ReturnType<ReturnType<typeof results>['executeTakeFirstOrThrow']>>;

function toResult(row: Row): Result {
  return {
    outcome: row.outcome,
    figures: {
      present: row.present ?? undefined,
      expected: row.expected ?? undefined,
      excused: row.excused ?? undefined,
      visits: row.visits ?? undefined,
      sites: row.sites ?? undefined,
      mode: row.mode ?? undefined,
    },
    note: row.note ?? undefined,
  };
}

export async function saveResult(
  db: Database,
  sessionId: string,
  { outcome, figures, note }: Result,
  noted: { by: string; at: Temporal.Instant },
): Promise<void> {
  const result = {
    outcome,
    present: figures.present ?? null,
    expected: figures.expected ?? null,
    excused: figures.excused ?? null,
    visits: figures.visits ?? null,
    sites: figures.sites ?? null,
    mode: figures.mode ?? null,
    note: note ?? null,
    noted_by: noted.by,
    noted_at: toIso(noted.at),
  };
  await db
    .insertInto('session_results')
    .values({ session_id: sessionId, ...result })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet(result))
    .execute();
}

/** The results of a unit's sessions that began in a time, by number. */
export async function resultsBetween(
  db: Database,
  unitId: string,
  from: Temporal.Instant,
  before: Temporal.Instant,
): Promise<(Result & { number: number; sessionId: string })[]> {
  const rows = await results(db)
    .innerJoin('sessions', 'sessions.id', 'session_results.session_id')
    .select(['sessions.number', 'sessions.id as session'])
    .where('sessions.unit_id', '=', unitId)
    .where('sessions.starts_at', '>=', toIso(from))
    .where('sessions.starts_at', '<', toIso(before))
    .orderBy('sessions.starts_at')
    .execute();
  return rows.map((row) => ({ ...toResult(row), number: row.number, sessionId: row.session }));
}

/** How many a unit last expected: the best guess for the next time. */
export async function lastExpected(db: Database, unitId: string): Promise<number | undefined> {
  const row = await results(db)
    .innerJoin('sessions', 'sessions.id', 'session_results.session_id')
    .where('sessions.unit_id', '=', unitId)
    .where('expected', 'is not', null)
    .orderBy('sessions.starts_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.expected ?? undefined;
}
