import type { App } from '../../app.ts';
import type { PlatformName } from '../../chat/incoming.ts';
import { type Platform, PlatformError, type Standing } from '../../chat/platform.ts';
import { fromIso, secondsBetween, toIso } from '../../core/local-time.ts';
import { Remembered } from '../../core/remembered.ts';
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
  const believed = new Remembered<Standing>(app.clock, BELIEVED_MS);
  const note = async (channel: KnownChannel, account: string, standing: Standing): Promise<void> => {
    const askedAt = toIso(app.clock.now());
    await saveStanding(
      app.db,
      { channelId: channel.id, platform: channel.platform, account },
      { standing, askedAt },
    );
    believed.set(keyOf(channel, account), standing);
  };
  return {
    told: async (channel, account, standing) => {
      if (believed.get(keyOf(channel, account)) !== standing) await note(channel, account, standing);
    },
    ask: async (channel, account) => {
      const known = believed.get(keyOf(channel, account));
      if (known !== undefined) return known;
      const standing = await askPlatform(app, platformOf(channel.platform), channel.target.channel, account);
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

/** What a platform says now. */
export async function askPlatform(
  { log }: App,
  platform: Platform | undefined,
  channel: string,
  account: string,
): Promise<Told> {
  try {
    return await platform?.standing(channel, account);
  } catch (err) {
    if (!(err instanceof PlatformError)) throw err;
    log.warn(
      { err },
      'the platform cannot say what somebody is in a channel; a role that was given holds on for a day',
    );
    return err.kind === 'gone' || err.kind === 'rejected' ? undefined : 'unknown';
  }
}
