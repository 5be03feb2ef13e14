import { DefaultRestOptions, type RawFile, REST, RequestMethod } from 'discord.js';
import type { Dispatcher } from 'undici';
import { PlatformError } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import { createExchange, isWithoutEffect } from '../exchange.ts';
import { isRefusedToken, toPlatformError } from './errors.ts';
import { watchUndici } from './watch-undici.ts';

const METHODS = {
  GET: RequestMethod.Get,
  POST: RequestMethod.Post,
  PATCH: RequestMethod.Patch,
  PUT: RequestMethod.Put,
  DELETE: RequestMethod.Delete,
} as const;

export type Upload = Required<Pick<RawFile, 'name' | 'contentType'>> & { data: Uint8Array };

type Request = {
  body?: unknown;
  files?: readonly Upload[];
  query?: Record<string, string>;
  /** Doing it twice does no more than doing it once. All but POST are so anyway. */
  repeatable?: boolean;
  /** The route itself carries the token of an interaction. */
  withoutBotToken?: boolean;
  /** Milliseconds. */
  within?: number;
};

/** Discord's REST interface: every call has a time-out and fails with a PlatformError that shows no token. */
export type Api = {
  /** The result is as it came, to be checked by who uses it. */
  call(method: keyof typeof METHODS, route: `/${string}`, request?: Request): Promise<unknown>;
  close(): void;
};

/** In milliseconds. */
const PATIENCE = { connecting: 8_000, answer: 15_000, answerWithFiles: 100_000 };

/** What discord.js does with requests by itself; the bot tries again where that is right, and knows when. */
export function restOptions(apiRoot: string, dispatcher: Dispatcher | undefined) {
  return {
    agent: dispatcher ?? null,
    api: apiRoot.replace(/\/+$/, ''),
    retries: 0,
    // Counted by the pace of the bot: what answers an interaction is not held back by what fills the second.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    // To wait in here would hold up what is more urgent: the pace of the bot does the waiting.
    rejectOnRateLimit: () => true,
  };
}

export function createApi(input: {
  token: string;
  apiRoot: string;
  /** The way to addresses, where it is not the usual one. */
  dispatcher: Dispatcher | undefined;
  deadlines: Clock;
  /** Called when Discord does not know the token. */
  onRefusedToken(): void;
}): Api {
  const { token, apiRoot, dispatcher, deadlines, onRefusedToken } = input;
  const rest = new REST({ ...DefaultRestOptions, ...restOptions(apiRoot, dispatcher) }).setToken(token);
  const exchange = createExchange(deadlines, watchUndici);
  let refused = false;

  const run = (method: keyof typeof METHODS, route: `/${string}`, request: Request): Promise<unknown> => {
    const { body, files = [], query, withoutBotToken = false } = request;
    const { within = files.length > 0 ? PATIENCE.answerWithFiles : PATIENCE.answer } = request;
    return exchange({ connecting: PATIENCE.connecting, answer: within }, async (signal, wire) => {
      const result = await rest.request({
        method: METHODS[method],
        fullRoute: route,
        ...(body === undefined ? {} : { body }),
        ...(files.length > 0 ? { files: [...files] } : {}),
        ...(query ? { query: new URLSearchParams(query) } : {}),
        auth: !withoutBotToken,
        signal,
      });
      if (isWithoutEffect(wire)) throw new Error(`${wire.answer?.status}, and not by Discord`);
      return result;
    });
  };

  return {
    call: async (method, route, request = {}) => {
      const what = `${method} ${withoutTokens(route)}`;
      if (refused && !request.withoutBotToken)
        throw new PlatformError('unavailable', `${what}: the token is refused`);
      try {
        return await run(method, route, request);
      } catch (error) {
        const failure = toPlatformError(error, what, request.repeatable ?? method !== 'POST');
        if (isRefusedToken(failure) && !request.withoutBotToken) {
          refused = true;
          onRefusedToken();
        }
        // discord.js forgets the token at any 401, whoever says it.
        rest.setToken(token);
        throw failure;
      }
    },
    close: () => {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
}

function withoutTokens(route: string): string {
  return route.replace(/^\/(interactions|webhooks)\/(\d+)\/[^/]+/, '/$1/$2/…');
}
