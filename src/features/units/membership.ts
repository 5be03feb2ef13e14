import type { App } from '../../app.ts';
import type { Incoming } from '../../chat/incoming.ts';
import type { Message } from '../../chat/message.ts';
import { translator } from '../../texts/translator.ts';
import {
  closeChannel,
  closeServer,
  closeServersBut,
  followServer,
  isChannelOpen,
  meetChannel,
  moveChannel,
  openServer,
} from './channels.ts';

/** The bot was added to a channel, removed from it, or the channel moved to another id. */
export async function followMembership(app: App, incoming: Incoming): Promise<Message | undefined> {
  if (incoming.kind === 'present') return followPresence(app, incoming);
  await follow(app, incoming);
  const { platform, channel } = incoming;
  if (incoming.kind !== 'joined' || channel.kind === 'private') return undefined;
  const wasHere = await isChannelOpen(app, platform, channel.id);
  const isLinked =
    incoming.everywhere === true &&
    channel.server !== undefined &&
    (await openServer(app, platform, channel.server));
  const { unit, language } = await meetChannel(app, incoming);
  // A group that moved to another id reports the bot as new there, though it never left.
  if (unit && wasHere) return undefined;
  const t = translator(language);
  if (unit) return { text: t('unit.back', { unit: unit.name }) };
  // Where other channels of the server go on as before, there is nobody to be shown how to begin.
  return isLinked ? undefined : { text: t('unit.hello') };
}

/** A server that the bot is in: one that it has not been seen in before gets a hello, as far as it may say one. */
async function followPresence(
  app: App,
  incoming: Extract<Incoming, { kind: 'present' }>,
): Promise<Message | undefined> {
  const { platform, channel, open } = incoming;
  if (channel.server === undefined) return undefined;
  const isKnown = await followServer(app, platform, channel.server, incoming);
  if (isKnown || !open.includes(channel.id)) return undefined;
  const { language } = await meetChannel(app, incoming);
  return { text: translator(language)('unit.hello') };
}

async function follow(app: App, incoming: Incoming): Promise<void> {
  const { platform, channel } = incoming;
  if (incoming.kind === 'servers') await closeServersBut(app, platform, incoming.all);
  if (incoming.kind === 'moved') await moveChannel(app, platform, channel.id, incoming.newChannelId);
  if (incoming.kind !== 'left') return;
  if (incoming.everywhere && channel.server !== undefined) await closeServer(app, platform, channel.server);
  else await closeChannel(app, platform, channel.id);
}
