import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { joinMarkup } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import { codeOfSession, type Session, sessionName, takesPlace } from '../sessions/session.ts';
import { type SessionRef, sessionWithRef } from '../sessions/session-ref.ts';
import { sessionsStarting } from '../sessions/session-store.ts';
import { hasBegun, isOpen, isRunning, mayTick } from './attendance-times.ts';
import { resultsBetween } from './result-store.ts';

const LOOK_AHEAD_DAYS = 45;
const LOOK_BACK_DAYS = 7;
const MOST_OFFERED = 6;

/**
 * The session that an answer is about: the one that is meant, the one that goes on or has just been, or the next one;
 * never one that is over. @throws UserError asking which, when two go on or come on the same day
 */
export async function sessionToAnswer(
  app: App,
  unitId: string,
  ref: SessionRef | undefined,
  t: Translator,
): Promise<Session> {
  if (ref) return sessionWithRef(app, unitId, ref);
  const now = app.clock.now();
  const open = (await around(app, unitId, LOOK_BACK_DAYS, LOOK_AHEAD_DAYS)).filter((each) =>
    isOpen(each, now),
  );
  const coming = open.filter((session) => !hasBegun(session, now));
  const [next] = coming;
  const found =
    onlyOne(
      open.filter((session) => isRunning(session, now)),
      t,
    ) ?? onlyOne(next ? coming.filter((session) => onSameDay(session, next)) : [], t);
  if (!found) throw noneOpen(open.at(-1), t);
  return found;
}

/** There is none to answer for; one that is over can still be meant, by its code. */
function noneOpen(over: Session | undefined, { language }: Translator): UserError {
  return over
    ? new UserError('attendance.over', { session: sessionName(over, language) }).about('session', [
        codeOfSession(over),
      ])
    : new UserError('attendance.none_open');
}

function around(app: App, unitId: string, backDays: number, aheadDays: number): Promise<Session[]> {
  const now = app.clock.now();
  const [from, to] = [now.subtract({ hours: 24 * backDays }), now.add({ hours: 24 * aheadDays })];
  return sessionsStarting(app.db, unitId, from, to);
}

/** @throws UserError asking which one, when there are several */
function onlyOne(sessions: readonly Session[], t: Translator): Session | undefined {
  const [only, ...others] = sessions;
  if (others.length === 0) return only;
  const offered = sessions.slice(-MOST_OFFERED);
  const lines = offered.map((session) =>
    t('attendance.which_line', { session: sessionName(session, t.language) }),
  );
  throw new UserError('attendance.which', { sessions: joinMarkup(lines) }).about(
    'session',
    offered.map(codeOfSession),
  );
}

function onSameDay(one: Session, other: Session): boolean {
  return Temporal.PlainDate.compare(one.start, other.start) === 0;
}

/** The session whose people are being ticked: the one that goes on, or the last one. @throws UserError asking which */
export async function sessionToTick(
  app: App,
  unitId: string,
  ref: SessionRef | undefined,
  t: Translator,
): Promise<Session> {
  if (ref) return sessionWithRef(app, unitId, ref);
  const now = app.clock.now();
  const begun = (await around(app, unitId, LOOK_BACK_DAYS, 1)).filter((session) => mayTick(session, now));
  const running = begun.filter((session) => isRunning(session, now));
  const found = onlyOne(running.length > 0 ? running : begun, t);
  if (!found) throw new UserError('attendance.none_open');
  return found;
}

/**
 * The session that totals are about: the one that is meant, or the one of the last week without any yet.
 * @throws UserError asking which, when there are several
 */
export async function sessionToRecord(
  app: App,
  unitId: string,
  ref: SessionRef | undefined,
  t: Translator,
): Promise<Session> {
  const now = app.clock.now();
  if (ref) {
    const session = await sessionWithRef(app, unitId, ref);
    if (!hasBegun(session, now))
      throw new UserError('meeting.not_yet', { session: sessionName(session, t.language) });
    return session;
  }
  const begun = (await around(app, unitId, LOOK_BACK_DAYS, 0)).filter(takesPlace);
  const [first] = begun;
  const recorded = first
    ? await resultsBetween(app.db, first.unitId, first.start.toInstant(), now.add({ seconds: 1 }))
    : [];
  const done = new Set(recorded.map(({ sessionId }) => sessionId));
  const found =
    onlyOne(
      begun.filter(({ id }) => !done.has(id)),
      t,
    ) ?? begun.at(-1);
  if (!found) throw new UserError('meeting.none_yet');
  return found;
}
