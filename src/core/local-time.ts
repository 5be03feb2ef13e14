import { Temporal } from 'temporal-polyfill';

/** How an instant is stored: UTC, always three decimals, so that the order of the texts is the order in time. */
export function toIso(instant: Temporal.Instant): string {
  // Written by every statement about a moment: Temporal’s own way takes several times as long.
  return new Date(instant.epochMilliseconds).toISOString();
}

/** What `toIso` wrote. @throws RangeError for what is no instant */
export function fromIso(iso: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Date.parse(iso));
}

/** An instant on the wall clock of a zone. */
export function onWall(instant: Temporal.Instant, timeZone: string): Temporal.ZonedDateTime {
  return instant.toZonedDateTimeISO(timeZone);
}

/**
 * The instant of a wall-clock time. A time that daylight saving skips moves forward by the gap, one that it
 * repeats is taken the first time (RFC 5545, section 3.3.5).
 */
export function fromWall(wall: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  return wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant();
}

export function isTimeZone(timeZone: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** The whole seconds from one instant to another, negative when the other is earlier. */
export function secondsBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 1000);
}
