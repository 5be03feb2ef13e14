import { z } from 'zod';
import type { Receive } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { Api } from './api.ts';
import { createBackOff } from './back-off.ts';
import { Refusal, TimedOut } from './errors.ts';
import { createReader, numberedSchema } from './read-update.ts';
import { ALLOWED_UPDATES, type Bot } from './update.ts';

type Deps = { api: Api; clock: Clock; deadlines: Clock; log: Log };

/** Seconds that Telegram holds a poll open. */
const HELD_OPEN = 50;
const PATIENCE = 65_000;
const AT_ONCE = 1_000;

type Numbered = z.infer<typeof numberedSchema>;

const batchSchema = z.array(z.unknown());

/**
 * Takes updates in until `stop`, one after the other. The offset, which confirms them to Telegram, moves past an
 * update only when `receive` has it on disk; updates after one that failed come again with it.
 */
export async function poll(deps: Deps, bot: Bot, receive: Receive, stop: AbortSignal): Promise<void> {
  const { api, log, deadlines } = deps;
  const rest = createBackOff(deps, stop);
  const read = createReader(deps, bot);
  let offset: number | undefined;

  // What came together is written down together.
  const takeIn = async (updates: Numbered[]): Promise<void> => {
    const taken = updates.map((update) => Promise.all(read(update).map(receive)));
    await Promise.allSettled(taken);
    for (const [index, update] of updates.entries()) {
      await taken[index];
      offset = update.update_id + 1;
    }
  };

  const ask = async (): Promise<Numbered[]> => {
    const began = deadlines.now().epochMilliseconds;
    const result = await api.call(
      'getUpdates',
      { ...(offset === undefined ? {} : { offset }), timeout: HELD_OPEN, allowed_updates: ALLOWED_UPDATES },
      { within: PATIENCE, signal: stop },
    );
    const updates = numbered(batchSchema.parse(result), log);
    if (updates.length > 0) return updates;
    // All is confirmed now. After a quiet week Telegram numbers anew, perhaps from below.
    offset = undefined;
    // A server that does not hold the poll open must not be asked a thousand times a second.
    if (deadlines.now().epochMilliseconds - began < AT_ONCE) await deadlines.sleep(AT_ONCE, stop);
    return [];
  };

  while (!stop.aborted) {
    try {
      await takeIn(await ask());
      rest.reset();
    } catch (error) {
      if (stop.aborted) return;
      if (error instanceof Refusal && /webhook is active/.test(error.message)) await dropWebhook(deps);
      // A dead connection has cost a minute already.
      if (!(error instanceof TimedOut)) await rest.after(error);
    }
  }
}

function numbered(batch: unknown[], log: Log): Numbered[] {
  const updates = batch.flatMap((raw) => numberedSchema.safeParse(raw).data ?? []);
  if (updates.length < batch.length) log.warn({}, 'telegram: an update has no number and is passed over');
  if (updates.length === 0 && batch.length > 0) throw new Error('nothing in the answer can be confirmed');
  return updates;
}

/** Telegram gives updates to a webhook or to a poll; what waits is kept. */
async function dropWebhook({ api, log }: Deps): Promise<void> {
  log.warn({}, 'telegram: a webhook was set for this bot; it is taken off, because updates are polled');
  await api.call('deleteWebhook', { drop_pending_updates: false }).catch((error: unknown) => {
    log.warn({ err: error }, 'telegram: the webhook could not be taken off');
  });
}
