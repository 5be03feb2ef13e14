import { Temporal } from 'temporal-polyfill';

/** How an instant is stored: UTC, always three decimals, so that the order of the texts is the order in time. */
export const toIso = (instant: Temporal.Instant): string => instant.toString({ fractionalSecondDigits: 3 });

export const fromIso = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);

/** An instant on the wall clock of a zone. */
export const onWall = (instant: Temporal.Instant, timeZone: string): Temporal.ZonedDateTime =>
  instant.toZonedDateTimeISO(timeZone);

/**
 * The instant of a wall-clock time. A time that daylight saving skips moves forward by the gap, one that it
 * repeats is taken the first time (RFC 5545, section 3.3.5).
 */
export const fromWall = (wall: Temporal.PlainDateTime, timeZone: string): Temporal.Instant =>
  wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant();

export const isTimeZone = (timeZone: string): boolean => {
  try {
    Temporal.Now.zonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
};

/** The whole seconds from one instant to another, negative when the other is earlier. */
export const secondsBetween = (from: Temporal.Instant, to: Temporal.Instant): number =>
  Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 1000);
