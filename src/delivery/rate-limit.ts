/** Lets a person send a burst, then one event every two seconds, so that nobody takes the bot from the others. */
export class RateLimit {
  readonly #people = new Map<string, Known>();
  #sweepAt = 0;

  /**
   * Counts an event of a person by when it was sent, in seconds. `first`: the first that is one too many since they
   * last kept within the limit; `more`: so is this one. What is of one album is one event.
   */
  judge(person: string, sentAt: number, album?: string): Verdict {
    this.#sweep(sentAt);
    const known: Known = this.#people.get(person) ?? { left: BURST, at: sentAt, refusedAt: NEVER };
    this.#people.set(person, known);
    if (album !== undefined && known.album === album) return known.verdict === 'fine' ? 'fine' : 'more';
    known.album = album;
    known.verdict = count(known, sentAt);
    return known.verdict;
  }

  /** A person who has been quiet for long enough has a full burst again: there is nothing to remember. */
  #sweep(now: number): void {
    if (now < this.#sweepAt && this.#sweepAt - now <= 2 * QUIET_SECONDS) return;
    this.#sweepAt = now + QUIET_SECONDS;
    for (const [person, { at }] of this.#people) if (now - at > QUIET_SECONDS) this.#people.delete(person);
  }
}

type Verdict = 'fine' | 'first' | 'more';
type Known = {
  left: number;
  at: number;
  refusedAt: number;
  album?: string | undefined;
  verdict?: Verdict;
};

function count(known: Known, sentAt: number): Verdict {
  // What comes in out of order was sent no earlier than what was counted before it.
  const passed = Math.max(0, sentAt - known.at);
  known.left = Math.min(BURST, known.left + passed / SECONDS_FOR_ONE);
  known.at = Math.max(known.at, sentAt);
  if (known.left >= 1 && sentAt - known.refusedAt >= PAUSE_SECONDS) {
    known.left -= 1;
    return 'fine';
  }
  const isTold = sentAt - known.refusedAt < PAUSE_SECONDS;
  if (!isTold) known.refusedAt = sentAt;
  return isTold ? 'more' : 'first';
}

const NEVER = Number.NEGATIVE_INFINITY;
const BURST = 20;
const SECONDS_FOR_ONE = 2;
const QUIET_SECONDS = BURST * SECONDS_FOR_ONE + 20;

/** Whoever has sent too much is asked to wait for so long. */
export const PAUSE_SECONDS = 10;
