import type { IIdentifyThrottler } from 'discord.js';
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { Api } from './api.ts';

/** Kept for whoever mends what is wrong: Discord resets a token that has begun a thousand sessions in a day. */
const KEPT_SESSIONS = 20;
/** As long as more than this part of the day's sessions is left, none waits for being one of many. */
const SCARCE = 0.25;
const SHORTEST = 10_000;
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

/** Lets shards identify: at Discord's pace, and once the sessions of the day become few, so that they last. */
export function createIdentifyGuard(deps: Deps, atOnce: number): IIdentifyThrottler {
  const { clock, log } = deps;
  const lanes = new Map<number, { turn: Promise<void>; last: number }>();
  const now = () => clock.now().epochMilliseconds;
  let isFirst = true;

  const makeLast = async (shard: number, closed: AbortSignal): Promise<void> => {
    const { remaining, total, reset_after } = (await readGateway(deps.api)).session_start_limit;
    if (remaining > total * SCARCE) return;
    const wait = Math.ceil(reset_after / Math.max(1, remaining - KEPT_SESSIONS));
    log.warn(
      { shard, remaining, total, seconds: wait / 1000 },
      'discord: few sessions are left; the next one waits',
    );
    await clock.sleep(wait, closed);
    await waitForBudget({ ...deps, stop: closed }, 1);
  };

  return {
    // Only the end of the connection may end the wait: discord.js takes any other failure for a reason to connect anew.
    waitForIdentify: async (shard, closed) => {
      // What it takes to begin with has been looked at before.
      if (!isFirst) await makeLast(shard, closed).catch(notUnless(closed));
      isFirst = false;
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
    },
  };
}

/** A Discord that does not tell how many are left holds up no session; the end of the connection does. */
function notUnless(closed: AbortSignal) {
  return (): void => closed.throwIfAborted();
}
