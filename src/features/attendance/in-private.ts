import type { App } from '../../app.ts';
import { inPlaceOfPressed } from '../../chat/button.ts';
import type { Call } from '../../chat/call.ts';
import type { Message } from '../../chat/message.ts';
import { forgetSaid } from '../../delivery/outbox.ts';
import { LANES } from '../../delivery/pace.ts';
import { type Translator, translator } from '../../texts/translator.ts';
import { codeOfSession, type Session } from '../sessions/session.ts';
import { privateChannel } from '../units/channels.ts';
import { postTo } from '../units/post-to.ts';

const LISTS = 'attendance-list:';

/** Lists that were sent name people, and say why they were away: they are not kept. */
export function forgetLists(app: App): Promise<void> {
  return forgetSaid(app.db, LISTS);
}

/** Answers with names only where nobody else reads them: in the private chat, or by telling how to get there. */
export async function answerInPrivate(
  app: App,
  call: Call,
  session: Session,
  write: (t: Translator) => Message,
): Promise<Message> {
  const { incoming, t } = call;
  if (incoming.channel.kind === 'private') return inPlaceOfPressed(call, write(t));
  const code = codeOfSession(session);
  const channel = await privateChannel(app, incoming.platform, incoming.sender.id);
  if (!channel) return { text: t('attendance.list_in_private', { code }), privately: true };
  await postTo(app, channel, {
    key: `${LISTS}${incoming.platform}:${incoming.updateId}`,
    message: write(translator(channel.language)),
    lane: LANES.answer,
  });
  return { text: t('attendance.list_sent', { code }), privately: true };
}
