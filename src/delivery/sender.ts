import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../core/clock.ts';
import { secondsBetween } from '../core/local-time.ts';
import type { Log } from '../core/log.ts';
import type { Database } from '../storage/database.ts';
import { pullBack, recover } from './outbox-claims.ts';
import { Outgoing, type OutgoingDeps } from './outgoing.ts';
import type { Routes } from './route.ts';

/** A clock that was put back by more than this pulls back what it had put off. */
const PUT_BACK_SECONDS = 300;

type SenderDeps = Omit<OutgoingDeps, 'route'> & { routes: Routes };

/** Sends what is in the outbox: on every platform by itself, so that none waits for another. */
export class Sender {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #outgoing: readonly Outgoing[];
  /** The time at the last look, so that a clock that was put back is noticed. */
  #lastSeen: Temporal.Instant;

  constructor({ routes, ...deps }: SenderDeps) {
    this.#db = deps.db;
    this.#clock = deps.clock;
    this.#log = deps.log;
    this.#outgoing = [...routes.values()].map((route) => new Outgoing({ ...deps, route }));
    this.#lastSeen = deps.clock.now();
  }

  /** Takes up what processes that are gone left behind: at the start all of it, later what outlived its lease. */
  async recover(which: 'all' | 'expired'): Promise<void> {
    const now = this.#clock.now();
    if (secondsBetween(now, this.#lastSeen) > PUT_BACK_SECONDS)
      await pullBack(this.#db, this.#lastSeen.add({ seconds: PUT_BACK_SECONDS }), now);
    this.#lastSeen = now;
    const interrupted = await recover(this.#db, which === 'all' ? 'all' : now);
    if (interrupted > 0)
      this.#log.warn({ interrupted }, 'messages were cut off in mid-send; each goes out once more');
  }

  /** Looks for what is due, now. Returns at once. */
  wake(): void {
    for (const outgoing of this.#outgoing) outgoing.wake();
  }

  /** Resolves when nothing is left that could be sent at this moment. */
  async drain(): Promise<void> {
    await Promise.all(this.#outgoing.map((outgoing) => outgoing.drain()));
  }

  /** Finishes what is in hand and begins nothing more. */
  async stop(): Promise<void> {
    await Promise.all(this.#outgoing.map((outgoing) => outgoing.stop()));
  }

  /** When the sender has something to do next. */
  async next(): Promise<Temporal.Instant | undefined> {
    const instants = await Promise.all(this.#outgoing.map((outgoing) => outgoing.next()));
    return instants
      .filter((instant) => instant !== undefined)
      .toSorted((one, other) => one.epochMilliseconds - other.epochMilliseconds)
      .at(0);
  }
}
