import { codeAnd, readCode } from '../../chat/codes.ts';
import { UserError } from '../../texts/user-error.ts';

/** Which session: its number, and the mark that tells it from those of other units. */
export type Ref = { number: number; tag: string | undefined };

const TAG = /^~([0-9a-f]{6})(?:\s+|$)/;

/** Takes `SH12` or `SH12~1f3a2b` off the front of a line. @throws UserError when it is the code of something else */
export function takeRef(line: string): { ref: Ref | undefined; rest: string } {
  const { code, rest = '' } = codeAnd('rest')(line.normalize('NFC'));
  if (code === undefined || (rest === '' && !/^[A-Z]{2}\d+$/.test(code)))
    return { ref: undefined, rest: line };
  const { prefix, number } = readCode(code);
  if (prefix !== 'SH') throw new UserError('attendance.not_a_session', { code });
  const tag = TAG.exec(rest)?.[1];
  return { ref: { number, tag }, rest: rest.replace(TAG, '') };
}

/** The same when nothing else may stand there. @throws UserError showing what the code of a session looks like */
export function readRef(text: string): Ref {
  const { ref, rest } = takeRef(text);
  if (!ref || rest.trim() !== '')
    throw new UserError('attendance.not_a_session', { code: text.slice(0, 40) });
  return ref;
}
