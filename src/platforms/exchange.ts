import { AsyncLocalStorage } from 'node:async_hooks';
import type { PlatformErrorKind } from '../chat/platform.ts';
import type { Clock } from '../core/clock.ts';

/** How long a call may take, in milliseconds. */
export type Patience = {
  /** Until a connection stands. */
  connecting: number;
  /** Until the answer is there. */
  answer: number;
  /** How long an answer that has begun may pause. */
  silence?: number;
};

/** How far the request of a call has got. */
export type Wire = {
  /** It went out on a connection that stood: from here on it may have been acted on. */
  hasLeft: boolean;
  /** The answer that has begun to come; `type` is its content type. */
  answer: { status: number; type: string } | undefined;
  /** The bytes that have come in on the connection. */
  received(): number;
  /** Ends the call. */
  giveUp(reason: Error): void;
};

/** Lets what sees requests go out note it on the call that they belong to; `undefined` where it is none of ours. */
export type Watch = (current: () => Wire | undefined) => void;

/** The call failed: why, and how far it had got. */
export class Broken extends Error {
  readonly why: unknown;
  readonly wire: Wire;

  constructor(why: unknown, wire: Wire) {
    super(why instanceof Error ? why.message : String(why));
    this.why = why;
    this.wire = wire;
  }
}

/** The request went out, and its answer did not come in the time that it was given. */
export class NoAnswer extends Error {
  override message = 'no answer in time';
}

/** A reason that is made once: without one each end of a call would make an error with its stack. */
const OVER = new Error('the call is over');

/** Runs calls that make one request each, bounded in time. `watch` is told of each as long as it runs. */
export function createExchange(deadlines: Clock, watch: Watch) {
  const calls = new AsyncLocalStorage<Wire>();
  watch(() => calls.getStore());

  /** @throws Broken */
  return async <Result>(
    patience: Patience,
    work: (signal: AbortSignal, wire: Wire) => Promise<Result>,
    stop?: AbortSignal,
  ): Promise<Result> => {
    const [over, givenUp] = [new AbortController(), new AbortController()];
    const wire: Wire = {
      hasLeft: false,
      answer: undefined,
      received: () => 0,
      giveUp: (reason) => givenUp.abort(reason),
    };
    keepTime(deadlines, patience, wire, over.signal);
    const signal = stop ? AbortSignal.any([stop, givenUp.signal]) : givenUp.signal;
    try {
      // undici heeds the signal only once it is connected, when it sends nothing any more.
      return await calls.run(wire, () => Promise.race([work(signal, wire), rejectedBy(signal)]));
    } catch (error) {
      throw new Broken(givenUp.signal.aborted ? givenUp.signal.reason : error, wire);
    } finally {
      over.abort(OVER);
    }
  };
}

/** Rejects as soon as the signal is aborted. */
export function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

/** Gives the call up when it takes too long, until it is over. */
function keepTime(deadlines: Clock, patience: Patience, wire: Wire, over: AbortSignal): void {
  const { connecting, answer, silence } = patience;
  const after = (milliseconds: number, then: () => void) => {
    deadlines.sleep(milliseconds, over).then(then, () => undefined);
  };
  after(connecting, () => {
    if (!wire.hasLeft) wire.giveUp(new Error('no connection in time'));
  });
  after(answer, () => wire.giveUp(new NoAnswer()));
  const listen = (step: number, before: number) =>
    after(step, () => {
      const received = wire.received();
      if (wire.answer && received === before) wire.giveUp(new Error('the answer broke off'));
      listen(step, received);
    });
  if (silence !== undefined) listen(silence / 2, 0);
}

/** Whether the platform cannot have acted: the request never left, or what answered refused it or is not the platform. */
export function isWithoutEffect({ hasLeft, answer }: Wire): boolean {
  if (!hasLeft) return true;
  if (!answer) return false;
  if (answer.status >= 500) return kindOfServerError(answer.status) === 'unavailable';
  return answer.status >= 300 || (answer.type !== '' && !/json/.test(answer.type));
}

// A gateway handed the request on and got no answer in time, or none that it could read (RFC 9110, 15.6.5; Cloudflare's
// 520 and 524). A 500 is a refusal, and behind a 502 or 503 nothing was there that took the request.
const PERHAPS_ACTED = new Set([504, 520, 524]);

/** What a status of 500 and more means for the request. */
export function kindOfServerError(status: number): PlatformErrorKind {
  return PERHAPS_ACTED.has(status) ? 'unknown' : 'unavailable';
}
