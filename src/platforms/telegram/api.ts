import { Telegram } from 'telegraf';
import type { Opts } from 'telegraf/types';
import type { Clock } from '../../core/clock.ts';
import { TimedOut, toPlatformError } from './errors.ts';

type Method = Parameters<Telegram['callApi']>[0];

/** The Bot API: every call has a time-out and fails with a PlatformError that does not show the token. */
export type Api = {
  /** The result is as it came, to be checked by who uses it. `within` is in milliseconds. */
  call<M extends Method>(
    method: M,
    payload: Opts<M>,
    options?: { within?: number; signal?: AbortSignal },
  ): Promise<unknown>;
};

const USUAL_PATIENCE = 30_000;

export const createApi = (input: { token: string; apiRoot: string; deadlines: Clock }): Api => {
  const { token, deadlines } = input;
  // Without the slash telegraf would drop the last part of the path of a root such as http://host/telegram.
  const apiRoot = input.apiRoot.endsWith('/') ? input.apiRoot : `${input.apiRoot}/`;
  const telegram = new Telegram(token, { apiRoot, webhookReply: false });

  return {
    call: async (method, payload, { within = USUAL_PATIENCE, signal } = {}) => {
      const late = new AbortController();
      const answered = new AbortController();
      deadlines.sleep(within, answered.signal).then(
        () => late.abort(),
        () => undefined,
      );
      const either = signal ? AbortSignal.any([signal, late.signal]) : late.signal;
      try {
        // The cast: telegraf wants the signal type of the abort-controller package; at run time any will do.
        return await telegram.callApi(method, payload, { signal: either as never });
      } catch (error) {
        throw late.signal.aborted ? new TimedOut(method) : toPlatformError(error, method, token);
      } finally {
        answered.abort();
      }
    },
  };
};
