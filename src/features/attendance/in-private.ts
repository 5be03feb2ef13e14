import type { App } from '../../app.ts';
import type { Call } from '../../chat/call.ts';
import type { Message } from '../../chat/message.ts';
import type { Translator } from '../../texts/translator.ts';
import { codeOfSession, type Session } from '../sessions/session.ts';
import { answerInPrivate } from '../units/in-private.ts';

const LISTS = 'attendance-list:';

/** The list of a session goes where nobody else reads it. */
export function listInPrivate(
  app: App,
  call: Call,
  session: Session,
  write: (t: Translator) => Message,
): Promise<Message> {
  const code = codeOfSession(session);
  const inGroup = {
    key: LISTS,
    sent: call.t('attendance.list_sent', { code }),
    how: call.t('attendance.list_in_private', { code }),
  };
  return answerInPrivate(app, call, inGroup, write);
}
