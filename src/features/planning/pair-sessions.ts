import type { Temporal } from 'temporal-polyfill';
import { type Session, takesItsTime } from '../sessions/session.ts';

/**
 * Gives sessions of the old rule the dates of the new one: each the nearest that is left, so that the February
 * session stays the February session. undefined where the new rule has none left for it. One that is off never keeps
 * a date from one that is on: it takes the nearest of all, or none.
 */
export function pairSessions(
  sessions: readonly Session[],
  dates: readonly Temporal.PlainDate[],
): Map<Session, Temporal.PlainDate | undefined> {
  const left = new Set(dates);
  const pairs = new Map<Session, Temporal.PlainDate | undefined>();
  const take = (session: Session, date: Temporal.PlainDate | undefined) => {
    if (date) left.delete(date);
    pairs.set(session, date);
  };
  const isDropped = ({ state }: Session) => state === 'dropped';
  const isOff = (session: Session) => !takesItsTime(session) && !isDropped(session);
  for (const session of sessions.filter(takesItsTime)) take(session, nearest(left, session));
  for (const session of sessions.filter(isOff)) {
    const date = nearest(dates, session);
    take(session, date && left.has(date) ? date : undefined);
  }
  for (const session of sessions.filter(isDropped)) take(session, nearest(left, session));
  return pairs;
}

function nearest(
  dates: Iterable<Temporal.PlainDate>,
  { originalDate }: Session,
): Temporal.PlainDate | undefined {
  const away = (date: Temporal.PlainDate) => Math.abs(date.until(originalDate).total('days'));
  return [...dates].toSorted((one, other) => away(one) - away(other)).at(0);
}
