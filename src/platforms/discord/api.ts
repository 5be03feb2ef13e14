import { DefaultRestOptions, type RawFile, REST, RequestMethod } from 'discord.js';
import { PlatformError } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import { isRefusedToken, toPlatformError } from './errors.ts';

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

const USUAL_PATIENCE = 15_000;
const PATIENCE_WITH_FILES = 100_000;

/** What discord.js does with requests by itself; the bot tries again where that is right, and knows when. */
export function restOptions(apiRoot: string) {
  return {
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
  deadlines: Clock;
  /** Called when Discord does not know the token. */
  onRefusedToken(): void;
}): Api {
  const { token, apiRoot, deadlines, onRefusedToken } = input;
  const rest = new REST({ ...DefaultRestOptions, ...restOptions(apiRoot) }).setToken(token);
  let refused = false;

  const run = async (
    method: keyof typeof METHODS,
    route: `/${string}`,
    request: Request,
  ): Promise<unknown> => {
    const { body, files = [], query, withoutBotToken = false } = request;
    const { within = files.length > 0 ? PATIENCE_WITH_FILES : USUAL_PATIENCE } = request;
    const [late, answered] = [new AbortController(), new AbortController()];
    deadlines.sleep(within, answered.signal).then(
      () => late.abort(),
      () => undefined,
    );
    try {
      return await rest.request({
        method: METHODS[method],
        fullRoute: route,
        ...(body === undefined ? {} : { body }),
        ...(files.length > 0 ? { files: [...files] } : {}),
        ...(query ? { query: new URLSearchParams(query) } : {}),
        auth: !withoutBotToken,
        signal: late.signal,
      });
    } finally {
      answered.abort();
    }
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
