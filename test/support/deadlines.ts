import { type Clock, systemClock } from '../../src/core/clock.ts';

/** Deadlines that pass when a test says so, whatever else goes on: nothing that is late ever comes to rest. */
export function deadlinesByHand() {
  const waiting = new Set<{ milliseconds: number; end(): void }>();
  const clock: Clock = {
    now: () => systemClock.now(),
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const waiter = { milliseconds, end: resolve };
        waiting.add(waiter);
        signal?.addEventListener('abort', () => {
          waiting.delete(waiter);
          reject(signal.reason);
        });
      }),
  };
  return {
    clock,
    /** Those of so many milliseconds that are being waited for are over, and what was not ended by that, all others. */
    pass: async (milliseconds: number): Promise<void> => {
      const due = [...waiting].filter((each) => each.milliseconds === milliseconds);
      if (due.length === 0) throw new Error(`there is no deadline of ${milliseconds} ms`);
      for (const { end } of due) end();
      await new Promise(setImmediate);
      for (const { end } of waiting) end();
    },
  };
}
