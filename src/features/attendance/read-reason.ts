import { UserError } from '../../texts/user-error.ts';

const LONGEST_REASON = 300;
const LEADING = /^[\s:,;.–-]+/u;
const BECAUSE = /^(?:vì|vi|do|bởi vì|boi vi|lý do|ly do|because(?: of)?)(?:\s+(?:là|la))?\s*:?\s+(?=\S)/iu;

/** Why somebody cannot come, in a line. @throws UserError when it says nothing, or too much */
export function readReason(text: string): string {
  const reason = text.normalize('NFC').replace(/\s+/g, ' ').replace(LEADING, '').replace(BECAUSE, '').trim();
  if (!/[\p{L}\d]/u.test(reason)) throw new UserError('attendance.reason_empty');
  if (reason.length > LONGEST_REASON)
    throw new UserError('attendance.reason_too_long', { n: reason.length, max: LONGEST_REASON });
  return reason;
}
