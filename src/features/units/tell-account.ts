import type { App } from '../../app.ts';
import type { Call } from '../../chat/call.ts';
import type { Message } from '../../chat/message.ts';
import { LANES } from '../../delivery/pace.ts';
import { type Translator, translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import { privateChannel } from './channels.ts';
import { postTo } from './post-to.ts';

/** Says something in the private chat with an account, where the bot may write there. */
export async function tellAccount(
  app: App,
  { platform, account }: { platform: string; account: string },
  key: string,
  write: (t: Translator) => Message,
): Promise<void> {
  const channel = await privateChannel(app, platform, account);
  if (!channel) return;
  await postTo(app, channel, { key, message: write(translator(channel.language)), lane: LANES.answer });
}

/** A code that others see, or get somebody to type, would give them that person's roles: it stays in private. */
export function demandPrivate({ incoming }: Call): void {
  if (incoming.channel.kind !== 'private') throw new UserError('join.in_private');
}
