import { setImmediate as turn } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../src/core/clock.ts';
import { countCalm } from './traffic.ts';
import { createWatch } from './watch.ts';

export type ManualClock = Clock & {
  /** Moves the time on, waking each sleeper at its moment and letting it do its work before the next one. */
  advance(milliseconds: number): Promise<void>;
  /** Resolves once something sleeps for exactly this long. */
  sleeping(milliseconds: number): Promise<void>;
};

type Sleeper = { due: number; length: number; wake: () => void };

// With nothing on its way, what a woken sleeper starts in this process is done within so many turns of the event loop.
const TURNS = 10;

export function manualClock(start: string): ManualClock {
  let now = Temporal.Instant.from(start).epochMilliseconds;
  const sleepers = new Set<Sleeper>();
  const watch = createWatch({
    describe: () => `sleeping: ${[...sleepers].map(({ length }) => length).join(', ')}`,
    alone: true,
  });

  const nextDue = (until: number): number | undefined => {
    const due = Math.min(...[...sleepers].map((sleeper) => sleeper.due));
    return due <= until ? due : undefined;
  };

  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(now),

    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const onAbort = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          due: now + milliseconds,
          length: milliseconds,
          wake: () => {
            signal?.removeEventListener('abort', onAbort);
            sleepers.delete(sleeper);
            resolve();
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        sleepers.add(sleeper);
        watch.changed();
      }),

    advance: async (milliseconds) => {
      const target = now + milliseconds;
      await settle();
      for (let due = nextDue(target); due !== undefined; due = nextDue(target)) {
        now = Math.max(now, due);
        for (const sleeper of [...sleepers].filter((each) => each.due <= now)) sleeper.wake();
        await settle();
      }
      now = target;
    },

    sleeping: async (milliseconds) => {
      await watch.until(() => [...sleepers].some(({ length }) => length === milliseconds));
    },
  };
}

/** Lets everything happen that happens without the time moving on. */
async function settle(): Promise<void> {
  for (const calm = countCalm(); calm() < TURNS; ) await turn();
}
