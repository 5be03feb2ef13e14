import type { App } from '../../app.ts';
import type { PlatformName } from '../../chat/incoming.ts';
import { type Platform, PlatformError, type Standing } from '../../chat/platform.ts';
import { fromIso, secondsBetween, toIso } from '../../core/local-time.ts';
import type { KnownChannel } from './channels.ts';
import { findStanding, saveStanding } from './standing-store.ts';

/** How long what a platform said about a person is believed without asking again. */
const BELIEVED_MS = 60_000;
/** How long it holds on while the platform cannot say. */
const HOLDS_SECONDS = 24 * 3600;

/** `unknown`: the platform cannot say for now. Undefined where it never will, as in a chat that the bot was put out of. */
export type Told = Standing | 'unknown' | undefined;

/** What the platforms say that accounts are in channels. They are asked, so no transaction may be open. */
export type Standings = {
  /** Asks at most once a minute. */
  ask(channel: KnownChannel, account: string): Promise<Told>;
  /** What the platform last said; for a day. */
  lastSaid(channel: KnownChannel, account: string): Promise<Standing | undefined>;
  /** The platform said so of its own accord. */
  told(channel: KnownChannel, account: string, standing: Standing): Promise<void>;
};

export type PlatformOf = (name: PlatformName) => Platform | undefined;

export function createStandings(app: App, platformOf: PlatformOf): Standings {
  const believed = new Map<string, { standing: Standing; until: number }>();
  const nowBelieved = (channel: KnownChannel, account: string): Standing | undefined => {
    const known = believed.get(keyOf(channel, account));
    return known && known.until > app.clock.now().epochMilliseconds ? known.standing : undefined;
  };
  const note = async (channel: KnownChannel, account: string, standing: Standing): Promise<void> => {
    const now = app.clock.now();
    const askedAt = toIso(now);
    await saveStanding(
      app.db,
      { channelId: channel.id, platform: channel.platform, account },
      { standing, askedAt },
    );
    for (const [key, { until }] of believed) if (until <= now.epochMilliseconds) believed.delete(key);
    believed.set(keyOf(channel, account), { standing, until: now.epochMilliseconds + BELIEVED_MS });
  };
  return {
    told: async (channel, account, standing) => {
      if (nowBelieved(channel, account) !== standing) await note(channel, account, standing);
    },
    ask: async (channel, account) => {
      const known = nowBelieved(channel, account);
      if (known !== undefined) return known;
      const standing = await askPlatform(app, platformOf(channel.platform), channel, account);
      if (standing !== undefined && standing !== 'unknown') await note(channel, account, standing);
      return standing;
    },
    lastSaid: (channel, account) => lastSaid(app, channel, account),
  };
}

function keyOf({ id }: KnownChannel, account: string): string {
  return `${id}:${account}`;
}

async function lastSaid(app: App, { id }: KnownChannel, account: string): Promise<Standing | undefined> {
  const said = await findStanding(app.db, id, account);
  const isKept = said && secondsBetween(fromIso(said.askedAt), app.clock.now()) < HOLDS_SECONDS;
  return isKept ? said.standing : undefined;
}

async function askPlatform(
  { log }: App,
  platform: Platform | undefined,
  { target }: KnownChannel,
  account: string,
): Promise<Told> {
  try {
    return await platform?.standing(target.channel, account);
  } catch (err) {
    if (!(err instanceof PlatformError)) throw err;
    log.warn(
      { err },
      'the platform cannot say what somebody is in a channel; a role that was given holds on for a day',
    );
    return err.kind === 'gone' || err.kind === 'rejected' ? undefined : 'unknown';
  }
}
