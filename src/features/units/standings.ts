import type { App } from '../../app.ts';
import type { PlatformName } from '../../chat/incoming.ts';
import { type Platform, PlatformError, type Standing } from '../../chat/platform.ts';
import { fromIso, secondsBetween, toIso } from '../../core/local-time.ts';
import type { KnownChannel } from './channels.ts';
import { findStanding, saveStanding } from './standing-store.ts';

/** How long what a platform said about a person is believed without asking again. */
export const BELIEVED_SECONDS = 60;
/** How long it holds on while the platform cannot say. */
const HOLDS_SECONDS = 24 * 3600;

/** What the platforms say that accounts are in channels. They are asked, so no transaction may be open. */
export type Standings = {
  /** Asks at most once a minute. Where the platform cannot say, what it last said, for a day; then undefined. */
  ask(channel: KnownChannel, account: string): Promise<Standing | undefined>;
  /** The platform said so of its own accord. */
  told(channel: KnownChannel, account: string, standing: Standing): Promise<void>;
};

export type PlatformOf = (name: PlatformName) => Platform | undefined;

export function createStandings(app: App, platformOf: PlatformOf): Standings {
  const told: Standings['told'] = async ({ id: channelId, platform }, account, standing) => {
    const known = await findStanding(app.db, channelId, account);
    if (known?.standing === standing && isWithin(app, known.askedAt, BELIEVED_SECONDS)) return;
    const askedAt = toIso(app.clock.now());
    await saveStanding(app.db, { channelId, platform, account }, { standing, askedAt });
  };
  return {
    told,
    ask: async (channel, account) => {
      const known = await findStanding(app.db, channel.id, account);
      if (known && isWithin(app, known.askedAt, BELIEVED_SECONDS)) return known.standing;
      const standing = await askPlatform(app, platformOf(channel.platform), channel, account);
      if (standing === undefined)
        return known && isWithin(app, known.askedAt, HOLDS_SECONDS) ? known.standing : undefined;
      await told(channel, account, standing);
      return standing;
    },
  };
}

function isWithin({ clock }: App, iso: string, seconds: number): boolean {
  return secondsBetween(fromIso(iso), clock.now()) < seconds;
}

async function askPlatform(
  { log }: App,
  platform: Platform | undefined,
  { target }: KnownChannel,
  account: string,
): Promise<Standing | undefined> {
  try {
    return await platform?.standing(target.channel, account);
  } catch (err) {
    if (!(err instanceof PlatformError)) throw err;
    log.warn(
      { err },
      'the platform cannot say what somebody is in a channel; what it last said holds on for a day',
    );
    return undefined;
  }
}
