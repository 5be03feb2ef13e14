import type { Temporal } from 'temporal-polyfill';
import { formatMoment } from '../../texts/format.ts';
import type { Markup } from '../../texts/markup.ts';
import type { Language, Translator } from '../../texts/translator.ts';
import { fill } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import { closesAt, codeOfMeeting, isBefore, type Meeting, mayTick, opensAt, startOf } from './meeting.ts';

/** `SH12 – Sinh hoạt chi bộ, thứ Hai, 05/01/2026, 19 giờ 30` */
export function meetingName(meeting: Meeting, language: Language): Markup {
  return fill(language, 'attendance.session', {
    code: codeOfMeeting(meeting),
    title: meeting.title,
    moment: formatMoment(startOf(meeting), language),
  });
}

/** @throws UserError when a session is not taking place */
export function demandOn(meeting: Meeting, { language }: Translator): void {
  const { state } = meeting;
  if (state !== 'on') throw new UserError(`attendance.${state}`, { session: meetingName(meeting, language) });
}

/** @throws UserError when nobody can answer yet, or any more */
export function demandOpen(meeting: Meeting, now: Temporal.Instant, t: Translator): void {
  demandOn(meeting, t);
  const session = meetingName(meeting, t.language);
  if (!isBefore(now, closesAt(meeting))) throw new UserError('attendance.closed', { session });
  if (isBefore(now, opensAt(meeting))) {
    const from = formatMoment(opensAt(meeting).toZonedDateTimeISO(meeting.timeZone), t.language);
    throw new UserError('attendance.too_early', { session, from });
  }
}

/** @throws UserError when nobody can be ticked yet, or any more */
export function demandTicking(meeting: Meeting, now: Temporal.Instant, t: Translator): void {
  demandOn(meeting, t);
  const session = meetingName(meeting, t.language);
  const code = codeOfMeeting(meeting);
  if (!isBefore(now, closesAt(meeting)))
    throw new UserError('attendance.closed_for_administrators', { session, code });
  if (!mayTick(meeting, now)) throw new UserError('attendance.tick_too_early', { session });
}
