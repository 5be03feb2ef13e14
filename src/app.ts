import type { Blobs } from './blobs/blobs.ts';
import type { Config } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { NewId } from './core/ids.ts';
import type { Log } from './core/log.ts';
import type { Database } from './storage/database.ts';

/** What every use-case works with. Inside a transaction `db` is the transaction. */
export type App = {
  db: Database;
  blobs: Blobs;
  clock: Clock;
  log: Log;
  config: Config;
  newId: NewId;
};
