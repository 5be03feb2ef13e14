import type { Clock } from './clock.ts';

/** What was told, by key, each for the same time; what is over goes when something new is told. */
export class Remembered<Value> {
  readonly #clock: Clock;
  readonly #milliseconds: number;
  /** The oldest comes first. */
  readonly #told = new Map<string, { value: Value; until: number }>();

  constructor(clock: Clock, milliseconds: number) {
    this.#clock = clock;
    this.#milliseconds = milliseconds;
  }

  set(key: string, value: Value): void {
    const now = this.#clock.now().epochMilliseconds;
    for (const [key, { until }] of this.#told) {
      if (until > now) break;
      this.#told.delete(key);
    }
    this.#told.delete(key);
    this.#told.set(key, { value, until: now + this.#milliseconds });
  }

  get(key: string): Value | undefined {
    const told = this.#told.get(key);
    return told && told.until > this.#clock.now().epochMilliseconds ? told.value : undefined;
  }
}
