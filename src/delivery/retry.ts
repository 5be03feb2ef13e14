import { Temporal } from 'temporal-polyfill';
import { PlatformError } from '../chat/platform.ts';
import type { Claimed } from './outbox-entry.ts';

const LONGEST_BACK_OFF_SECONDS = 300;
/** What may have arrived is tried again when whoever waits for it would have seen it. */
const UNCERTAIN_MINUTES = 3;
/** A second try may make one extra copy; a third could make two. */
const MOST_UNCERTAIN = 2;

type Tried = Pick<Claimed, 'target' | 'expiresAt' | 'insists' | 'failures' | 'uncertain'>;

/** @throws PlatformError when the entry is of no use any more, or may have been posted as often as is allowed */
export function demandOfUse(entry: Tried, now: Temporal.Instant, knowsRepeats: boolean): void {
  if (Temporal.Instant.compare(entry.expiresAt, now) < 0)
    throw new PlatformError('rejected', 'it is of no use any more');
  if (entry.uncertain >= MOST_UNCERTAIN && !knowsRepeats && !entry.insists)
    throw new PlatformError('unknown', 'cut off in mid-send twice');
}

/** What a failed attempt is followed by. */
export type Next =
  | { kind: 'give-up' }
  | {
      kind: 'again';
      at: Temporal.Instant;
      failures: number;
      uncertain: boolean;
      movedTo: string | undefined;
      /** It takes nothing: what was meant for it goes to the channel itself. */
      leftThread: string | undefined;
    };

/**
 * What is known not to have been posted is tried until it is of no use any more; what may have been, once more, or,
 * where the platform `knowsRepeats` or the entry insists, as often as needed.
 */
export function afterFailure(
  entry: Tried,
  error: PlatformError,
  now: Temporal.Instant,
  knowsRepeats: boolean,
): Next {
  const { failures } = entry;
  const again = (at: Temporal.Instant, more: Partial<Extract<Next, { kind: 'again' }>> = {}): Next =>
    Temporal.Instant.compare(now, entry.expiresAt) >= 0
      ? { kind: 'give-up' }
      : {
          kind: 'again',
          at: Temporal.Instant.compare(at, entry.expiresAt) < 0 ? at : entry.expiresAt,
          failures,
          uncertain: false,
          movedTo: undefined,
          leftThread: undefined,
          ...more,
        };
  switch (error.kind) {
    case 'rate-limited':
      return again(now.add({ milliseconds: Math.ceil((error.retryAfter ?? 5) * 1000) }));
    case 'unavailable':
      return again(now.add({ seconds: backOff(failures + 1) }), { failures: failures + 1 });
    case 'unknown': {
      if (knowsRepeats) return again(now.add({ seconds: backOff(entry.uncertain + 1) }), { uncertain: true });
      if (entry.uncertain + 1 >= MOST_UNCERTAIN && !entry.insists) return { kind: 'give-up' };
      return again(now.add({ minutes: UNCERTAIN_MINUTES }), { uncertain: true });
    }
    case 'gone':
      return error.movedTo === undefined ? { kind: 'give-up' } : again(now, { movedTo: error.movedTo });
    case 'rejected':
      return error.threadGone && entry.target.thread !== undefined
        ? again(now, { leftThread: entry.target.thread })
        : { kind: 'give-up' };
  }
}

function backOff(failures: number): number {
  return Math.min(LONGEST_BACK_OFF_SECONDS, 2 ** Math.min(failures, 12));
}

/** How an entry waits for its next try. */
export function putBackOf(next: Extract<Next, { kind: 'again' }>, error: PlatformError) {
  const { at, uncertain, movedTo, leftThread } = next;
  return {
    notBefore: at,
    error: error.message,
    uncertain,
    withoutThread: leftThread !== undefined,
    ...(movedTo === undefined ? {} : { channel: movedTo }),
  };
}
