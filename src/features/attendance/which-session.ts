import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { type Call, type Unit, unitOf } from '../../chat/call.ts';
import { joinMarkup } from '../../texts/markup.ts';
import { beginning } from '../../texts/shorten.ts';
import type { Translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import { codeOfSession, exactCode, type Session, sessionName, takesPlace } from '../sessions/session.ts';
import { findWithRef, type SessionRef, sessionWithRef } from '../sessions/session-ref.ts';
import { sessionsStarting } from '../sessions/session-store.ts';
import { hasBegun, isOpen, isRunning, mayTick } from './attendance-times.ts';
import { resultsBetween } from './result-store.ts';

const LOOK_AHEAD_DAYS = 45;
const LOOK_BACK_DAYS = 7;
const MOST_OFFERED = 6;
const LONGEST_UNIT = 18;

/**
 * The session that an answer is about: the one that is meant, the one that goes on or has just been, or the next one;
 * never one that is over. @throws UserError asking which, when two go on or come on the same day
 */
export async function sessionToAnswer(app: App, call: Call, ref: SessionRef | undefined): Promise<Session> {
  const unit = unitOf(call);
  const { otherUnits = [] } = call.caller;
  if (otherUnits.length > 0) return sessionOfOneUnit(app, [unit, ...otherUnits], ref, call.t);
  if (ref) return sessionWithRef(app, unit.id, ref);
  const { meant, over } = await sessionsMeant(app, unit.id);
  const found = onlyOne(meant, call.t);
  if (!found) throw noneOpen(over, call.t);
  return found;
}

/** Those that go on, or those of the next day that has one; and the last one that is over. */
async function sessionsMeant(
  app: App,
  unitId: string,
): Promise<{ meant: readonly Session[]; over: Session | undefined }> {
  const now = app.clock.now();
  const open = (await around(app, unitId, LOOK_BACK_DAYS, LOOK_AHEAD_DAYS)).filter((each) =>
    isOpen(each, now),
  );
  const running = open.filter((session) => isRunning(session, now));
  if (running.length > 0) return { meant: running, over: undefined };
  const coming = open.filter((session) => !hasBegun(session, now));
  const [next] = coming;
  const meant = next ? coming.filter((session) => onSameDay(session, next)) : [];
  return { meant, over: open.at(-1) };
}

/** @throws UserError asking a person of several units of which one the session is, unless only one has such a session */
async function sessionOfOneUnit(
  app: App,
  units: readonly Unit[],
  ref: SessionRef | undefined,
  t: Translator,
): Promise<Session> {
  const found: { session: Session; unit: Unit }[] = [];
  for (const unit of units) {
    const sessions = ref ? await withRef(app, unit.id, ref) : (await sessionsMeant(app, unit.id)).meant;
    found.push(...sessions.map((session) => ({ session, unit })));
  }
  const [only, ...others] = found;
  const [here] = units;
  if (!only) {
    if (ref && here) return sessionWithRef(app, here.id, ref);
    throw noneOpen(here && (await sessionsMeant(app, here.id)).over, t);
  }
  if (others.length === 0) return only.session;
  const offered = found.slice(0, MOST_OFFERED);
  const lines = offered.map(({ session, unit }) =>
    t('attendance.which_line_of', { session: sessionName(session, t.language), unit: unit.name }),
  );
  throw new UserError('attendance.which', { sessions: joinMarkup(lines) }).about(
    'session',
    offered.map(({ session, unit }) => `${exactCode(session)} ${beginning(unit.name, LONGEST_UNIT)}`),
  );
}

async function withRef(app: App, unitId: string, ref: SessionRef): Promise<readonly Session[]> {
  const session = await findWithRef(app, unitId, ref);
  return session ? [session] : [];
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
  const begun = await sessionsBegun(app, unitId);
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

/** Those of the last days that took place, or go on, oldest first. */
export async function sessionsBegun(app: App, unitId: string): Promise<readonly Session[]> {
  return (await around(app, unitId, LOOK_BACK_DAYS, 0)).filter(takesPlace);
}
