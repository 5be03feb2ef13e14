import { Temporal } from 'temporal-polyfill';

/** Where all code takes the time from; tests and the terminal chat pass one that they move. */
export type Clock = {
  now(): Temporal.Instant;
  /** Resolves after `milliseconds`; rejects with the signal's reason when it is aborted first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
};

export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  // Node's own (node:timers/promises) makes an error with its stack each time that one is woken.
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const wake = (): void => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', wake);
        resolve();
      }, milliseconds);
      signal?.addEventListener('abort', wake, { once: true });
    }),
};
