import type { Temporal } from 'temporal-polyfill';
import type { PlatformName } from '../chat/incoming.ts';
import { type Platform, PlatformError } from '../chat/platform.ts';
import type { Clock } from '../core/clock.ts';
import { secondsBetween } from '../core/local-time.ts';
import type { Log } from '../core/log.ts';
import { atomically } from '../storage/atomically.ts';
import type { Database } from '../storage/database.ts';
import { LANES } from './lanes.ts';
import {
  beginSending,
  type Claimed,
  claim,
  markFailed,
  markSent,
  nextInOutbox,
  pullBack,
  putBack,
  recover,
} from './outbox.ts';
import type { Pace } from './pace.ts';
import { postEntry } from './post-entry.ts';
import { keepPost } from './post-store.ts';

/** From here on a message says that it comes late. */
const LATE_AFTER_SECONDS = 5 * 60;
// What is in mid-send when the process dies may be doubled, so little is: enough to fill the pace at a usual latency.
const AT_ONCE = 6;
const LEASE_SECONDS = 120;
const GIVE_UP_AFTER_HOURS = 24;
const LONGEST_BACK_OFF_SECONDS = 300;

type SenderDeps = {
  db: Database;
  clock: Clock;
  log: Log;
  /** Names this process on its leases. */
  owner: string;
  platforms: ReadonlyMap<PlatformName, { platform: Platform; pace: Pace }>;
  /** Tells a person who can act; runs in the transaction that gives the entry up. */
  onUndelivered(db: Database, entry: Claimed, error: PlatformError): Promise<void>;
  /** The platform has moved a channel to another id, or takes nothing more for it. */
  onChannelGone(db: Database, entry: Claimed, movedTo: string | undefined): Promise<void>;
};

/** Sends what is in the outbox: paced, retried by kind of failure, never lost in silence. */
export class Sender {
  readonly #deps: SenderDeps;
  readonly #inHand = new Map<string, Promise<void>>();
  #claiming: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  /** The time at the last look, so that a clock that was put back is noticed. */
  #lastSeen: Temporal.Instant;

  constructor(deps: SenderDeps) {
    this.#deps = deps;
    this.#lastSeen = deps.clock.now();
  }

  /** Takes up what processes that are gone left behind: at the start all of it, later what outlived its lease. */
  async recover(which: 'all' | 'expired'): Promise<void> {
    const { db, clock } = this.#deps;
    const now = clock.now();
    if (secondsBetween(now, this.#lastSeen) > LONGEST_BACK_OFF_SECONDS)
      await pullBack(db, this.#lastSeen.add({ seconds: LONGEST_BACK_OFF_SECONDS }), now);
    this.#lastSeen = now;
    const interrupted = await recover(db, which === 'all' ? 'all' : now);
    if (interrupted.length > 0)
      this.#deps.log.warn(
        { interrupted: interrupted.length },
        'messages were cut off in mid-send; each goes out once more',
      );
  }

  /** Looks for what is due, now. Returns at once. */
  wake(): void {
    this.#again = true;
    this.#claiming ??= this.#claimAll().finally(() => {
      this.#claiming = undefined;
    });
  }

  /** Resolves when nothing that is due is left unsent. */
  async drain(): Promise<void> {
    this.wake();
    while (this.#claiming !== undefined || this.#inHand.size > 0)
      await Promise.all([this.#claiming, ...this.#inHand.values()]);
  }

  /** Finishes what is in hand and begins nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { pace } of this.#deps.platforms.values()) pace.close();
    await Promise.all([this.#claiming, ...this.#inHand.values()]);
  }

  async #claimAll(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      try {
        const now = this.#deps.clock.now();
        const leaseUntil = now.add({ seconds: LEASE_SECONDS });
        const { db, owner } = this.#deps;
        const busy = [...this.#inHand.keys()];
        const most = AT_ONCE - busy.length;
        if (most < AT_ONCE / 2) continue;
        for (const entry of await claim(db, { owner, now, leaseUntil, most, busy })) this.#take(entry);
      } catch (err) {
        this.#deps.log.error({ err }, 'the outbox could not be read');
      }
    }
  }

  #take(entry: Claimed): void {
    const channel = `${entry.platform}:${entry.target.channel}`;
    const work = this.#deliver(entry)
      .catch((err: unknown) =>
        this.#deps.log.error({ err, entry: entry.id }, 'a message could not be marked'),
      )
      .finally(() => {
        this.#inHand.delete(channel);
        this.wake();
      });
    this.#inHand.set(channel, work);
  }

  async #deliver(entry: Claimed): Promise<void> {
    const { db, clock, platforms } = this.#deps;
    const lane = platforms.get(entry.platform);
    if (!lane) return this.#giveUp(entry, new PlatformError('rejected', `${entry.platform} is not set up`));
    const turn = () =>
      lane.pace.turn(entry.target.channel, true, entry.lane === LANES.due ? LANES.due : LANES.ahead);
    await turn();
    if (this.#stopped) return;
    // A second try may make one extra copy; a third could make two.
    if (entry.uncertain > 1)
      return this.#giveUp(entry, new PlatformError('unknown', 'cut off in mid-send twice'));
    const late = secondsBetween(entry.dueAt, clock.now()) > LATE_AFTER_SECONDS;
    const message = late ? (entry.lateMessage ?? entry.message) : entry.message;
    const leaseUntil = clock.now().add({ seconds: LEASE_SECONDS });
    if (!(await beginSending(db, entry.id, this.#deps.owner, leaseUntil))) return;
    try {
      const ids = await postEntry(db, { platform: lane.platform, turn }, entry, message);
      lane.pace.spend(entry.target.channel, Math.max(0, ids.length - 1));
      await atomically(db, async (db) => {
        await markSent(db, entry.id, clock.now(), late);
        const [platform, channel, messageId] = [entry.platform, entry.target.channel, ids.at(-1)];
        if (message.subject !== undefined && messageId !== undefined && !entry.corrects)
          await keepPost(db, { platform, channel, subject: message.subject }, messageId, clock.now());
      });
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      if (error.retryAfter !== undefined) lane.pace.hold(entry.target.channel, error.retryAfter);
      await this.#failed(entry, error);
    }
  }

  /** Decides by the kind of failure: try again later, try elsewhere, or tell somebody. */
  async #failed(entry: Claimed, error: PlatformError): Promise<void> {
    const { db, clock } = this.#deps;
    const retry = (
      seconds: number,
      change: { failures?: number; uncertain?: number; channel?: string } = {},
    ) =>
      putBack(db, entry.id, {
        failures: entry.failures,
        uncertain: entry.uncertain,
        ...change,
        notBefore: clock.now().add({ seconds: Math.ceil(seconds) }),
        error: error.message,
      });
    const expired = secondsBetween(entry.dueAt, clock.now()) > GIVE_UP_AFTER_HOURS * 3600;
    switch (error.kind) {
      case 'rate-limited':
        return retry(error.retryAfter ?? 5);
      case 'unavailable': {
        const failures = entry.failures + 1;
        return expired ? this.#giveUp(entry, error) : retry(backOff(failures), { failures });
      }
      case 'unknown':
        return retry(2, { uncertain: entry.uncertain + 1 });
      case 'gone':
        if (error.movedTo !== undefined) {
          await this.#deps.onChannelGone(db, entry, error.movedTo);
          return retry(0, { channel: error.movedTo });
        }
        return this.#giveUp(entry, error);
      case 'rejected':
        return this.#giveUp(entry, error);
    }
  }

  async #giveUp(entry: Claimed, error: PlatformError): Promise<void> {
    const { db, log } = this.#deps;
    log.error({ err: error, entry: entry.id, kind: error.kind }, 'a message could not be delivered');
    await atomically(db, async (db) => {
      await markFailed(db, entry.id, error.message);
      if (error.kind === 'gone') await this.#deps.onChannelGone(db, entry, undefined);
      await this.#deps.onUndelivered(db, entry, error);
    });
  }

  /** When the sender has something to do next. */
  next(): Promise<Temporal.Instant | undefined> {
    return nextInOutbox(this.#deps.db);
  }
}

function backOff(failures: number): number {
  return Math.min(LONGEST_BACK_OFF_SECONDS, 2 ** Math.min(failures, 12));
}
