import type { Clock } from '../../../src/core/clock.ts';
import { createDeliveries, type Webhook } from './deliveries.ts';
import { conflict } from './refusal.ts';
import type { Params } from './schemas.ts';

export type Update = { update_id: number; [field: string]: unknown };

export type Updates = ReturnType<typeof createUpdates>;

/** The queue of one bot, as getUpdates sees it, or its webhook. */
export function createUpdates(
  polls: Clock,
  onConfirm: () => void,
  front: (url: string) => string | undefined,
) {
  let nextId = 300_000_001;
  let pending: Update[] = [];
  /** Given once more whatever the offset says, as a server does that has lost a confirmation. */
  let again: Update[] = [];
  const confirmed: Update[] = [];
  /** What has not come to the server yet, while it is held up on the way. */
  const heldUp: Update[] = [];
  let isHeldUp = false;
  let allowed: string[] | undefined;
  let waiting: { wake: () => void; end: (reason: Error) => void } | undefined;

  const confirm = (offset: number): void => {
    const below = pending.filter(({ update_id }) => update_id < offset);
    pending = pending.filter(({ update_id }) => update_id >= offset);
    confirmed.push(...below);
    if (below.length > 0) onConfirm();
  };

  const deliveries = createDeliveries({
    pending: () => [...again, ...pending],
    confirm: (update) => {
      again = again.filter((each) => each !== update);
      if (pending.includes(update)) confirmed.push(update);
      pending = pending.filter((each) => each !== update);
      onConfirm();
    },
    front,
    seconds: () => Math.floor(polls.now().epochMilliseconds / 1000),
  });

  const next = (offset: number, limit: number): Update[] => {
    const batch = [...again, ...pending.filter(({ update_id }) => !(update_id < offset))].slice(0, limit);
    again = [];
    return batch;
  };

  const hold = async (seconds: number, gone: AbortSignal): Promise<void> => {
    const over = new AbortController();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    waiting = { wake: resolve, end: reject };
    const mine = waiting;
    polls.sleep(seconds * 1000, AbortSignal.any([over.signal, gone])).then(resolve, resolve);
    try {
      await promise;
    } finally {
      over.abort();
      if (waiting === mine) waiting = undefined;
    }
  };

  const wake = (): void => {
    waiting?.wake();
    deliveries.bringAll();
  };

  const come = (update: Update): void => {
    (isHeldUp ? heldUp : pending).push(update);
    nextId += 1;
    wake();
  };

  /** What a poll does before it waits: it ends the one before it and confirms. */
  const admit = ({ offset = 0, allowed_updates: kinds }: Params<'getUpdates'>): void => {
    if (deliveries.webhook()) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    waiting?.end(
      conflict('terminated by other getUpdates request; make sure that only one bot instance is running'),
    );
    if (kinds) allowed = kinds.length > 0 ? kinds : undefined;
    if (offset > 0) confirm(offset);
    if (offset < 0) confirm(pending.at(offset)?.update_id ?? 0);
  };

  return {
    confirmed: (): readonly Update[] => confirmed,
    pending: (): readonly Update[] => pending,

    /** Queues an update, or drops it where the bot has not asked for its kind. */
    push: (kind: string, content: unknown): void => {
      if (allowed && !allowed.includes(kind)) return;
      come({ update_id: nextId, [kind]: content });
    },

    /** Queues an update exactly as given, with the next id. */
    pushRaw: (content: object): void => {
      come({ update_id: nextId, ...content });
    },

    /** From now on what people do comes only when it is let through. */
    holdUp: (): void => {
      isHeldUp = true;
    },
    /** The next of what was held up comes; without a number all of it, and everything from now on. */
    letThrough: (count = Number.POSITIVE_INFINITY): void => {
      pending.push(...heldUp.splice(0, count));
      isHeldUp &&= count !== Number.POSITIVE_INFINITY;
      wake();
    },

    /** Telegram numbers anew after a quiet week, perhaps from below. */
    renumber: (from: number): void => {
      nextId = from;
    },

    /** Delivers the latest confirmed updates once more. */
    redeliver: (count: number): void => {
      again = confirmed.slice(-count);
      wake();
    },

    /** From now on updates are brought there, or are to be fetched. */
    setWebhook: (to: Webhook | undefined, kinds: string[] = []): void => {
      if (kinds.length > 0) allowed = kinds;
      deliveries.set(to);
    },
    webhookInfo: deliveries.info,
    /** How long the bot took, in milliseconds, over each update that was brought to it and taken. */
    deliveryTimes: deliveries.times,
    drop: (): void => {
      pending = [];
    },

    get: async (params: Params<'getUpdates'>, gone: AbortSignal): Promise<Update[]> => {
      admit(params);
      const { offset = 0, limit = 100, timeout = 0 } = params;
      if (pending.length + again.length === 0 && timeout > 0) await hold(timeout, gone);
      return gone.aborted ? [] : next(offset, limit);
    },
  };
}
