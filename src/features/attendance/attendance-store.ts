import type { Selectable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import type { Schema } from '../../storage/schema.ts';
import { dayOf, type Session } from '../sessions/session.ts';
import type { Answer } from './read-answer.ts';

type AttendanceRow = Selectable<Schema['attendance']>;

/** A session as it is now: what was said for another day of it is kept, and does not count. */
type OnItsDay = Pick<Session, 'id' | 'start'>;

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
  session: OnItsDay,
  personId: string,
): Promise<AttendanceRow | undefined> {
  return db
    .selectFrom('attendance')
    .selectAll()
    .where('session_id', '=', session.id)
    .where('day', '=', dayOf(session))
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

/** What a person says about coming, in place of what they said before. */
export async function saveAnswer(
  db: Database,
  who: { id: string; session: OnItsDay; personId: string },
  said: { answer: Answer; reason: string | undefined; at: Temporal.Instant },
): Promise<void> {
  const answer = { answer: said.answer, reason: said.reason ?? null, answered_at: toIso(said.at) };
  await db
    .insertInto('attendance')
    .values({ ...keyOf(who), person_id: who.personId, ...NOTHING, ...answer })
    .onConflict((conflict) => conflict.columns(['session_id', 'day', 'person_id']).doUpdateSet(answer))
    .execute();
}

function keyOf({ id, session }: { id: string; session: OnItsDay }) {
  return { id, session_id: session.id, day: dayOf(session) };
}

/** Whether an administrator saw a person there. */
export async function savePersonSeen(
  db: Database,
  who: { id: string; session: OnItsDay; personId: string },
  seen: Seen,
): Promise<void> {
  await db
    .insertInto('attendance')
    .values({
      ...keyOf(who),
      person_id: who.personId,
      ...NOTHING,
      ...seenColumns(seen),
    })
    .onConflict((conflict) =>
      conflict.columns(['session_id', 'day', 'person_id']).doUpdateSet(seenColumns(seen)),
    )
    .execute();
}

function seenColumns({ came, by, at }: Seen) {
  return { came: came ? 1 : 0, came_by: by, came_at: toIso(at) };
}

/** The same for somebody without an account, by name. */
export async function saveNameSeen(
  db: Database,
  who: { id: string; session: OnItsDay; name: string; foldedName: string },
  seen: Seen,
): Promise<void> {
  await db
    .insertInto('attendance')
    .values({
      ...NOTHING,
      ...keyOf(who),
      person_id: null,
      name: who.name,
      folded_name: who.foldedName,
      ...seenColumns(seen),
    })
    .onConflict((conflict) =>
      conflict.columns(['session_id', 'day', 'folded_name']).doUpdateSet(seenColumns(seen)),
    )
    .execute();
}

/** What is noted of one session on its day, with the names that people have now. */
export function attendanceOfSession(db: Database, session: OnItsDay) {
  return db
    .selectFrom('attendance')
    .leftJoin('people', 'people.id', 'attendance.person_id')
    .selectAll('attendance')
    .select('people.display_name')
    .where('session_id', '=', session.id)
    .where('day', '=', dayOf(session))
    .orderBy('attendance.id')
    .execute();
}

export async function countAttendance(db: Database, session: OnItsDay): Promise<AttendanceCounts> {
  const rows = await db
    .selectFrom('attendance')
    .select(['answer', 'came', (select) => select.fn.countAll<number>().as('n')])
    .where('session_id', '=', session.id)
    .where('day', '=', dayOf(session))
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

/** How many answered for another day of a session, and have not for the one that it has. */
export async function countLeftBehind(db: Database, session: OnItsDay): Promise<number> {
  const { n } = await db
    .selectFrom('attendance')
    .select((select) => select.fn.count<number>('person_id').distinct().as('n'))
    .where('session_id', '=', session.id)
    .where('day', '<>', dayOf(session))
    .where('answer', 'is not', null)
    .where('person_id', 'not in', (select) =>
      select
        .selectFrom('attendance as now')
        .select('now.person_id')
        .where('now.session_id', '=', session.id)
        .where('now.day', '=', dayOf(session))
        .where('now.person_id', 'is not', null)
        .where('now.answer', 'is not', null),
    )
    .executeTakeFirstOrThrow();
  return Number(n);
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
