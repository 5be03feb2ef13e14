import cron from 'node-cron';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../core/clock.ts';
import type { Count } from '../core/counters.ts';
import type { Log } from '../core/log.ts';

/** Something to see to. The database says what is due; missing a tick loses nothing. */
export type TickerJob = {
  name: string;
  run(): Promise<void>;
  /** When it is next needed; a job that cannot tell runs on every tick. */
  next?: (() => Promise<Temporal.Instant | undefined>) | undefined;
  once?: true | undefined;
};

export type Ticker = {
  /** Runs every job that is due, one after another; a job that fails holds up no other. */
  tick(): Promise<void>;
  start(): void;
  /** Waits for the tick in hand. */
  stop(): Promise<void>;
};

type TickerDeps = { clock: Clock; log: Log; count: Count };

export function createTicker(jobs: readonly TickerJob[], { clock, log, count }: TickerDeps): Ticker {
  const done = new Set<TickerJob>();
  let inHand: Promise<void> = Promise.resolve();
  const runDue = async (job: TickerJob) => {
    if (done.has(job) || !(await isDue(job, clock.now()))) return;
    await job.run();
    if (job.once) done.add(job);
  };
  const runAll = async () => {
    for (const job of jobs) {
      await runDue(job).catch((err: unknown) => {
        count('jobs_failed', { job: job.name });
        log.error({ err, job: job.name }, 'a job failed; it runs again next minute');
      });
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

async function isDue(job: TickerJob, now: Temporal.Instant): Promise<boolean> {
  if (!job.next) return true;
  const next = await job.next();
  return next !== undefined && next.epochMilliseconds <= now.epochMilliseconds;
}
