import type { Temporal } from 'temporal-polyfill';
import { button } from '../../chat/button.ts';
import type { Message } from '../../chat/message.ts';
import { formatMoment } from '../../texts/format.ts';
import type { Translator } from '../../texts/translator.ts';
import type { ComingSession } from '../sessions/coming-sessions.ts';
import { codeOfSession, exactCode, type Session } from '../sessions/session.ts';

/** The question whether to move a session onto another one; the line `anyway` does it. */
export function clashQuestion(
  session: Session,
  start: Temporal.ZonedDateTime,
  other: ComingSession,
  anyway: string,
  t: Translator,
): Message {
  return {
    text: t('move.clash', {
      code: codeOfSession(session),
      moment: formatMoment(start, t.language),
      other: other.schedule.title,
      time: formatMoment(other.start, t.language),
    }),
    buttons: [
      [button(t, 'button.move_anyway', anyway)],
      [button(t, 'button.other_day', `/doilich ${exactCode(session)}`)],
    ],
    inPlace: true,
  };
}
