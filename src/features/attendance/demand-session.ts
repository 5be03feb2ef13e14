import type { Temporal } from 'temporal-polyfill';
import { formatMoment } from '../../texts/format.ts';
import type { Translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import { codeOfSession, type Session, sessionName, statusOf } from '../sessions/session.ts';
import { closesAt, isBefore, mayTick, opensAt } from './attendance-times.ts';

/** @throws UserError when a session is not taking place */
export function demandOn(session: Session, { language }: Translator): void {
  const status = statusOf(session);
  if (status !== 'on' && status !== 'held')
    throw new UserError(`attendance.${status}`, { session: sessionName(session, language) });
}

/** @throws UserError when nobody can answer yet, or any more */
export function demandOpen(session: Session, now: Temporal.Instant, t: Translator): void {
  demandOn(session, t);
  const name = sessionName(session, t.language);
  if (!isBefore(now, closesAt(session))) throw new UserError('attendance.closed', { session: name });
  if (isBefore(now, opensAt(session))) {
    const from = formatMoment(opensAt(session).toZonedDateTimeISO(session.timeZone), t.language);
    throw new UserError('attendance.too_early', { session: name, from });
  }
}

/** @throws UserError when nobody can be ticked yet, or any more */
export function demandTicking(session: Session, now: Temporal.Instant, t: Translator): void {
  demandOn(session, t);
  const name = sessionName(session, t.language);
  if (!isBefore(now, closesAt(session)))
    throw new UserError('attendance.closed_for_administrators', {
      session: name,
      code: codeOfSession(session),
    });
  if (!mayTick(session, now)) throw new UserError('attendance.tick_too_early', { session: name });
}
