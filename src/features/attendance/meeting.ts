import { Temporal } from 'temporal-polyfill';
import { writeCode } from '../../chat/codes.ts';
import { onWall } from '../../core/local-time.ts';

/** One session, as far as coming to it is concerned. */
export type Meeting = {
  id: string;
  unitId: string;
  /** SH12 is number 12 of its unit. */
  number: number;
  title: string;
  startsAt: Temporal.Instant;
  timeZone: string;
  /** When its first reminder is due. */
  firstReminderAt: Temporal.Instant | undefined;
  state: 'on' | 'postponed' | 'paused' | 'cancelled';
};

/** A session can be answered for this long before it, or from its first reminder on if that comes earlier. */
const OPENS_DAYS_BEFORE = 14;
/** Attendance closes so long after the session began. */
const CLOSES_AFTER_HOURS = 24;
/** Those who were there are ticked from a little before the beginning on: people come early. */
const TICKS_HOURS_BEFORE = 1;
/** How long a session is taken to go on. */
const RUNS_HOURS = 3;
const NUDGE_AFTER_SHARE = 0.8;
const ASK_AFTER_HOURS = 1;

/** Nobody is written to unasked from 21:00 to 06:30. */
const NIGHT = { from: '21:00', to: '06:30' } as const;
const MORNING = '07:00';
const EVENING = '20:30';

export function codeOfMeeting({ number }: Pick<Meeting, 'number'>): string {
  return writeCode({ prefix: 'SH', number });
}

/**
 * The code with a mark that no other session has: `SH12~1f3a2b`. In a private chat a button may be pressed after
 * the person has gone on to another unit, which has an SH12 of its own.
 */
export function exactCode(meeting: Meeting): string {
  return `${codeOfMeeting(meeting)}~${tagOf(meeting)}`;
}

const TAG_LENGTH = 6;

function tagOf({ id }: Pick<Meeting, 'id'>): string {
  return id.slice(-TAG_LENGTH);
}

export function bears(meeting: Meeting, tag: string | undefined): boolean {
  return tag === undefined || tag === tagOf(meeting);
}

export function startOf({ startsAt, timeZone }: Meeting): Temporal.ZonedDateTime {
  return onWall(startsAt, timeZone);
}

export function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

export function opensAt({ startsAt, firstReminderAt }: Meeting): Temporal.Instant {
  const usual = startsAt.subtract({ hours: 24 * OPENS_DAYS_BEFORE });
  return firstReminderAt && isBefore(firstReminderAt, usual) ? firstReminderAt : usual;
}

export function closesAt({ startsAt }: Pick<Meeting, 'startsAt'>): Temporal.Instant {
  return startsAt.add({ hours: CLOSES_AFTER_HOURS });
}

export function isOpen(meeting: Meeting, now: Temporal.Instant): boolean {
  return meeting.state === 'on' && !isBefore(now, opensAt(meeting)) && isBefore(now, closesAt(meeting));
}

export function hasBegun({ startsAt }: Meeting, now: Temporal.Instant): boolean {
  return !isBefore(now, startsAt);
}

export function mayTick(meeting: Meeting, now: Temporal.Instant): boolean {
  return isOpen(meeting, now) && !isBefore(now, meeting.startsAt.subtract({ hours: TICKS_HOURS_BEFORE }));
}

export function isRunning(meeting: Meeting, now: Temporal.Instant): boolean {
  return hasBegun(meeting, now) && isBefore(now, meeting.startsAt.add({ hours: RUNS_HOURS }));
}

export function isNight(moment: Temporal.ZonedDateTime): boolean {
  return clockOf(moment) >= NIGHT.from || clockOf(moment) < NIGHT.to;
}

function clockOf(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainTime().toString({ smallestUnit: 'minute' });
}

/** When the administrators are asked how it went: an hour after the beginning, never at night. */
export function askAt(meeting: Meeting): Temporal.Instant {
  const usual = startOf(meeting).add({ hours: ASK_AFTER_HOURS });
  return (isNight(usual) ? morningAfter(usual) : usual).toInstant();
}

function morningAfter(moment: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return moment.add({ days: clockOf(moment) >= NIGHT.from ? 1 : 0 }).withPlainTime(MORNING);
}

/**
 * When those who have not answered are asked once more: 80 % through the time between the first reminder and the
 * session. One that falls into the night moves to the morning after, or before it where the session is too near.
 */
export function nudgeAt(meeting: Meeting): Temporal.Instant | undefined {
  const { firstReminderAt: first, startsAt, timeZone } = meeting;
  if (!first || !isBefore(first, startsAt)) return undefined;
  const window = startsAt.epochMilliseconds - first.epochMilliseconds;
  const usual = onWall(first.add({ milliseconds: Math.floor(window * NUDGE_AFTER_SHARE) }), timeZone);
  if (!isNight(usual)) return usual.toInstant();
  const morning = morningAfter(usual).toInstant();
  if (!isBefore(startsAt, morning.add({ hours: 1 }))) return morning;
  const evening = eveningBefore(usual).toInstant();
  return isBefore(first, evening) ? evening : undefined;
}

function eveningBefore(moment: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return moment.subtract({ days: clockOf(moment) >= NIGHT.from ? 0 : 1 }).withPlainTime(EVENING);
}
