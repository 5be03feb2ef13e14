import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';

/** Where all code takes the time from; tests and the terminal chat pass one that they move. */
export type Clock = {
  now(): Temporal.Instant;
  /** Resolves after `milliseconds`; rejects with the signal's reason when it is aborted first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
};

export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, signal ? { signal } : {}),
};
