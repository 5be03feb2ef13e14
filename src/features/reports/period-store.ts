import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Field } from '../../language/fields.ts';
import type { SubjectType } from '../../language/subject.ts';
import type { Database } from '../../storage/database.ts';
import { type Report, readField } from './report.ts';
import { reports, toReport } from './report-store.ts';

/** First and last day included. */
type Days = { from: Temporal.PlainDate; to: Temporal.PlainDate };

/** How many reports of a period are alike in all of this. */
export type Alike = {
  kind: Report['kind'];
  state: Report['state'];
  field: Field;
  subjectType: SubjectType;
  count: number;
};

const VERIFIED = sql<Report['state']>`'verified'`;
const LONG_ENOUGH = 60;

/** Counts what a unit reported for the days of a period. */
export async function countsBetween(db: Database, unitId: string, { from, to }: Days): Promise<Alike[]> {
  const rows = await db
    .selectFrom('reports')
    .select(['kind', 'state', 'field', 'subject_type as subjectType'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('unit_id', '=', unitId)
    .where('date', '>=', from.toString())
    .where('date', '<=', to.toString())
    .groupBy(['kind', 'state', 'field', 'subject_type'])
    .execute();
  return rows.map(({ field, count, ...alike }) => ({
    ...alike,
    field: readField(field),
    count: Number(count),
  }));
}

/** Every report of a unit that counts for a day of the period, whatever became of it. */
export async function reportsBetween(db: Database, unitId: string, days: Days): Promise<Report[]> {
  const rows = await ofDays(db, unitId, days).orderBy('reports.date').orderBy('reports.number').execute();
  return rows.map(toReport);
}

/** The first verified models of the period. */
export async function modelsBetween(
  db: Database,
  unitId: string,
  days: Days,
  most: number,
): Promise<Report[]> {
  const rows = await verifiedOf(db, unitId, days, 'model')
    .orderBy('reports.date')
    .orderBy('reports.number')
    .limit(most)
    .execute();
  return rows.map(toReport);
}

/**
 * The verified deeds of the period that are most worth reading out: a named doer, a figure and some detail speak for
 * one, and among equals the newest. By their numbers.
 */
export async function deedsWorthReading(
  db: Database,
  unitId: string,
  days: Days,
  most: number,
): Promise<Report[]> {
  const rows = await verifiedOf(db, unitId, days, 'good_deed')
    .orderBy(WEIGHT, 'desc')
    .orderBy('reports.number', 'desc')
    .limit(most)
    .execute();
  return rows.map(toReport).toSorted((one, other) => one.code.number - other.code.number);
}

const HAS_FIGURE = sql.join(
  [...'0123456789'].map((digit) => sql`text like ${sql.lit(`%${digit}%`)}`),
  sql` or `,
);
const WEIGHT = sql<number>`case when owner is null then 0 else 1 end
  + case when length(text) >= ${sql.lit(LONG_ENOUGH)} then 1 else 0 end
  + case when ${HAS_FIGURE} then 1 else 0 end`;

function verifiedOf(db: Database, unitId: string, days: Days, kind: Report['kind']) {
  return ofDays(db, unitId, days).where('reports.kind', '=', kind).where('reports.state', '=', VERIFIED);
}

function ofDays(db: Database, unitId: string, { from, to }: Days) {
  return reports(db)
    .where('reports.unit_id', '=', unitId)
    .where('reports.date', '>=', from.toString())
    .where('reports.date', '<=', to.toString());
}
