import type { Temporal } from 'temporal-polyfill';
import { type Session, takesItsTime } from '../sessions/session.ts';

/**
 * Gives sessions of the old rule the dates of the new one: each the nearest that is left, so that the February
 * session stays the February session. undefined where the new rule has none left for it. Where there are fewer dates
 * than sessions, one that is off keeps none from one that is on.
 */
export function pairSessions(
  sessions: readonly Session[],
  dates: readonly Temporal.PlainDate[],
): Map<Session, Temporal.PlainDate | undefined> {
  const left = new Set(dates);
  const most = longestWay(dates);
  const isDropped = ({ state }: Session) => state === 'dropped';
  const live = sessions.filter((session) => !isDropped(session));
  const isScarce = dates.length < live.length;
  const inOrder = isScarce
    ? [...live.filter(takesItsTime), ...live.filter((session) => !takesItsTime(session))]
    : live;
  const pairs = new Map<Session, Temporal.PlainDate | undefined>();
  for (const session of [...inOrder, ...sessions.filter(isDropped)]) {
    const [date] = [...left].toSorted((one, other) => daysAway(one, session) - daysAway(other, session));
    const isNear = date !== undefined && daysAway(date, session) < most;
    if (isNear) left.delete(date);
    pairs.set(session, isNear ? date : undefined);
  }
  return pairs;
}

/** No session is moved as far as from one date of the rule to the next. */
function longestWay(dates: readonly Temporal.PlainDate[]): number {
  const ways = dates.slice(1).map((date, index) => dates[index]?.until(date).total('days') ?? 0);
  return ways.length > 0 ? Math.max(...ways) : Number.POSITIVE_INFINITY;
}

function daysAway(date: Temporal.PlainDate, { originalDate }: Session): number {
  return Math.abs(date.until(originalDate).total('days'));
}
