import type { Platform } from '../chat/platform.ts';
import type { Clock } from '../core/clock.ts';

/** Requests under way at once, where a platform lets more out in a second. */
const MOST_AT_ONCE = 30;
/** With those of channels that are slow. */
const MOST_IN_ALL = 100;
const SLOW_AFTER = 1_000;

/**
 * The requests under way to a platform, one of each channel. Each holds a place, but for those of channels that are
 * slow: when all places are taken and the platform answers to its name all the same, it is these channels only.
 */
export class Places {
  readonly #platform: Platform;
  readonly #clock: Clock;
  readonly #places: number;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #slow = new Set<Promise<void>>();
  #isLooking = false;

  constructor(platform: Platform, clock: Clock) {
    this.#platform = platform;
    this.#clock = clock;
    this.#places = Math.min(MOST_AT_ONCE, Math.max(1, platform.limits.perSecond));
  }

  /** How many more requests may begin. */
  room(): number {
    const places = this.#places - (this.#underWay.size - this.#slow.size);
    return Math.max(0, Math.min(places, MOST_IN_ALL - this.#underWay.size));
  }

  take(channel: string, request: Promise<void>): void {
    this.#underWay.set(channel, request);
  }

  leave(channel: string): void {
    const request = this.#underWay.get(channel);
    if (request) this.#slow.delete(request);
    this.#underWay.delete(channel);
  }

  channels(): string[] {
    return [...this.#underWay.keys()];
  }

  requests(): Promise<void>[] {
    return [...this.#underWay.values()];
  }

  /** Looks whether it is for slow channels that there is no room, and calls back when that made some. */
  async passOverSlow(signal: AbortSignal, onRoom: () => void): Promise<void> {
    if (this.#isLooking || this.room() > 0) return;
    this.#isLooking = true;
    const before = this.requests();
    const isAnswered = await this.#clock
      .sleep(SLOW_AFTER, signal)
      .then(() => this.room() === 0 && this.#platform.probe().then(() => true))
      .catch(() => false);
    this.#isLooking = false;
    if (!isAnswered || signal.aborted) return;
    const now = new Set(this.requests());
    for (const request of before) if (now.has(request)) this.#slow.add(request);
    onRoom();
  }
}
