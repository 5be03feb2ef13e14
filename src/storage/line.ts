import { AsyncLocalStorage } from 'node:async_hooks';

const AHEAD = new AsyncLocalStorage<true>();

/** What `work` asks of the database comes before all that waits there. */
export function ahead<Result>(work: () => Promise<Result>): Promise<Result> {
  return AHEAD.run(true, work);
}

/**
 * Statements, with all that is worked out for them, in one turn of the event loop: about 15 ms. They are counted and
 * not timed, so that on a slow machine as much is done.
 */
const MOST_IN_A_TURN = 80;
/** While something keeps coming ahead of the others: a piece of work or two. */
const FEW_IN_A_TURN = 10;

/**
 * Those who wait for the one connection, in the order in which they came. Everything else stands still while the
 * database works: after some statements those who are left wait for the next turn of the event loop, so that what has
 * arrived meanwhile is read. Who comes ahead of them waits for the piece of work in hand and no more.
 */
export class Line {
  /** How many statements have been run, ever. */
  readonly #statements: () => number;
  readonly #ahead: (() => void)[] = [];
  readonly #others: (() => void)[] = [];
  #isTaken = false;
  /** How many had been run when this turn began; nothing while nobody has come in. */
  #turnFrom: number | undefined;
  #hasComeAhead = false;
  #most = MOST_IN_A_TURN;

  constructor(statements: () => number) {
    this.#statements = statements;
  }

  /** Resolves when the connection is theirs, which it is until `leave`. */
  async enter(): Promise<void> {
    const isAhead = AHEAD.getStore() === true;
    this.#hasComeAhead ||= isAhead;
    if (isAhead) this.#most = FEW_IN_A_TURN;
    if (this.#isTaken || (this.#isTurnOver() && !isAhead))
      return new Promise((resolve) => (isAhead ? this.#ahead : this.#others).push(resolve));
    this.#isTaken = true;
  }

  leave(): void {
    const next = this.#ahead.shift() ?? (this.#isTurnOver() ? undefined : this.#others.shift());
    this.#isTaken = next !== undefined;
    next?.();
  }

  #isTurnOver(): boolean {
    if (this.#turnFrom === undefined) {
      this.#turnFrom = this.#statements();
      setImmediate(() => this.#nextTurn());
    }
    return this.#statements() - this.#turnFrom >= this.#most;
  }

  #nextTurn(): void {
    this.#turnFrom = undefined;
    this.#most = this.#hasComeAhead ? FEW_IN_A_TURN : MOST_IN_A_TURN;
    this.#hasComeAhead = false;
    if (!this.#isTaken && this.#ahead.length + this.#others.length > 0) this.leave();
  }
}
