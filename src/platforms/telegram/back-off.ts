import { PlatformError } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import { Refusal } from './errors.ts';

const SHORTEST = 1_000;
const LONGEST = 60_000;

/** Telegram does not know the token, or no longer. */
export function isRefusedToken(error: unknown): boolean {
  return error instanceof Refusal && (error.code === 401 || error.code === 404);
}

/** Waits after errors: 1 s, 2 s, 4 s … 60 s, or as long as Telegram says. */
export function createBackOff({ clock, log }: { clock: Clock; log: Log }, stop: AbortSignal) {
  let failures = 0;
  return {
    reset: () => {
      failures = 0;
    },
    /** Returns at once when `stop` is aborted. */
    after: async (error: unknown): Promise<void> => {
      const growing = Math.min(LONGEST, SHORTEST * 2 ** failures);
      failures += 1;
      const asked = error instanceof PlatformError ? error.retryAfter : undefined;
      const wait = asked === undefined ? growing : asked * 1000;
      report(error, wait, log);
      await clock.sleep(wait, stop).catch(() => undefined);
    },
  };
}

function report(error: unknown, wait: number, log: Log): void {
  const seconds = wait / 1000;
  if (isRefusedToken(error)) {
    log.error({ err: error, seconds }, 'telegram: the token is refused; tried again later');
  } else if (error instanceof Refusal && error.code === 409) {
    log.warn(
      { err: error, seconds },
      'telegram: another process takes in updates with the same token; stop it, only one may run',
    );
  } else {
    log.warn({ err: error, seconds }, 'telegram: taking in updates failed; tried again later');
  }
}
