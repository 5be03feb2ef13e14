import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { onWall } from '../../core/local-time.ts';
import { joinMarkup } from '../../texts/markup.ts';
import { UserError } from '../../texts/user-error.ts';
import { askedAnew } from '../attendance/under-reminder.ts';
import { followChange } from '../reminders/follow-change.ts';
import { findSchedule } from '../sessions/schedule-store.ts';
import { codeOfSession, dayOffCheckOf, ruleStart, type Session } from '../sessions/session.ts';
import { updateSession } from '../sessions/session-store.ts';
import { changeLine, type Happening } from './change-text.ts';
import { givesStart } from './redate.ts';

/** Writes down what a session is now, and lets its reminders follow. `saidIn`: where the answer says it. */
export async function applyChange(
  app: App,
  session: Session,
  happening: Happening,
  saidIn: string | undefined,
): Promise<Session> {
  await updateSession(app.db, session);
  const anew = await askedAnew(app, session);
  await followChange(app, session, {
    line: (t) => {
      const { lines, buttons } = anew(t);
      const text = joinMarkup([changeLine(session, happening, t), ...lines]);
      return buttons.length > 0 ? { text, buttons } : { text };
    },
    saidIn,
    aloud: !isMinor(happening),
    rescheduled: ['moved', 'restored', 'resumed'].includes(happening.kind),
  });
  return session;
}

/** A small change, such as who speaks, is corrected in what was posted and not called out. */
function isMinor({ kind }: Happening): boolean {
  return kind === 'who' || kind === 'renamed';
}

/** @throws UserError when it is over, or stays where it is */
export async function moveSession(
  app: App,
  session: Session,
  start: Temporal.ZonedDateTime,
  saidIn: string,
): Promise<Session> {
  mustBeOpen(session);
  const isOn = session.state === 'planned' || session.state === 'moved';
  if (isOn && session.start.equals(start))
    throw new UserError('session.same_time', { code: codeOfSession(session) });
  const moved: Session = {
    ...session,
    start,
    ...standingAt(session, start),
    askAt: undefined,
    askDays: undefined,
    // Whoever chose the day knows what day it is, and is told when it is a day off.
    checkAt: undefined,
    dayOff: session.dayOff === undefined ? undefined : 'answered',
  };
  return applyChange(app, moved, { kind: 'moved', from: session.start }, saidIn);
}

/** Back where it was, it has not been moved; what people were told first is what it was moved from. */
function standingAt(session: Session, start: Temporal.ZonedDateTime): Pick<Session, 'state' | 'movedFrom'> {
  if (start.equals(ruleStart(session))) return { state: 'planned', movedFrom: undefined };
  const from = session.movedFrom ?? session.start;
  return { state: 'moved', movedFrom: start.equals(from) ? undefined : from };
}

/** @throws UserError when the session is over: it has been held */
function mustBeOpen(session: Session): void {
  if (session.state === 'held') throw new UserError('session.is_held', { code: codeOfSession(session) });
  if (session.scheduleState === 'cancelled')
    throw new UserError('session.schedule_cancelled', { code: codeOfSession(session) });
}

const ASKED_AT_HOUR = { hour: 8, minute: 0, second: 0, millisecond: 0 };

/** When a new date is asked for, so many days from now. */
export function askAgainAt(now: Temporal.ZonedDateTime, days: number): Temporal.Instant {
  return now.add({ days }).with(ASKED_AT_HOUR).toInstant();
}

/** No date for now; the administrators are asked again in so many days. @throws UserError when it is over or cancelled */
export async function postponeSession(
  app: App,
  session: Session,
  days: number,
  saidIn: string,
): Promise<Session> {
  mustBeOpen(session);
  const postponed: Session = {
    ...session,
    state: 'postponed',
    askAt: askAgainAt(onWall(app.clock.now(), session.timeZone), days),
    askDays: days,
    checkAt: undefined,
  };
  if (session.state === 'postponed') {
    await updateSession(app.db, postponed);
    return postponed;
  }
  return applyChange(app, postponed, { kind: 'postponed' }, saidIn);
}

/** This one session does not take place; its schedule goes on. @throws UserError when it is over, or cancelled already */
export async function cancelSession(app: App, session: Session, saidIn: string): Promise<Session> {
  mustBeOpen(session);
  if (session.state === 'cancelled')
    throw new UserError('session.is_cancelled', { code: codeOfSession(session) });
  const cancelled: Session = { ...session, state: 'cancelled', askAt: undefined, checkAt: undefined };
  return applyChange(app, cancelled, { kind: 'cancelled' }, saidIn);
}

/**
 * A session that was cancelled or postponed takes place after all: where it was moved to, or else where its schedule
 * has it by now. @throws UserError when its time has passed
 */
export async function restoreSession(app: App, session: Session, saidIn: string): Promise<Session> {
  mustBeOpen(session);
  if (session.state !== 'cancelled' && session.state !== 'postponed')
    throw new UserError('session.is_on', { code: codeOfSession(session) });
  const start = session.movedFrom ? session.start : await startBySchedule(app, session);
  if (start.epochMilliseconds <= app.clock.now().epochMilliseconds)
    throw new UserError('session.has_passed', { code: codeOfSession(session) });
  const restored: Session = {
    ...session,
    start,
    state: start.equals(ruleStart(session)) ? 'planned' : 'moved',
    askAt: undefined,
    askDays: undefined,
    checkAt: dayOffCheckOf(start),
  };
  return applyChange(app, restored, { kind: 'restored' }, saidIn);
}

/** When a session that nobody moved is to begin; one that has no day in its schedule any more keeps its own. */
async function startBySchedule(app: App, session: Session): Promise<Temporal.ZonedDateTime> {
  const schedule = await findSchedule(app.db, session.unitId, session.scheduleNumber);
  const start = ruleStart(session);
  return schedule && givesStart(schedule, start) ? start : session.start;
}

export type Details = Partial<Pick<Session, 'ownPlace' | 'chair' | 'speaker' | 'mode' | 'link'>>;

/** Where it takes place, who chairs it and who speaks. @throws UserError when it is over */
export async function setDetails(
  app: App,
  session: Session,
  details: Details,
  saidIn: string,
): Promise<Session> {
  mustBeOpen(session);
  const changed = { ...session, ...details };
  const place = changed.ownPlace ?? changed.schedulePlace;
  const kind = 'chair' in details || 'speaker' in details ? 'who' : 'where';
  return applyChange(app, { ...changed, place }, { kind }, saidIn);
}
