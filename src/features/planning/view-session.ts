import type { App } from '../../app.ts';
import { mayActAs } from '../../chat/access.ts';
import type { Call } from '../../chat/call.ts';
import type { Message } from '../../chat/message.ts';
import { topicsOf } from '../reminders/reminder-extras.ts';
import type { Session } from '../sessions/session.ts';
import { sessionView } from './session-text.ts';

/** A session as the caller may see it, and change it. */
export async function viewFor(app: App, call: Call, session: Session): Promise<Message> {
  const topics = await topicsOf(app, session.unitId, session.start.toPlainDate());
  return sessionView(session, topics, call.t, mayActAs(call.caller.role, 'administrator'));
}
