import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { fromIso } from '../../core/local-time.ts';
import { codeOfSession } from '../sessions/session.ts';
import { attendanceOfPerson } from './attendance-store.ts';
import type { Answer } from './read-answer.ts';

/** What is kept of one person at one session. */
export type AttendanceRecord = {
  id: string;
  unitId: string;
  session: string;
  title: string;
  /** For which day they answered: the session may have another one since. */
  day: Temporal.PlainDate | undefined;
  startsAt: Temporal.Instant;
  answer: Answer | undefined;
  reason: string | undefined;
  answeredAt: Temporal.Instant | undefined;
  /** Whether an administrator saw them there; undefined where nobody said. */
  came: boolean | undefined;
};

/** All that is kept of a person's attendance, in every unit, the newest session first. */
export async function attendanceOf(app: App, personId: string): Promise<AttendanceRecord[]> {
  const rows = await attendanceOfPerson(app.db, personId);
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    session: codeOfSession(row),
    title: row.title,
    day: row.day === '' ? undefined : Temporal.PlainDate.from(row.day),
    startsAt: fromIso(row.starts_at),
    answer: row.answer ?? undefined,
    reason: row.reason ?? undefined,
    answeredAt: row.answered_at === null ? undefined : fromIso(row.answered_at),
    came: row.came === null ? undefined : row.came === 1,
  }));
}
