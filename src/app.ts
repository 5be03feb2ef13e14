import type { Blobs } from './blobs/blobs.ts';
import type { Config } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { Count } from './core/counters.ts';
import type { NewId } from './core/ids.ts';
import type { Log } from './core/log.ts';
import type { Seal } from './core/seal.ts';
import type { Database } from './storage/database.ts';

/** What every use-case works with. Inside a transaction `db` is the transaction. */
export type App = {
  db: Database;
  blobs: Blobs;
  clock: Clock;
  log: Log;
  config: Config;
  newId: NewId;
  /** With the key of this installation, which is not in the database. */
  seal: Seal;
  /** Counts what happens, for whoever watches over the bot. */
  count: Count;
  /** What people call a platform. */
  titleOf(platform: string): string;
  /** Whether the bot may write, on a platform, to a person who has never written to it. */
  writesFirst(platform: string): boolean;
};
