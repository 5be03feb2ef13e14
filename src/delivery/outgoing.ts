import type { Temporal } from 'temporal-polyfill';
import { PlatformError, type Post } from '../chat/platform.ts';
import type { Clock } from '../core/clock.ts';
import type { Count, CounterName } from '../core/counters.ts';
import { secondsBetween } from '../core/local-time.ts';
import type { Log } from '../core/log.ts';
import { atomically } from '../storage/atomically.ts';
import type { Database } from '../storage/database.ts';
import {
  channelsWaiting,
  claim,
  holdOn,
  markFailed,
  markSent,
  nextInOutbox,
  putBack,
  setAside,
} from './outbox-claims.ts';
import type { Claimed, Unreadable } from './outbox-entry.ts';
import { LANES } from './pace.ts';
import { Places } from './places.ts';
import { correctPosts, keepPlace, type Posted, putInPlace } from './posting.ts';
import { afterFailure, demandOfUse, putBackOf } from './retry.ts';
import type { Route } from './route.ts';

/** From here on a message says that it comes late. */
const LATE_AFTER_SECONDS = 5 * 60;
const LEASE_SECONDS = 120;
/** In a channel that takes no more, what has been due for so long goes before answers. */
const PATIENCE = { seconds: 5 };

export type OutgoingDeps = {
  db: Database;
  clock: Clock;
  log: Log;
  count: Count;
  /** Names this process on its leases. */
  owner: string;
  route: Route;
  /** Whether its reader may still read it. Asks the platform, so it runs outside a transaction. */
  mayGo(entry: Claimed): Promise<boolean>;
  /** Tells a person who can act; runs in the transaction that gives the entry up. */
  onUndelivered(db: Database, entry: Claimed, error: PlatformError): Promise<void>;
  /** The same of a row that can no longer be read. */
  onUnreadable(db: Database, row: Unreadable & { platform: string }): Promise<void>;
  /** The platform has moved a channel to another id, or takes nothing more for it; `forNow`: that may change. */
  onChannelGone(db: Database, entry: Claimed, movedTo: string | undefined, forNow: boolean): Promise<void>;
  /** A thread takes nothing more: what was meant for it goes to its channel. */
  onThreadGone(db: Database, platform: string, channel: string, thread: string): Promise<void>;
};

/**
 * What goes out to one platform of the bot's own accord. Only a request that is under way holds a place; a channel
 * that is slow, full or held is passed over until it takes messages again.
 */
export class Outgoing {
  readonly #deps: OutgoingDeps;
  readonly #places: Places;
  readonly #stop = new AbortController();
  #claiming: Promise<void> | undefined;
  #again = false;
  #sleep = new AbortController();

  constructor(deps: OutgoingDeps) {
    this.#deps = deps;
    this.#places = new Places(deps.route.platform, deps.clock);
  }

  /** Looks for what is due, now. Returns at once. */
  wake(): void {
    this.#again = true;
    this.#claiming ??= this.#claimAll().finally(() => {
      this.#claiming = undefined;
      if (this.#again && !this.#stop.signal.aborted) this.wake();
    });
  }

  /** Resolves when nothing is left that could be sent at this moment. */
  async drain(): Promise<void> {
    this.wake();
    do {
      await Promise.all([this.#claiming, ...this.#places.requests()]);
      await this.#deps.route.health.settled();
    } while (this.#claiming !== undefined || this.#places.requests().length > 0);
  }

  /** Finishes what is under way and begins nothing more. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#sleep.abort();
    await Promise.all([this.#claiming, ...this.#places.requests()]);
  }

  /** When there is something to do next. */
  next(): Promise<Temporal.Instant | undefined> {
    return nextInOutbox(this.#deps.db, this.#deps.route.platform.name);
  }

  async #claimAll(): Promise<void> {
    this.#sleep.abort();
    try {
      while (this.#again && !this.#stop.signal.aborted) {
        this.#again = false;
        const room = this.#room();
        if (room > 0) await this.#claim(room);
        void this.#places.passOverSlow(this.#stop.signal, () => this.wake());
      }
      await this.#sleepUntilNeeded();
    } catch (err) {
      this.#deps.log.error({ err }, 'the outbox could not be read');
    }
  }

  #room(): number {
    const { pace, health } = this.#deps.route;
    return Math.min(health.room(this.#places.room()), pace.room());
  }

  async #claim(most: number): Promise<void> {
    const { db, clock, owner, route } = this.#deps;
    const now = clock.now();
    const platform = route.platform.name;
    const shut = route.pace.shut();
    const { entries, unreadable } = await claim(db, {
      platform,
      owner,
      now,
      leaseUntil: now.add({ seconds: LEASE_SECONDS }),
      most,
      except: [...this.#places.channels(), ...shut],
    });
    for (const entry of entries) await this.#beginOrPutBack(entry, now);
    for (const row of unreadable) await this.#setAside(row);
    if (unreadable.length > 0) this.#again = true;
    route.pace.owe(await channelsWaiting(db, platform, shut, now.subtract(PATIENCE)));
  }

  /** Comes back when something falls due, or a channel or the platform takes messages again. */
  async #sleepUntilNeeded(): Promise<void> {
    const { clock, route } = this.#deps;
    const next = await this.next();
    if (!next || this.#stop.signal.aborted) return;
    const untilDue = next.epochMilliseconds - clock.now().epochMilliseconds;
    const sleep = new AbortController();
    this.#sleep = sleep;
    const rest =
      untilDue <= 0 && !route.health.isUp
        ? route.health.up()
        : clock.sleep(Math.max(untilDue, this.#untilRoom(untilDue)), sleep.signal);
    rest.then(
      () => this.wake(),
      () => {},
    );
  }

  /** What is due already waits for a place, which makes itself known, or for the pace. */
  #untilRoom(untilDue: number): number {
    if (untilDue > 0) return 0;
    return this.#deps.route.pace.nextChange() ?? LEASE_SECONDS * 1000;
  }

  /** Answers may have taken the room since it was looked for. */
  async #beginOrPutBack(entry: Claimed, now: Temporal.Instant): Promise<void> {
    const { db, owner, route } = this.#deps;
    const wait = route.pace.wait(departureOf(entry));
    if (wait <= 0) return this.#begin(entry, now);
    const notBefore = now.add({ milliseconds: Math.ceil(wait) });
    const { failures } = entry;
    await putBack(db, entry.id, owner, { notBefore, error: 'no room', failures, uncertain: false });
  }

  #begin(entry: Claimed, claimedAt: Temporal.Instant): void {
    const { channel } = entry.target;
    this.#deps.route.pace.take(departureOf(entry));
    this.#deps.route.health.begin();
    const work = this.#deliver(entry, claimedAt)
      .catch((err: unknown) =>
        this.#deps.log.error({ err, entry: entry.id }, 'a message could not be marked'),
      )
      .finally(() => {
        this.#places.leave(channel);
        this.wake();
      });
    this.#places.take(channel, work);
  }

  async #deliver(entry: Claimed, claimedAt: Temporal.Instant): Promise<void> {
    const { db, clock, owner, route } = this.#deps;
    // A process that stood still for long may have lost it to another.
    const isOld = secondsBetween(claimedAt, clock.now()) > LEASE_SECONDS / 2;
    if (isOld && !(await this.#holdOn(entry))) return;
    const late = secondsBetween(entry.dueAt, clock.now()) > LATE_AFTER_SECONDS;
    try {
      demandOfUse(entry, clock.now(), route.platform.knowsRepeats);
      if (!(await this.#deps.mayGo(entry)))
        throw new PlatformError('rejected', 'its reader may not read it any more');
      const posted = await this.#post(entry, late);
      route.health.fine();
      route.pace.spend(departureOf(entry), Math.max(0, posted.ids.length - 1));
      await atomically(db, async (db) => {
        if (await markSent(db, entry.id, owner, { now: clock.now(), late }))
          await keepPlace(db, posted, clock.now());
      });
      this.#count('messages_sent');
      if (late) this.#count('messages_late');
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      await this.#failed(entry, error);
    }
  }

  /** Whether it is still in the hands of this process, whose lease begins anew. */
  #holdOn({ id }: Claimed): Promise<boolean> {
    const { db, clock, owner } = this.#deps;
    return holdOn(db, id, owner, clock.now().add({ seconds: LEASE_SECONDS }));
  }

  #post(entry: Claimed, late: boolean): Promise<Posted> {
    const { db, route } = this.#deps;
    const message = late ? (entry.lateMessage ?? entry.message) : entry.message;
    const post: Post = {
      target: entry.target,
      message,
      answers: entry.answers,
      key: entry.id,
      alternatives: [entry.message, ...(entry.lateMessage ? [entry.lateMessage] : [])],
      doubtfulSince: entry.uncertainSince,
    };
    const turn = async () => {
      await route.pace.turn(departureOf(entry));
      await this.#holdOn(entry);
    };
    const way = { platform: route.platform, turn };
    return entry.corrects
      ? correctPosts(db, way, post, entry.corrects)
      : putInPlace(db, way, post, undefined);
  }

  /** Decides by the kind of failure: try again later, try elsewhere, or tell somebody. */
  async #failed(entry: Claimed, error: PlatformError): Promise<void> {
    const { db, clock, route, owner } = this.#deps;
    if (error.kind === 'unavailable' || error.kind === 'unknown') route.health.trouble();
    else route.health.fine();
    if (error.kind === 'unknown') this.#count('messages_uncertain');
    if (error.kind === 'rate-limited') route.pace.hold(entry.target.channel, error.retryAfter ?? 5);
    const next = afterFailure(entry, error, clock.now(), route.platform.knowsRepeats);
    if (next.kind === 'give-up') return this.#giveUp(entry, error);
    await atomically(db, async (db) => {
      if (next.movedTo !== undefined) await this.#deps.onChannelGone(db, entry, next.movedTo, false);
      if (next.leftThread !== undefined)
        await this.#deps.onThreadGone(db, entry.platform, entry.target.channel, next.leftThread);
      await putBack(db, entry.id, owner, { ...putBackOf(next, error), failures: next.failures });
    });
  }

  async #giveUp(entry: Claimed, error: PlatformError): Promise<void> {
    const { db, log, owner } = this.#deps;
    log.error({ err: error, entry: entry.id, kind: error.kind }, 'a message could not be delivered');
    await atomically(db, async (db) => {
      await markFailed(db, entry.id, owner, error.message);
      if (error.kind === 'gone') await this.#deps.onChannelGone(db, entry, undefined, error.forNow);
      await this.#deps.onUndelivered(db, entry, error);
    });
    this.#count('messages_failed');
  }

  /** A row that can no longer be read holds up nobody; its unit is told. */
  async #setAside(row: Unreadable): Promise<void> {
    const { db, log, owner, route } = this.#deps;
    log.error({ entry: row.id }, 'a message can no longer be read and is set aside');
    await atomically(db, async (db) => {
      await setAside(db, row.id, owner);
      await this.#deps.onUnreadable(db, { ...row, platform: route.platform.name });
    });
    this.#count('messages_failed');
  }

  #count(name: CounterName): void {
    this.#deps.count(name, { platform: this.#deps.route.platform.name });
  }
}

function departureOf({ target, lane }: Claimed) {
  return {
    channel: target.channel,
    group: true,
    lane: lane === LANES.ahead ? LANES.ahead : LANES.due,
  };
}
