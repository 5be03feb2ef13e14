import { cleanLine, readLine } from '../../chat/read-line.ts';
import { UserError } from '../../texts/user-error.ts';

const LONGEST_REASON = 300;
const LEADING = /^[\s:,;.–-]+/u;
const BECAUSE = /^(?:vì|vi|do|bởi vì|boi vi|lý do|ly do|because(?: of)?)(?:\s+(?:là|la))?\s*:?\s+(?=\S)/iu;

/** Why somebody cannot come, in a line. @throws UserError when it says nothing, or too much */
export function readReason(text: string): string {
  return readLine(cleanLine(text).replace(LEADING, '').replace(BECAUSE, ''), {
    needs: /[\p{L}\d]/u,
    most: LONGEST_REASON,
    none: () => new UserError('attendance.reason_empty'),
    tooLong: (size) => new UserError('attendance.reason_too_long', size),
  });
}
