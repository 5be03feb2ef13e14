import type { ReadBlob } from '../../chat/outgoing-files.ts';
import { PlatformError, type SendingLimits } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { ServedPlatform } from '../entry.ts';
import { createAgent, type ProxySettings } from '../proxy.ts';
import { type Api, createApi } from './api.ts';
import { createBackOff, isRefusedToken } from './back-off.ts';
import { createDownload } from './download.ts';
import { publishMenus } from './menus.ts';
import { poll } from './polling.ts';
import { createEdit, createSend } from './posting.ts';
import { createPresses } from './presses.ts';
import { standingOf } from './standing.ts';
import { type Bot, botSchema } from './update.ts';
import { createWebhook } from './webhook.ts';

type Settings = {
  token: string;
  apiRoot: string;
  /** Where Telegram delivers updates to; without it they are fetched. */
  webhookUrl?: string | undefined;
  proxy?: ProxySettings;
  readBlob: ReadBlob;
  clock: Clock;
  log: Log;
  limits?: SendingLimits;
  /** Bounds the calls; where a test moves the clock by days, that must not time out what is under way. */
  deadlines?: Clock;
};

/** core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
const LIMITS = { perSecond: 30, perChannelPerSecond: 1, perGroupPerMinute: 20 };
/** core.telegram.org/bots/api#senddocument */
const LARGEST_FILE = 50 * 1000 * 1000;

const PROBED_WITHIN = 10_000;

/** The bot on Telegram, over the Bot API at `apiRoot`. */
export function createTelegramPlatform({
  token,
  apiRoot,
  webhookUrl: url,
  proxy = {},
  readBlob,
  clock,
  log,
  limits = LIMITS,
  deadlines = clock,
}: Settings): ServedPlatform {
  const api = createApi({ token, apiRoot, agent: createAgent(proxy), deadlines });
  const presses = createPresses({ api, log });
  const posting = { api, clock, readBlob, presses };
  const stop = new AbortController();
  const webhook = url === undefined ? undefined : createWebhook({ api, clock, log }, { url, token });
  let listening: Promise<void> = Promise.resolve();

  return {
    name: 'telegram',
    limits,
    largestFile: LARGEST_FILE,
    knowsRepeats: false,
    probe: async () => {
      await askWhoIAm(api, { within: PROBED_WITHIN, signal: stop.signal });
    },
    send: createSend(posting),
    acknowledge: presses.acknowledge,
    edit: createEdit(posting),
    download: createDownload(api),
    standing: (channel, account) => standingOf(api, channel, account),
    publishMenus: (menus) => publishMenus(api, menus),
    routes: webhook ? [webhook.route] : [],

    start: async (receive) => {
      const bot = await introduce({ api, clock, log }, stop.signal);
      if (!bot) return;
      log.info({ bot: bot.username }, 'telegram: reached');
      listening = webhook
        ? webhook.listen(bot, receive, stop.signal)
        : poll({ api, clock, deadlines, log }, bot, receive, stop.signal);
    },

    stop: async () => {
      stop.abort();
      await listening;
    },
  };
}

/** Asks who the bot is until Telegram answers; nobody when `stop` came first. */
async function introduce(
  deps: { api: Api; clock: Clock; log: Log },
  stop: AbortSignal,
): Promise<Bot | undefined> {
  const rest = createBackOff(deps, stop);
  while (!stop.aborted) {
    try {
      return await askWhoIAm(deps.api, { signal: stop });
    } catch (error) {
      if (isRefusedToken(error)) {
        deps.log.error({}, 'telegram: the token is refused; take it anew from BotFather');
        throw new PlatformError('gone', 'Telegram refuses the token');
      }
      if (!stop.aborted) await rest.after(error);
    }
  }
  return undefined;
}

async function askWhoIAm(api: Api, options: { within?: number; signal?: AbortSignal }): Promise<Bot> {
  const { data } = botSchema.safeParse(await api.call('getMe', {}, options));
  if (!data) throw new PlatformError('unavailable', 'getMe: the answer names no bot');
  return data;
}
