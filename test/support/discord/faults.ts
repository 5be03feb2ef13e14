import type { WireFault } from '../trouble/answers.ts';

/** What goes wrong with a request. "Accepted" means that it has its effect all the same. */
export type Fault =
  | WireFault
  | { kind: 'internal-error' }
  | { kind: 'bad-gateway' }
  | { kind: 'too-many-requests'; seconds: number }
  | { kind: 'refused'; status: number; code: number; message: string }
  /** The connection breaks before the request is accepted, or after. */
  | { kind: 'dropped-before' }
  | { kind: 'dropped-after' }
  /** Accepted, and never answered. */
  | { kind: 'silent' }
  /** Accepted, and answered with this instead of the JSON. */
  | { kind: 'garbled'; body: string };

export function createFaults() {
  const waiting: { route: string; fault: Fault; times: number }[] = [];
  const slow = new Map<string, number>();
  return {
    /** From now on every request of a route takes so many milliseconds. */
    slowDown: (route: string, milliseconds: number): void => {
      slow.set(route, milliseconds);
    },
    delayOf: (route: string): number => slow.get(route) ?? 0,
    add: (route: string, fault: Fault, times: number): void => {
      waiting.push({ route, fault, times });
    },
    take: (route: string): Fault | undefined => {
      const next = waiting.find((each) => each.route === route && each.times > 0);
      if (next) next.times -= 1;
      return next?.fault;
    },
  };
}
