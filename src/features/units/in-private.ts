import type { App } from '../../app.ts';
import { inPlaceOfPressed } from '../../chat/button.ts';
import type { Call } from '../../chat/call.ts';
import type { Message } from '../../chat/message.ts';
import { LANES } from '../../delivery/pace.ts';
import type { Markup } from '../../texts/markup.ts';
import { type Translator, translator } from '../../texts/translator.ts';
import { privateChannel } from './channels.ts';
import { postTo } from './post-to.ts';

/** What is said in the group: that it was `sent`, or `how` to get it where no private chat is open. */
type InGroup = { key: string; sent: Markup; how: Markup };

/** Answers with names only where nobody else reads them: in the private chat, or by telling how to get there. */
export async function answerInPrivate(
  app: App,
  call: Call,
  { key, sent, how }: InGroup,
  write: (t: Translator) => Message,
): Promise<Message> {
  const { incoming, t } = call;
  if (incoming.channel.kind === 'private') return inPlaceOfPressed(call, write(t));
  const channel = await privateChannel(app, incoming.platform, incoming.sender.id);
  if (!channel) return { text: how, privately: true };
  await postTo(app, channel, {
    key: `${key}${incoming.platform}:${incoming.updateId}`,
    message: write(translator(channel.language)),
    lane: LANES.answer,
  });
  return { text: sent, privately: true };
}
