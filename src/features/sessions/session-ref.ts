import type { App } from '../../app.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { type Code, readCode, writeCode } from '../../chat/codes.ts';
import { UserError } from '../../texts/user-error.ts';
import { nextSessionOf } from '../planning/next-session.ts';
import { type Session, tagOf } from './session.ts';
import { findSession } from './session-store.ts';

/** A session as somebody names it: SH12, or NL3 for the next session of a schedule. */
export type SessionRef = { code: Code; tag: string | undefined };

const REF = /^\s*(#?\p{L}{2}[\s-]{0,3}\d{1,9})(?:~([0-9a-f]{6}))?(?![\p{L}\d])[:,;.]?\s*/iu;

/** @throws UserError showing what codes look like */
export function readSessionRef(text: string): SessionRef {
  const [whole, code = text, tag] = REF.exec(text) ?? [];
  if (whole !== undefined && whole.length < text.length) return { code: readCode(text), tag };
  return { code: readCode(code), tag };
}

/** Reads `SH12 what follows`: the code, and under another name what is left, also where there is no code. */
export function refAnd(rest: string) {
  return (line: string): Record<string, string> => {
    const [whole] = REF.exec(line) ?? [];
    if (whole === undefined) return /^\s*#?(?:sh|nl)/iu.test(line) ? { code: line } : { [rest]: line.trim() };
    const left = line.slice(whole.length).trim();
    return { code: whole.replace(/[:,;.]?\s*$/, '').trim(), ...(left === '' ? {} : { [rest]: left }) };
  };
}

/** @throws UserError when the unit has no such session, or the button was made for another unit */
export async function sessionWithRef(app: App, call: Call, { code, tag }: SessionRef): Promise<Session> {
  const unit = unitOf(call);
  const session =
    code.prefix === 'NL'
      ? await nextSessionOf(app, unit.id, code.number)
      : code.prefix === 'SH'
        ? await findSession(app.db, unit.id, code.number)
        : undefined;
  if (tag !== undefined && (!session || tagOf(session) !== tag)) throw new UserError('session.other_unit');
  if (!session)
    throw new UserError(code.prefix === 'NL' ? 'session.none_of_schedule' : 'session.not_found', {
      code: writeCode(code),
    });
  return session;
}
