import type { App } from '../../app.ts';
import { StandingUnknown } from '../../chat/access.ts';
import type { Incoming } from '../../chat/incoming.ts';
import { askedOf } from '../dialogs/dialog-store.ts';
import { askPlatform, type PlatformOf } from './standings.ts';

/**
 * An administrator who stays anonymous behind the group is asked as the group, and presses the answer as themselves:
 * such a press is the group's, as long as the platform says that they are an administrator there. It throws
 * StandingUnknown while that cannot be said.
 */
export function createInWhoseName(
  app: App,
  platformOf: PlatformOf,
): (incoming: Incoming) => Promise<Incoming> {
  return async (incoming) => {
    if (incoming.kind !== 'press' || incoming.channel.kind !== 'group' || /^\s*[/／]/u.test(incoming.line))
      return incoming;
    const { platform, channel, sender, messageId } = incoming;
    const behindGroup = { id: channel.id, name: channel.title, isAdministrator: true };
    const asked = await askedOf(app, { platform, channel, sender: behindGroup });
    if (!asked.some(({ messages }) => messages?.includes(messageId))) return incoming;
    const standing = await askPlatform(app, platformOf(platform), channel.id, sender.id);
    if (standing === 'unknown') throw new StandingUnknown();
    return standing === 'administrator' ? { ...incoming, sender: behindGroup } : incoming;
  };
}
