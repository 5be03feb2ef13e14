import type { Temporal } from 'temporal-polyfill';
import { toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import { parseDay, type UnitDay, writeDay } from './unit-day.ts';

/** The days of a unit's own, in the order of the year. */
export async function daysOfUnit(db: Database, unitId: string): Promise<UnitDay[]> {
  const rows = await db
    .selectFrom('unit_days')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('from_day')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    from: parseDay(row.from_day),
    to: parseDay(row.to_day),
    since: row.since ?? undefined,
    name: row.name,
  }));
}

export async function insertUnitDay(
  db: Database,
  unitId: string,
  day: UnitDay,
  made: { by: string; at: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto('unit_days')
    .values({
      id: day.id,
      unit_id: unitId,
      kind: day.kind,
      from_day: writeDay(day.from),
      to_day: writeDay(day.to),
      since: day.since ?? null,
      name: day.name,
      created_by: made.by,
      created_at: toIso(made.at),
    })
    .execute();
}

export async function deleteUnitDays(db: Database, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('unit_days').where('id', 'in', ids).execute();
}
