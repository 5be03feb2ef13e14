import type { Selectable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import type { Schema } from '../../storage/schema.ts';
import type { Answer } from './read-answer.ts';

type AttendanceRow = Selectable<Schema['attendance']>;

const NOTHING = {
  name: null,
  folded_name: null,
  answer: null,
  reason: null,
  answered_at: null,
  came: null,
  came_by: null,
  came_at: null,
} as const;

type Seen = { came: boolean; by: string; at: Temporal.Instant };

export type AttendanceCounts = Record<Answer | 'came', number>;

export function findAttendance(
  db: Database,
  sessionId: string,
  personId: string,
): Promise<AttendanceRow | undefined> {
  return db
    .selectFrom('attendance')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

/** What a person says about coming, in place of what they said before. */
export async function saveAnswer(
  db: Database,
  who: { id: string; sessionId: string; personId: string },
  said: { answer: Answer; reason: string | undefined; at: Temporal.Instant },
): Promise<void> {
  const answer = { answer: said.answer, reason: said.reason ?? null, answered_at: toIso(said.at) };
  await db
    .insertInto('attendance')
    .values({ id: who.id, session_id: who.sessionId, person_id: who.personId, ...NOTHING, ...answer })
    .onConflict((conflict) => conflict.columns(['session_id', 'person_id']).doUpdateSet(answer))
    .execute();
}

/** Whether an administrator saw a person there. */
export async function savePersonSeen(
  db: Database,
  who: { id: string; sessionId: string; personId: string },
  seen: Seen,
): Promise<void> {
  await db
    .insertInto('attendance')
    .values({
      id: who.id,
      session_id: who.sessionId,
      person_id: who.personId,
      ...NOTHING,
      ...seenColumns(seen),
    })
    .onConflict((conflict) => conflict.columns(['session_id', 'person_id']).doUpdateSet(seenColumns(seen)))
    .execute();
}

function seenColumns({ came, by, at }: Seen) {
  return { came: came ? 1 : 0, came_by: by, came_at: toIso(at) };
}

/** The same for somebody without an account, by name. */
export async function saveNameSeen(
  db: Database,
  who: { id: string; sessionId: string; name: string; foldedName: string },
  seen: Seen,
): Promise<void> {
  await db
    .insertInto('attendance')
    .values({
      ...NOTHING,
      id: who.id,
      session_id: who.sessionId,
      person_id: null,
      name: who.name,
      folded_name: who.foldedName,
      ...seenColumns(seen),
    })
    .onConflict((conflict) => conflict.columns(['session_id', 'folded_name']).doUpdateSet(seenColumns(seen)))
    .execute();
}

/** What is noted of one session, with the names that people have now. */
export function attendanceOfSession(db: Database, sessionId: string) {
  return db
    .selectFrom('attendance')
    .leftJoin('people', 'people.id', 'attendance.person_id')
    .selectAll('attendance')
    .select('people.display_name')
    .where('session_id', '=', sessionId)
    .orderBy('attendance.id')
    .execute();
}

export async function countAttendance(db: Database, sessionId: string): Promise<AttendanceCounts> {
  const rows = await db
    .selectFrom('attendance')
    .select(['answer', 'came', (select) => select.fn.countAll<number>().as('n')])
    .where('session_id', '=', sessionId)
    .groupBy(['answer', 'came'])
    .execute();
  const sum = (chosen: typeof rows) => chosen.reduce((total, { n }) => total + Number(n), 0);
  const said = (answer: Answer) => sum(rows.filter((row) => row.answer === answer));
  return {
    present: said('present'),
    excused: said('excused'),
    unsure: said('unsure'),
    came: sum(rows.filter((row) => row.came === 1)),
  };
}

/** All that is kept of one person's attendance, the newest first. */
export function attendanceOfPerson(db: Database, personId: string) {
  return db
    .selectFrom('attendance')
    .innerJoin('sessions', 'sessions.id', 'attendance.session_id')
    .innerJoin('schedules', 'schedules.id', 'sessions.schedule_id')
    .selectAll('attendance')
    .select(['sessions.number', 'sessions.unit_id', 'sessions.starts_at', 'schedules.title'])
    .where('attendance.person_id', '=', personId)
    .orderBy('sessions.starts_at', 'desc')
    .execute();
}
