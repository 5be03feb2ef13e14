import { sql } from 'kysely';
import type { Database } from '../../src/storage/database.ts';

/**
 * A unit with so many monthly schedules, each with one session and two reminders, the sessions a minute apart from
 * `first` on: written straight into the tables, since confirming each would take minutes.
 */
export async function insertManySchedules(
  db: Database,
  { unitId, personId, count, first }: { unitId: string; personId: string; count: number; first: string },
): Promise<void> {
  const pages = Array.from({ length: Math.ceil(count / 500) }, (_, page) => page * 500);
  for (const page of pages) {
    const rows = Array.from({ length: Math.min(500, count - page) }, (_, index) => page + index + 1);
    const created = '2026-01-01T00:00:00.000Z';
    await db
      .insertInto('schedules')
      .values(
        rows.map((n) => ({
          id: `many-${n}`,
          unit_id: unitId,
          number: n,
          title: `Sinh hoạt tổ ${n}`,
          place: null,
          rrule: 'FREQ=MONTHLY;BYMONTHDAY=5',
          starts_on: '2026-01-01',
          time: '19:30',
          time_zone: 'Asia/Ho_Chi_Minh',
          leads: 'P3D,PT120M',
          state: 'active' as const,
          active_since: created,
          planned_until: at(first, n),
          plan_at: at(first, n - 14 * 24 * 60),
          paused_since: null,
          proposed_change: null,
          created_by: personId,
          created_at: created,
        })),
      )
      .execute();
    await db
      .insertInto('sessions')
      .values(
        rows.map((n) => ({
          id: `session-${n}`,
          unit_id: unitId,
          number: n,
          schedule_id: `many-${n}`,
          original_date: '2026-02-05',
          starts_at: at(first, n),
          created_at: created,
        })),
      )
      .execute();
    await db
      .insertInto('reminders')
      .values(
        rows.flatMap((n) => [
          {
            id: `days-${n}`,
            session_id: `session-${n}`,
            lead: 'P3D',
            due_at: at(first, n - 4320),
            state: 'waiting' as const,
          },
          {
            id: `hours-${n}`,
            session_id: `session-${n}`,
            lead: 'PT120M',
            due_at: at(first, n - 120),
            state: 'waiting' as const,
          },
        ]),
      )
      .execute();
  }
  for (const prefix of ['NL', 'SH'])
    await db.insertInto('unit_numbers').values({ unit_id: unitId, prefix, last: count }).execute();
  await sql`analyze`.execute(db);
}

function at(iso: string, minutes: number): string {
  return new Date(Date.parse(iso) + minutes * 60_000).toISOString();
}
