import type { App } from '../../app.ts';
import { StandingUnknown } from '../../chat/access.ts';
import type { Incoming, PlatformName } from '../../chat/incoming.ts';
import { type Platform, PlatformError } from '../../chat/platform.ts';
import { askedOf } from '../dialogs/dialog-store.ts';

/**
 * An administrator who stays anonymous behind the group is asked as the group, and presses the answer as themselves:
 * such a press is the group's, as long as the platform says that they are an administrator there.
 */
export function createInWhoseName(
  app: App,
  platformOf: (name: PlatformName) => Platform | undefined,
): (incoming: Incoming) => Promise<Incoming> {
  return async (incoming) => {
    if (incoming.kind !== 'press' || incoming.channel.kind !== 'group' || /^\s*[/／]/u.test(incoming.line))
      return incoming;
    const { platform, channel, sender, messageId } = incoming;
    const behindGroup = { id: channel.id, name: channel.title, isAdministrator: true };
    const asked = await askedOf(app, { platform, channel, sender: behindGroup });
    if (!asked.some(({ messages }) => messages?.includes(messageId))) return incoming;
    const standing = await standingIn(platformOf(platform), channel.id, sender.id);
    return standing === 'administrator' ? { ...incoming, sender: behindGroup } : incoming;
  };
}

/** Undefined where the platform never will say. @throws StandingUnknown when it cannot for now */
async function standingIn(platform: Platform | undefined, channel: string, account: string) {
  try {
    return await platform?.standing(channel, account);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (error.kind === 'gone' || error.kind === 'rejected') return undefined;
    throw new StandingUnknown();
  }
}
