import type { Clock } from '../core/clock.ts';

/** A refusal: how long to wait, and whether the person has been told so already. */
export type Refused = { seconds: number; told: boolean };

const BURST = 20;
const SECONDS_FOR_ONE = 2;
const PAUSE_SECONDS = 10;

type Person = { left: number; at: number; blockedUntil: number };

/** Lets a person send a burst, then one event every two seconds, so that nobody takes the bot from the others. */
export class RateLimit {
  readonly #clock: Clock;
  readonly #people = new Map<string, Person>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts an event of a person; says so when it is one too many. */
  refuse(personId: string): Refused | undefined {
    const now = this.#clock.now().epochMilliseconds / 1000;
    this.#forget(now);
    const person = this.#people.get(personId) ?? { left: BURST, at: now, blockedUntil: 0 };
    this.#people.set(personId, person);
    person.left = Math.min(BURST, person.left + Math.max(0, now - person.at) / SECONDS_FOR_ONE);
    person.at = now;
    if (person.blockedUntil > now) return { seconds: Math.ceil(person.blockedUntil - now), told: true };
    if (person.left < 1) {
      person.blockedUntil = now + PAUSE_SECONDS;
      return { seconds: PAUSE_SECONDS, told: false };
    }
    person.left -= 1;
    return undefined;
  }

  /** A person who has been quiet for long enough has a full burst again: there is nothing to remember. */
  #forget(now: number): void {
    if (this.#people.size < 1000) return;
    for (const [id, { at }] of this.#people) if (now - at > BURST * SECONDS_FOR_ONE) this.#people.delete(id);
  }
}
