import type { Platform } from '../chat/platform.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';

const LONGEST_PAUSE_SECONDS = 60;

/**
 * Whether a platform can be reached. Once a request to it has failed for a reason that has nothing to do with the
 * one channel, it is asked for its own name until it answers, and no message is spent on finding out.
 */
export class Health {
  readonly #platform: Platform;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #stop = new AbortController();
  readonly #waiting = new Set<() => void>();
  #isUp = true;
  #isTried = true;
  #isTrying = false;
  #troubles = 0;
  #asking: Promise<void> | undefined;

  constructor(platform: Platform, clock: Clock, log: Log) {
    this.#platform = platform;
    this.#clock = clock;
    this.#log = log;
  }

  /** How many more requests may begin beside `room`: after an outage one alone, until the platform has answered it. */
  room(room: number): number {
    if (!this.#isUp) return 0;
    if (this.#isTried) return room;
    return this.#isTrying ? 0 : Math.min(1, room);
  }

  /** A request begins. */
  begin(): void {
    this.#isTrying = true;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  /** Resolves when the platform can be reached, as far as is known, or when everything stops. */
  async up(): Promise<void> {
    while (!this.#isUp && !this.#stop.signal.aborted)
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  /** The platform answered a request, whatever it said. */
  fine(): void {
    this.#isTried = true;
    this.#isTrying = false;
    this.#troubles = 0;
  }

  /** A request failed as if the platform could not be reached. */
  trouble(): void {
    this.#isTried = false;
    this.#isTrying = false;
    if (!this.#isUp) return;
    this.#isUp = false;
    this.#troubles += 1;
    void this.#watch();
  }

  /** Resolves when the platform is not being asked at this moment. */
  async settled(): Promise<void> {
    while (this.#asking !== undefined) await this.#asking;
  }

  stop(): void {
    this.#stop.abort();
    this.#release();
  }

  async #watch(): Promise<void> {
    for (let asked = 0; !this.#stop.signal.aborted; asked += 1) {
      // The first trouble may be of one channel only: then the platform answers at once.
      const tries = this.#troubles + asked;
      const pause = tries === 1 ? 0 : Math.min(LONGEST_PAUSE_SECONDS, 2 ** (tries - 2));
      if (pause > 0) await this.#clock.sleep(pause * 1000, this.#stop.signal).catch(() => {});
      if (this.#stop.signal.aborted) return;
      if (await this.#ask()) return this.#release();
    }
  }

  async #ask(): Promise<boolean> {
    const asking = this.#platform.probe().then(
      () => true,
      (err: unknown) => {
        this.#log.warn(
          { err, platform: this.#platform.name },
          'the platform cannot be reached; it is asked again',
        );
        return false;
      },
    );
    const done = asking.then((isUp) => {
      this.#isUp = isUp;
    });
    this.#asking = done;
    await done;
    this.#asking = undefined;
    return asking;
  }

  #release(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
