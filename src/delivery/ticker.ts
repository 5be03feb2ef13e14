import cron from 'node-cron';
import type { Log } from '../core/log.ts';

/** Something to look after once a minute. The database says what is due; missing a tick loses nothing. */
export type Job = { name: string; run(): Promise<void> };

export type Ticker = {
  /** Runs every job once, one after another; a job that fails holds up no other. */
  tick(): Promise<void>;
  start(): void;
  /** Waits for the tick in hand. */
  stop(): Promise<void>;
};

export function createTicker(jobs: readonly Job[], log: Log): Ticker {
  let inHand: Promise<void> = Promise.resolve();
  const runAll = async () => {
    for (const job of jobs) {
      await job
        .run()
        .catch((err: unknown) =>
          log.error({ err, job: job.name }, 'a job failed; it runs again next minute'),
        );
    }
  };
  const tick = () => {
    inHand = inHand.then(runAll);
    return inHand;
  };
  const task = cron.createTask('* * * * *', tick, { noOverlap: true, suppressMissedWarning: true });
  return {
    tick,
    start: () => void task.start(),
    stop: async () => {
      await task.destroy();
      await inHand;
    },
  };
}
