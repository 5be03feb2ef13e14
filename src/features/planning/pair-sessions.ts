import type { Temporal } from 'temporal-polyfill';

type Dated = { originalDate: Temporal.PlainDate };

/**
 * Gives sessions of the old rule the dates of the new one: each the nearest that is left, so that the February
 * session stays the February session. undefined where the new rule has none left for it.
 */
export function pairSessions<Session extends Dated>(
  sessions: readonly Session[],
  dates: readonly Temporal.PlainDate[],
): Map<Session, Temporal.PlainDate | undefined> {
  const left = new Set(dates);
  const pairs = new Map<Session, Temporal.PlainDate | undefined>();
  for (const session of sessions) {
    const [nearest] = [...left].toSorted(
      (one, other) => daysBetween(one, session.originalDate) - daysBetween(other, session.originalDate),
    );
    if (nearest) left.delete(nearest);
    pairs.set(session, nearest);
  }
  return pairs;
}

function daysBetween(one: Temporal.PlainDate, other: Temporal.PlainDate): number {
  return Math.abs(one.until(other).total('days'));
}
