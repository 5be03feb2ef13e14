import { setTimeout as wait } from 'node:timers/promises';
import type { Update } from './updates.ts';

export type Webhook = { url: string; secret: string | undefined; most: number };

/** Milliseconds until an update that was not taken is brought again. */
const AGAIN = 20;

type Deps = {
  pending(): readonly Update[];
  /** The update was taken. */
  confirm(update: Update): void;
  /** Where the address of a webhook leads to: what stands there for the proxy with https, if anything does. */
  front(url: string): string | undefined;
  seconds(): number;
};

/** Brings updates to a webhook: those of one chat one after another, each again until it is taken. */
export function createDeliveries({ pending, confirm, front, seconds }: Deps) {
  const onTheWay = new Map<string, Update>();
  /** In milliseconds, of what was taken. */
  const times: number[] = [];
  let webhook: Webhook | undefined;
  let lastError: { last_error_date: number; last_error_message: string } | undefined;

  const bring = async (to: Webhook, update: Update): Promise<void> => {
    const began = performance.now();
    const status = await post(front(to.url), to.secret, update).catch((error: unknown) => String(error));
    onTheWay.delete(chatOf(update));
    if (status === 200) {
      times.push(performance.now() - began);
      confirm(update);
    } else {
      lastError = { last_error_date: seconds(), last_error_message: `Wrong response: ${status}` };
      await wait(AGAIN);
    }
    bringAll();
  };

  const bringAll = (): void => {
    if (!webhook) return;
    for (const update of pending()) {
      if (onTheWay.size >= webhook.most) return;
      if (onTheWay.has(chatOf(update))) continue;
      onTheWay.set(chatOf(update), update);
      void bring(webhook, update);
    }
  };

  return {
    bringAll,
    times: (): readonly number[] => times,
    webhook: () => webhook,
    set: (to: Webhook | undefined): void => {
      webhook = to;
      lastError = undefined;
      bringAll();
    },
    info: (): object => ({
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: pending().length,
      ...lastError,
    }),
  };
}

async function post(
  address: string | undefined,
  secret: string | undefined,
  update: Update,
): Promise<number> {
  if (address === undefined) throw new Error('Connection refused');
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
    },
    body: JSON.stringify(update),
  });
  await response.arrayBuffer();
  return response.status;
}

const chats = new WeakMap<Update, string>();

function chatOf(update: Update): string {
  const chat = chats.get(update) ?? /"chat":\{"id":(-?\d+)/.exec(JSON.stringify(update))?.[1] ?? '';
  chats.set(update, chat);
  return chat;
}
