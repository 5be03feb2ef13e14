import type { IIdentifyThrottler } from 'discord.js';
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { Api } from './api.ts';

/** Kept for whoever mends what is wrong: Discord resets a token that has begun a thousand sessions in a day. */
const KEPT_SESSIONS = 20;
const FREE_IN_AN_HOUR = 3;
const SHORTEST = 10_000;
const LONGEST = 15 * 60_000;
const HOUR = 3_600_000;
/** One session in five seconds for each of the shards that may begin at once. */
const BETWEEN = 5_000;

const gatewaySchema = z.object({
  shards: z.int().positive(),
  session_start_limit: z.object({
    total: z.int(),
    remaining: z.int(),
    /** Milliseconds. */
    reset_after: z.int(),
    max_concurrency: z.int().positive(),
  }),
});

type Deps = { api: Api; clock: Clock; log: Log; stop: AbortSignal };

export async function readGateway(api: Api) {
  return gatewaySchema.parse(await api.call('GET', '/gateway/bot'));
}

/** Waits while the sessions of the day are all but used up. */
export async function waitForBudget({ api, clock, log, stop }: Deps, sessions: number): Promise<void> {
  for (;;) {
    const { remaining, total, reset_after: wait } = (await readGateway(api)).session_start_limit;
    if (remaining >= KEPT_SESSIONS + sessions) return;
    const minutes = Math.ceil(wait / 60_000);
    log.error(
      { remaining, total, minutes },
      'discord: too many sessions were begun today; none is begun before the count starts anew',
    );
    await clock.sleep(Math.max(SHORTEST, wait), stop);
  }
}

/** Lets shards identify: at Discord's pace, and more and more slowly when one has to do so again and again. */
export function createIdentifyGuard(deps: Deps, atOnce: number): IIdentifyThrottler {
  const { clock, log } = deps;
  const lately = new Map<number, number[]>();
  const lanes = new Map<number, { turn: Promise<void>; last: number }>();
  const now = () => clock.now().epochMilliseconds;

  const backOff = async (shard: number, closed: AbortSignal): Promise<void> => {
    const times = (lately.get(shard) ?? []).filter((time) => time > now() - HOUR);
    lately.set(shard, times);
    if (times.length < FREE_IN_AN_HOUR) return;
    const wait = Math.min(LONGEST, SHORTEST * 2 ** (times.length - FREE_IN_AN_HOUR));
    const sessions = { shard, sessions: times.length, seconds: wait / 1000 };
    log.warn(sessions, 'discord: many sessions in an hour; the next one waits');
    await clock.sleep(wait, closed);
    await waitForBudget({ ...deps, stop: closed }, 1);
  };

  return {
    // Only the end of the connection may end the wait: discord.js takes any other failure for a reason to connect anew.
    waitForIdentify: async (shard, closed) => {
      await backOff(shard, closed);
      const lane = lanes.get(shard % atOnce) ?? { turn: Promise.resolve(), last: Number.NEGATIVE_INFINITY };
      lanes.set(shard % atOnce, lane);
      const mine = lane.turn.then(async () => {
        const wait = lane.last + BETWEEN - now();
        if (wait > 0) await clock.sleep(wait, closed);
        closed.throwIfAborted();
        lane.last = now();
      });
      lane.turn = mine.catch(() => undefined);
      await mine;
      lately.get(shard)?.push(now());
    },
  };
}
