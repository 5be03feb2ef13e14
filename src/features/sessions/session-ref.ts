import type { App } from '../../app.ts';
import { type Code, readCode, writeCode } from '../../chat/codes.ts';
import { demandAllUsed } from '../../chat/unused-words.ts';
import { beginning } from '../../texts/shorten.ts';
import { UserError } from '../../texts/user-error.ts';
import { findSchedule } from './schedule-store.ts';
import { isOn, type Session, tagOf } from './session.ts';
import { findSession, openSessionsOf } from './session-store.ts';

/** A session as somebody names it: SH12, or NL3 for the next session of a schedule. */
export type SessionRef = { code: Code; tag: string | undefined };

/** `SH12`, `sh 12`, `NL3`, and as buttons name it `SH12~1f3a2b`. */
const REF = /^\s*(#?\p{L}{2}[\s-]{0,3}\d{1,9})(?:~([0-9a-f]{6}))?(?![\p{L}\d/])[:,;.]?\s*/iu;

/**
 * Takes a session off the front of a line; without one all of the line is left.
 * @throws UserError when it is the code of something else
 */
export function takeSessionRef(line: string): { ref: SessionRef | undefined; said: string; rest: string } {
  const [whole, code, tag] = REF.exec(line) ?? [];
  if (whole === undefined || code === undefined || !isCode(code))
    return { ref: undefined, said: '', rest: line.trim() };
  const rest = line.slice(whole.length).trim();
  return { ref: { code: codeOfSessionIn(code), tag }, said: whole.replace(/[:,;.]?\s*$/, '').trim(), rest };
}

/** Two letters and a number may be anything: "ap 2" is no code. */
function isCode(text: string): boolean {
  try {
    readCode(text);
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return false;
  }
}

function codeOfSessionIn(text: string): Code {
  const code = readCode(text);
  if (code.prefix !== 'SH' && code.prefix !== 'NL')
    throw new UserError('session.not_a_session', { code: writeCode(code) });
  return code;
}

/** A session and nothing else. @throws UserError showing what codes look like, or naming what stands behind one */
export function readSessionRef(text: string): SessionRef {
  const { ref, said, rest } = takeSessionRef(text);
  if (!ref) throw new UserError('session.not_a_session', { code: beginning(text.trim(), 40) });
  demandAllUsed(rest, said);
  return ref;
}

/** Reads `SH12 what follows`: the session, and under another name what is left, also where there is no code. */
export function refAnd(rest: string, name = 'code') {
  return (line: string): Record<string, string> => {
    const { ref, said, rest: left } = takeSessionRef(line);
    return { ...(ref ? { [name]: said } : {}), ...(left === '' ? {} : { [rest]: left }) };
  };
}

/** @throws UserError when the unit has no such session, or the button was made for another unit */
export async function sessionWithRef(app: App, unitId: string, { code, tag }: SessionRef): Promise<Session> {
  const session = await findWithRef(app, unitId, { code, tag: undefined });
  if (tag !== undefined && (!session || tagOf(session) !== tag)) throw new UserError('session.other_unit');
  if (!session)
    throw new UserError(code.prefix === 'NL' ? 'session.none_of_schedule' : 'session.not_found', {
      code: writeCode(code),
    });
  return session;
}

/** The session of a unit that is meant; undefined where the unit has none such. */
export async function findWithRef(
  app: App,
  unitId: string,
  { code, tag }: SessionRef,
): Promise<Session | undefined> {
  const session =
    code.prefix === 'NL'
      ? await nextOfSchedule(app, unitId, code.number)
      : await findSession(app.db, unitId, code.number);
  return session && tag !== undefined && tagOf(session) !== tag ? undefined : session;
}

/** The next session of a schedule that takes place, as far as it has been made. */
export async function nextOfSchedule(
  app: App,
  unitId: string,
  scheduleNumber: number,
): Promise<Session | undefined> {
  const schedule = await findSchedule(app.db, unitId, scheduleNumber);
  if (!schedule || (schedule.state !== 'active' && !schedule.pausedUntil)) return undefined;
  return (await openSessionsOf(app.db, schedule.id, app.clock.now())).find(isOn);
}
