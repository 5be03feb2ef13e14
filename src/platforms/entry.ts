import type { ReadBlob } from '../chat/outgoing-files.ts';
import type { Platform } from '../chat/platform.ts';
import type { Config } from '../config.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Route } from '../http/route.ts';
import type { ProxySettings } from './proxy.ts';

/** A platform as the rest of the bot chooses it. */
export type PlatformEntry = {
  /** By which the database and the settings know it: [a-z]. */
  name: string;
  /** By which people know it. */
  title: string;
  /** The bot may write to a person who has never written to it. */
  writesFirst: boolean;
  /** How the settings want it made, which loads its libraries; undefined where they do not ask for it. */
  create(config: Config): ((deps: PlatformDeps) => Promise<ServedPlatform>) | undefined;
};

/** A platform, and what it takes in over HTTP. */
export type ServedPlatform = Platform & { readonly routes?: readonly Route[] };

type PlatformDeps = { readBlob: ReadBlob; proxy: ProxySettings; clock: Clock; log: Log };
