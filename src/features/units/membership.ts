import type { App } from '../../app.ts';
import type { Incoming } from '../../chat/incoming.ts';
import type { Message } from '../../chat/message.ts';
import { translator } from '../../texts/translator.ts';
import { closeChannel, isOpen, meetChannel, moveChannel } from './channels.ts';

/** The bot was added to a channel, removed from it, or the channel moved to another id. */
export const followMembership = async (app: App, incoming: Incoming): Promise<Message | undefined> => {
  const { platform, channel } = incoming;
  if (incoming.kind === 'left') await closeChannel(app, platform, channel.id);
  if (incoming.kind === 'moved') await moveChannel(app, platform, channel.id, incoming.newChannelId);
  if (incoming.kind !== 'joined' || channel.kind === 'private') return undefined;
  const wasHere = await isOpen(app, platform, channel.id);
  const { unit, language } = await meetChannel(app, incoming);
  // A group that moved to another id reports the bot as new there, though it never left.
  if (unit && wasHere) return undefined;
  const t = translator(language);
  return { text: unit ? t('unit.back', { unit: unit.name }) : t('unit.hello') };
};
