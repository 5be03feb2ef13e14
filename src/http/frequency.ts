import type { Clock } from '../core/clock.ts';

const WINDOW_MILLISECONDS = 60_000;

/** Counts how often each address is asked for in a minute. */
export class Frequency {
  readonly #clock: Clock;
  #asked = new Map<string, number>();
  #since = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  admits(path: string, most: number | undefined): boolean {
    if (most === undefined) return true;
    const now = this.#clock.now().epochMilliseconds;
    // A clock that was put back begins a minute too.
    if (Math.abs(now - this.#since) >= WINDOW_MILLISECONDS) {
      this.#since = now;
      this.#asked = new Map();
    }
    const asked = (this.#asked.get(path) ?? 0) + 1;
    this.#asked.set(path, asked);
    return asked <= most;
  }
}
