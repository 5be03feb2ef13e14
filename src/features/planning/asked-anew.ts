import type { App } from '../../app.ts';
import type { Call } from '../../chat/call.ts';
import type { Message } from '../../chat/message.ts';
import { joinMarkup } from '../../texts/markup.ts';
import { askedAnew } from '../attendance/under-reminder.ts';
import type { Session } from '../sessions/session.ts';

/** An answer about a session that has another day now: with it those are asked again who answered for the old one. */
export async function withAskedAnew<Given extends Message>(
  app: App,
  { incoming, t }: Call,
  session: Session,
  message: Given,
): Promise<Given> {
  const { lines, buttons } = (await askedAnew(app, session))(t);
  if (lines.length === 0) return message;
  const text = joinMarkup([message.text, ...lines]);
  return incoming.channel.kind === 'private'
    ? { ...message, text }
    : { ...message, text, buttons: [...(message.buttons ?? []), ...buttons] };
}
