import type { Agent } from 'node:https';
import { Telegram } from 'telegraf';
import type { Opts } from 'telegraf/types';
import type { Clock } from '../../core/clock.ts';
import { createExchange } from '../exchange.ts';
import { toPlatformError } from './errors.ts';
import { getBytes, postForm } from './fetching.ts';
import { watchHttp } from './watch-http.ts';

type Method = Parameters<Telegram['callApi']>[0];

/**
 * The Bot API: every call has a time-out and fails with a PlatformError that does not show the token.
 *
 * The way out of telegraf: it is used in two files only. Here it makes calls (`Telegram.callApi`: a POST of JSON, whose
 * answer is `{ok, result}` or `{ok, error_code, description, parameters}`) and types their payloads; `fetching.ts`
 * already does both for files, and its `postForm` with a body of JSON would take its place. In `errors.ts` it names a
 * refusal (`TelegramError`). Updates come by `polling.ts` or `webhook.ts`, are read by `update.ts`, and know nothing of
 * it. Types for the payloads would then come from @telegraf/types, or grammY would be wrapped the same way.
 */
export type Api = {
  /** The result is as it came, to be checked by who uses it. `within` is in milliseconds. */
  call<M extends Method>(
    method: M,
    payload: Opts<M>,
    options?: { within?: number; signal?: AbortSignal },
  ): Promise<unknown>;
  /** A call with a file in it. telegraf would leave out `reply_parameters` there, so it goes out by itself. */
  upload<M extends Method>(
    method: M,
    payload: Record<string, string | number | object>,
    file: { field: string; name: string; mimeType: string; bytes: Uint8Array<ArrayBuffer> },
  ): Promise<unknown>;
  /** The file at a path that getFile gave; one that is larger is `rejected`. */
  download(path: string, maxBytes: number): Promise<Uint8Array>;
};

/** In milliseconds. */
const PATIENCE = { connecting: 8_000, answer: 30_000, silence: 10_000 };
const PATIENCE_WITH_FILES = { within: 100_000 };

export function createApi(input: { token: string; apiRoot: string; agent: Agent; deadlines: Clock }): Api {
  const { token, agent, deadlines } = input;
  // Without the slash telegraf would drop the last part of the path of a root such as http://host/telegram.
  const apiRoot = input.apiRoot.endsWith('/') ? input.apiRoot : `${input.apiRoot}/`;
  // That of telegraf keeps connections for long: one that a router has forgotten leaves a message in doubt.
  const telegram = new Telegram(token, { apiRoot, agent, webhookReply: false });
  const exchange = createExchange(deadlines, watchHttp);

  const inTime = async <Result>(
    what: string,
    work: (signal: AbortSignal) => Promise<Result>,
    { within = PATIENCE.answer, signal }: { within?: number; signal?: AbortSignal } = {},
  ): Promise<Result> => {
    try {
      return await exchange({ ...PATIENCE, answer: within }, work, signal);
    } catch (error) {
      throw toPlatformError(error, what, token);
    }
  };

  return {
    call: (method, payload, options) =>
      // The cast: telegraf wants the signal type of the abort-controller package; at run time any will do.
      inTime(method, (signal) => telegram.callApi(method, payload, { signal: signal as never }), options),

    upload: (method, payload, { field, name, mimeType, bytes }) => {
      const form = new FormData();
      for (const [key, value] of Object.entries(payload))
        form.append(key, typeof value === 'object' ? JSON.stringify(value) : String(value));
      form.append(field, new File([bytes], name, { type: mimeType }));
      return inTime(
        method,
        (signal) => postForm(`${apiRoot}bot${token}/${method}`, form, { agent, signal }),
        PATIENCE_WITH_FILES,
      );
    },

    download: (path, maxBytes) => {
      const place = path.split('/').map(encodeURIComponent).join('/');
      return inTime(
        'download',
        (signal) => getBytes(`${apiRoot}file/bot${token}/${place}`, maxBytes, { agent, signal }),
        PATIENCE_WITH_FILES,
      );
    },
  };
}
