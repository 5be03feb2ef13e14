import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import type { Call } from '../../chat/call.ts';
import { UserError } from '../../texts/user-error.ts';
import { changeLine, type Happening } from './change-text.ts';
import { followChange } from './follow-change.ts';
import { codeOfSession, dayOffCheckOf, ruleStart, type Session } from './session.ts';
import { updateSession } from './session-store.ts';

/** A small change, such as who speaks, is corrected in what was posted and not called out. */
const isQuiet = ({ kind }: Happening): boolean => kind === 'who' || kind === 'renamed';

/** Writes down what a session is now, and lets its reminders follow. `saidIn`: where the answer says it. */
export const applyChange = async (
  app: App,
  session: Session,
  happening: Happening,
  saidIn: string | undefined,
): Promise<Session> => {
  await updateSession(app.db, session);
  await followChange(app, session, {
    line: (t) => changeLine(session, happening, t),
    saidIn,
    aloud: !isQuiet(happening),
    rescheduled: ['moved', 'restored', 'resumed'].includes(happening.kind),
  });
  return session;
};

/** @throws UserError when the session is over: it has been held */
const mustBeOpen = (session: Session): void => {
  if (session.state === 'held') throw new UserError('session.is_held', { code: codeOfSession(session) });
  if (session.scheduleState === 'cancelled')
    throw new UserError('session.schedule_cancelled', { code: codeOfSession(session) });
};

/** @throws UserError when it is over, or stays where it is */
export const moveSession = async (
  app: App,
  call: Call,
  session: Session,
  start: Temporal.ZonedDateTime,
): Promise<Session> => {
  mustBeOpen(session);
  const isOn = session.state === 'planned' || session.state === 'moved';
  if (isOn && session.start.equals(start))
    throw new UserError('session.same_time', { code: codeOfSession(session) });
  const moved: Session = {
    ...session,
    start,
    state: start.equals(ruleStart(session)) ? 'planned' : 'moved',
    askAt: undefined,
    askDays: undefined,
    // Whoever chose the day knows what day it is, and is told when it is a day off.
    checkAt: undefined,
    dayOff: session.dayOff === undefined ? undefined : 'answered',
  };
  return applyChange(app, moved, { kind: 'moved', from: session.start }, call.caller.channelId);
};

const ASKED_AT_HOUR = { hour: 8, minute: 0, second: 0, millisecond: 0 };

/** When a new date is asked for, so many days from now. */
export const askAgainAt = (now: Temporal.ZonedDateTime, days: number): Temporal.Instant =>
  now.add({ days }).with(ASKED_AT_HOUR).toInstant();

/** No date for now; the administrators are asked again in so many days. @throws UserError when it is over or cancelled */
export const postponeSession = async (
  app: App,
  call: Call,
  session: Session,
  days: number,
): Promise<Session> => {
  mustBeOpen(session);
  const postponed: Session = {
    ...session,
    state: 'postponed',
    askAt: askAgainAt(call.now, days),
    askDays: days,
    checkAt: undefined,
  };
  if (session.state === 'postponed') {
    await updateSession(app.db, postponed);
    return postponed;
  }
  return applyChange(app, postponed, { kind: 'postponed' }, call.caller.channelId);
};

/** This one session does not take place; its schedule goes on. @throws UserError when it is over, or cancelled already */
export const cancelSession = async (app: App, call: Call, session: Session): Promise<Session> => {
  mustBeOpen(session);
  if (session.state === 'cancelled')
    throw new UserError('session.is_cancelled', { code: codeOfSession(session) });
  const cancelled: Session = { ...session, state: 'cancelled', askAt: undefined, checkAt: undefined };
  return applyChange(app, cancelled, { kind: 'cancelled' }, call.caller.channelId);
};

/** A session that was cancelled or postponed takes place after all. @throws UserError when its time has passed */
export const restoreSession = async (app: App, call: Call, session: Session): Promise<Session> => {
  mustBeOpen(session);
  if (session.state !== 'cancelled' && session.state !== 'postponed')
    throw new UserError('session.is_on', { code: codeOfSession(session) });
  if (session.start.epochMilliseconds <= call.now.epochMilliseconds)
    throw new UserError('session.has_passed', { code: codeOfSession(session) });
  const restored: Session = {
    ...session,
    state: session.start.equals(ruleStart(session)) ? 'planned' : 'moved',
    askAt: undefined,
    askDays: undefined,
    checkAt: dayOffCheckOf(session.start),
  };
  return applyChange(app, restored, { kind: 'restored' }, call.caller.channelId);
};

/** Where it takes place, who chairs it and who speaks. @throws UserError when it is over */
export const setDetails = async (
  app: App,
  call: Call,
  session: Session,
  details: Partial<Pick<Session, 'ownPlace' | 'chair' | 'speaker' | 'mode' | 'link'>>,
): Promise<Session> => {
  mustBeOpen(session);
  const changed = { ...session, ...details };
  const place = changed.ownPlace ?? changed.schedulePlace;
  const kind = 'chair' in details || 'speaker' in details ? 'who' : 'where';
  return applyChange(app, { ...changed, place }, { kind }, call.caller.channelId);
};
