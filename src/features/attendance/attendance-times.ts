import { Temporal } from 'temporal-polyfill';
import { onWall } from '../../core/local-time.ts';
import { endOf, type Session, takesPlace } from '../sessions/session.ts';
import { afterQuiet, beforeQuiet, isQuiet, type QuietHours } from '../units/quiet-hours.ts';

/** A session can be answered for this long before it, or from when people hear of it if that comes earlier. */
const OPENS_DAYS_BEFORE = 14;
/** Attendance closes so long after the session began. */
const CLOSES_AFTER_HOURS = 24;
/** Those who were there are ticked from a little before the beginning on: people come early. */
const TICKS_HOURS_BEFORE = 1;
/** For so long after its end a session is still the one that people mean. */
const MEANT_AFTER_HOURS = 1;
const NUDGE_AFTER_SHARE = 0.8;
const ASK_AFTER_HOURS = 1;

export function isOpen(session: Session, now: Temporal.Instant): boolean {
  return takesPlace(session) && !isBefore(now, opensAt(session)) && isBefore(now, closesAt(session));
}

export function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

export function opensAt({ start, firstReminderAt, announcedAt }: Session): Temporal.Instant {
  const usual = start.toInstant().subtract({ hours: 24 * OPENS_DAYS_BEFORE });
  const heard = [firstReminderAt, announcedAt].filter((at) => at !== undefined);
  return [usual, ...heard].toSorted(Temporal.Instant.compare).at(0) ?? usual;
}

export function closesAt({ start }: Pick<Session, 'start'>): Temporal.Instant {
  return start.toInstant().add({ hours: CLOSES_AFTER_HOURS });
}

export function hasBegun({ start }: Session, now: Temporal.Instant): boolean {
  return !isBefore(now, start.toInstant());
}

export function mayTick(session: Session, now: Temporal.Instant): boolean {
  return (
    isOpen(session, now) && !isBefore(now, session.start.toInstant().subtract({ hours: TICKS_HOURS_BEFORE }))
  );
}

/** It goes on, or has only just been. */
export function isRunning(session: Session, now: Temporal.Instant): boolean {
  return hasBegun(session, now) && isBefore(now, endOf(session).add({ hours: MEANT_AFTER_HOURS }));
}

/** When the administrators are asked how it went: an hour after the beginning, never in the quiet hours. */
export function askAt({ start }: Session, quiet: QuietHours): Temporal.Instant {
  const usual = start.add({ hours: ASK_AFTER_HOURS });
  return (isQuiet(usual, quiet) ? afterQuiet(usual, quiet) : usual).toInstant();
}

/**
 * When those who have not answered are asked once more: 80 % through the time between the first reminder and the
 * session. One that falls into the quiet hours moves behind them, or before them where the session is too near.
 */
export function nudgeAt(session: Session, quiet: QuietHours): Temporal.Instant | undefined {
  const { firstReminderAt: first, timeZone } = session;
  const start = session.start.toInstant();
  if (!first || !isBefore(first, start)) return undefined;
  const window = start.epochMilliseconds - first.epochMilliseconds;
  const usual = onWall(first.add({ milliseconds: Math.floor(window * NUDGE_AFTER_SHARE) }), timeZone);
  if (!isQuiet(usual, quiet)) return usual.toInstant();
  const morning = afterQuiet(usual, quiet).toInstant();
  if (!isBefore(start, morning.add({ hours: 1 }))) return morning;
  const evening = beforeQuiet(usual, quiet).toInstant();
  return isBefore(first, evening) ? evening : undefined;
}
