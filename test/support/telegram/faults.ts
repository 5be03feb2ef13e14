import type { WireFault } from '../trouble/answers.ts';
import type { Method } from './schemas.ts';

/** What goes wrong with a call. "Accepted" means that it has its effect all the same. */
export type Fault =
  | WireFault
  | { kind: 'internal-error' }
  | { kind: 'bad-gateway' }
  | { kind: 'too-many-requests'; retryAfter: number }
  | { kind: 'refused'; code: number; description: string }
  /** The connection breaks before the call is accepted, or after. */
  | { kind: 'dropped-before' }
  | { kind: 'dropped-after' }
  /** Neither accepted nor answered. */
  | { kind: 'hung' }
  /** Accepted, and never answered. */
  | { kind: 'silent' }
  /** Accepted, and answered with this instead of the JSON. */
  | { kind: 'garbled'; body: string }
  /** Accepted, and answered after so many milliseconds of the server's clock. */
  | { kind: 'slow'; milliseconds: number };

export function createFaults() {
  const waiting: { method: Method; fault: Fault; calls: number; chat: string | undefined }[] = [];
  let outage: Fault | undefined;
  return {
    /** `chat`: only there. */
    add: (method: Method, fault: Fault, calls: number, chat: string | undefined): void => {
      waiting.push({ method, fault, calls, chat });
    },
    /** From now on every call goes wrong, or none. */
    breakDown: (fault: Fault | undefined): void => {
      outage = fault;
    },
    take: (method: string, chat: string | undefined): Fault | undefined => {
      if (outage) return outage;
      const next = waiting.find(
        (each) => each.method === method && each.calls > 0 && (each.chat === undefined || each.chat === chat),
      );
      if (next) next.calls -= 1;
      return next?.fault;
    },
  };
}
