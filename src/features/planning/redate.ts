import { Temporal } from 'temporal-polyfill';
import { comingOf, PLAN_AHEAD_DAYS, type Schedule } from '../sessions/schedule.ts';
import { dayOffCheckOf, ruleStart, type Session, takesItsTime } from '../sessions/session.ts';
import { pairSessions } from './pair-sessions.ts';

/** The sessions of a schedule that are still open, and the days of its rule that others of its sessions have. */
export type OpenSessions = { open: readonly Session[]; taken: ReadonlySet<string> };

/** A schedule as it is, and as it is to be. */
export type Edit = { before: Schedule; after: Schedule };

/** What each open session becomes when its schedule does. What an administrator set by hand keeps its own time. */
export function redated(
  { open, taken }: OpenSessions,
  { before, after }: Edit,
  now: Temporal.Instant,
): Map<Session, Session> {
  const days = hasSameDates(before, after) ? undefined : daysFor({ open, taken }, after, now);
  const used = new Set([...taken, ...[...(days?.values() ?? [])].flatMap((day) => day?.toString() ?? [])]);
  return new Map(
    open.map((session) => {
      const rewritten = withWordsOf(session, after);
      if (!days?.has(session)) return [session, rewritten];
      const day = days.get(session);
      const slot = day ?? freeDay(session.originalDate, after, now, used);
      return [session, onDay({ ...rewritten, originalDate: slot }, day !== undefined)];
    }),
  );
}

function hasSameDates(one: Schedule, other: Schedule): boolean {
  return one.rrule === other.rrule && one.startsOn.equals(other.startsOn) && one.time.equals(other.time);
}

/** The days that the rule gives to sessions, undefined where it has none left. */
function daysFor(
  { open, taken }: OpenSessions,
  after: Schedule,
  now: Temporal.Instant,
): Map<Session, Temporal.PlainDate | undefined> {
  // One whose own day has passed was moved here by hand: it takes none of the days of the new rule.
  const sessions = open.filter((session) => ruleStart(session).epochMilliseconds > now.epochMilliseconds);
  const horizon = now.add({ hours: 24 * PLAN_AHEAD_DAYS });
  const coming = comingOf(after, now, sessions.length * 2 + 2);
  const near = coming.filter((start) => Temporal.Instant.compare(start.toInstant(), horizon) <= 0);
  // And one more: a session near the end of what is made has its day a little further.
  const days = coming
    .slice(0, near.length + 1)
    .map((start) => start.toPlainDate())
    .filter((day) => !taken.has(day.toString()));
  return pairSessions(sessions, days);
}

/** What a session has of its schedule. */
function withWordsOf(session: Session, { title, leads, time, minutes, place }: Schedule): Session {
  return {
    ...session,
    title,
    leads,
    ruleTime: time,
    minutes,
    schedulePlace: place,
    place: session.ownPlace ?? place,
  };
}

/** A session that follows its rule takes its day, or is dropped where the rule has none left for it. */
function onDay(session: Session, hasDay: boolean): Session {
  const { state } = session;
  if (state !== 'planned' && state !== 'dropped') return session;
  if (!hasDay) return { ...session, state: 'dropped', checkAt: undefined };
  const start = ruleStart(session);
  if (state === 'planned' && start.equals(session.start)) return session;
  return {
    ...session,
    state: 'planned',
    start,
    movedFrom: undefined,
    checkAt: dayOffCheckOf(start),
    dayOff: undefined,
  };
}

/** A day for the record of a session to which the rule gives none: its own, or one before it that nothing needs. */
function freeDay(
  date: Temporal.PlainDate,
  after: Schedule,
  now: Temporal.Instant,
  used: Set<string>,
): Temporal.PlainDate {
  let free = date;
  while (used.has(free.toString()) || isOfRule(free, after, now)) free = free.subtract({ days: 1 });
  used.add(free.toString());
  return free;
}

function isOfRule(date: Temporal.PlainDate, schedule: Schedule, now: Temporal.Instant): boolean {
  const { time, timeZone } = schedule;
  const start = date.toZonedDateTime({ timeZone, plainTime: time });
  return Temporal.Instant.compare(start.toInstant(), now) > 0 && givesStart(schedule, start);
}

/** Whether the rule of a schedule gives that moment. */
export function givesStart(schedule: Schedule, start: Temporal.ZonedDateTime): boolean {
  const [next] = comingOf(schedule, start.toInstant().subtract({ seconds: 1 }), 1);
  return next?.equals(start) ?? false;
}

/** The next dates after an edit on which something takes place: a session where it was moved to, none that is off. */
export function datesAfter(
  { open, taken }: OpenSessions,
  edit: Edit,
  now: Temporal.Instant,
  most: number,
): Temporal.ZonedDateTime[] {
  const made = [...redated({ open, taken }, edit, now).values()];
  const known = new Set([...taken, ...made.map(({ originalDate }) => originalDate.toString())]);
  const unmade = comingOf(edit.after, now, most + known.size).filter(
    (start) => !known.has(start.toPlainDate().toString()),
  );
  return [...made.filter(takesItsTime).map(({ start }) => start), ...unmade]
    .filter((start) => start.epochMilliseconds > now.epochMilliseconds)
    .toSorted(Temporal.ZonedDateTime.compare)
    .slice(0, most);
}
