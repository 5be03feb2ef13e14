import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Receive } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { HttpRequest, HttpResponse, Route } from '../../http/route.ts';
import type { Api } from './api.ts';
import { createBackOff } from './back-off.ts';
import { createReader, numberedSchema, type Reader } from './read-update.ts';
import { ALLOWED_UPDATES, type Bot } from './update.ts';

type Deps = { api: Api; clock: Clock; log: Log };
type Taking = { read: Reader; receive: Receive };

/** An update with all its texts and entities is far smaller. */
const MOST_BYTES = 1_000_000;
/** Milliseconds between two looks at whether Telegram still delivers. */
const LOOK_EVERY = 60_000;

const TAKEN: HttpResponse = { status: 200 };
/** Telegram keeps the update and comes again with it. */
const LATER: HttpResponse = { status: 503 };

/**
 * Takes updates in as Telegram delivers them to `url`, which a proxy with https leads to the bot's own server. An
 * update is on disk before Telegram is told that it was taken; until then it comes again.
 */
export function createWebhook(deps: Deps, { url, token }: { url: string; token: string }) {
  // The same after every start, so that what is delivered in between is known as Telegram's.
  const secret = createHmac('sha256', token).update('webhook').digest('base64url');
  let taking: Taking | undefined;

  const route: Route = {
    name: 'telegram',
    method: 'POST',
    path: wholly(new URL(url).pathname),
    mostBytes: MOST_BYTES,
    // Whoever does not know the secret finds nothing here.
    handle: async ({ headers, body }) =>
      isSecret(headers, secret) ? take(taking, body, deps.log) : undefined,
  };

  return {
    route,
    /** Has Telegram deliver updates until `stop`; they stay with Telegram then, and come after the next start. */
    listen: async (bot: Bot, receive: Receive, stop: AbortSignal): Promise<void> => {
      taking = { read: createReader(deps, bot), receive };
      await keepSet(deps, { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES }, stop);
      taking = undefined;
    },
  };
}

function wholly(path: string): RegExp {
  return new RegExp(path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

function isSecret(headers: HttpRequest['headers'], secret: string): boolean {
  const given = headers['x-telegram-bot-api-secret-token'];
  // Of one length, so that they can be compared in a time that tells nothing.
  const hash = (text: string) => createHmac('sha256', secret).update(text).digest();
  return typeof given === 'string' && timingSafeEqual(hash(given), hash(secret));
}

async function take(taking: Taking | undefined, body: Uint8Array, log: Log): Promise<HttpResponse> {
  if (!taking) return LATER;
  const { data: update } = numberedSchema.safeParse(readJson(body));
  if (!update) {
    log.warn({}, 'telegram: an update has no number and is passed over');
    return TAKEN;
  }
  try {
    await Promise.all(taking.read(update).map(taking.receive));
    return TAKEN;
  } catch (err) {
    log.error({ err }, 'telegram: an update could not be written down; it comes again');
    return LATER;
  }
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined;
  }
}

type Wanted = { url: string; secret_token: string; allowed_updates: typeof ALLOWED_UPDATES };

const infoSchema = z.object({
  url: z.string(),
  last_error_date: z.number().default(0),
  last_error_message: z.string().default(''),
});

/** Sets the webhook, and again where somebody took it off; says when Telegram cannot deliver. */
async function keepSet({ api, clock, log }: Deps, wanted: Wanted, stop: AbortSignal): Promise<void> {
  const rest = createBackOff({ clock, log }, stop);
  let [isSet, lastError] = [false, clock.now().epochMilliseconds / 1000];

  const look = async (): Promise<void> => {
    const info = infoSchema.parse(await api.call('getWebhookInfo', {}, { signal: stop }));
    if (info.url !== wanted.url) {
      log.warn({}, 'telegram: another process changed the webhook of this bot; it is set again');
      isSet = false;
    } else if (info.last_error_date > lastError) {
      lastError = info.last_error_date;
      log.warn({ why: info.last_error_message }, 'telegram: updates cannot be delivered to the webhook');
    }
  };

  while (!stop.aborted) {
    try {
      if (isSet) await look();
      if (!isSet) await api.call('setWebhook', { ...wanted, drop_pending_updates: false }, { signal: stop });
      isSet = true;
      rest.reset();
      await clock.sleep(LOOK_EVERY, stop);
    } catch (error) {
      if (!stop.aborted) await rest.after(error);
    }
  }
}
