import type { SendingLimits } from '../chat/platform.ts';
import type { Clock } from '../core/clock.ts';
import { LANES, type Lane } from './lanes.ts';

type Turn = { channel: string; group: boolean; lane: Lane; grant: () => void };

/** A part of the whole that is kept free for people who wait for an answer. */
const KEPT_FOR_ANSWERS = 0.2;
// What leaves here in a window may arrive a little closer together.
const SECOND = 1_100;
const MINUTE = 61_000;

/** The moments of the last sends, against the most that a window takes. */
class Window {
  readonly #length: number;
  #moments: number[] = [];

  constructor(length: number) {
    this.#length = length;
  }

  /** Milliseconds until one more is within `most`. */
  wait(now: number, most: number): number {
    // A clock that was put back makes nobody wait until it has caught up.
    this.#moments = this.#moments
      .map((moment) => Math.min(moment, now))
      .filter((moment) => now - moment < this.#length);
    const blocking = this.#moments.at(-most);
    return blocking === undefined ? 0 : blocking + this.#length - now;
  }

  note(now: number): void {
    this.#moments.push(now);
  }

  get idle(): boolean {
    return this.#moments.length === 0;
  }
}

type ChannelPace = { second: Window; minute: Window; heldUntil: number; heldFor: number };

/** Hands out turns to send so that a platform's published limits are never broken, the most urgent first. */
export class Pace {
  readonly #clock: Clock;
  readonly #limits: SendingLimits;
  readonly #all = new Window(SECOND);
  readonly #channels = new Map<string, ChannelPace>();
  #waiting: Turn[] = [];
  #wake: AbortController | undefined;

  constructor(clock: Clock, limits: SendingLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Resolves when the caller may send one message to the channel. */
  turn(channel: string, group: boolean, lane: Lane): Promise<void> {
    return new Promise((grant) => {
      const at = this.#waiting.findIndex((turn) => turn.lane > lane);
      const turn = { channel, group, lane, grant };
      this.#waiting.splice(at === -1 ? this.#waiting.length : at, 0, turn);
      this.#grantTurns();
    });
  }

  /** A message went out in more parts than the one that had its turn. */
  spend(channel: string, parts: number): void {
    const { second, minute } = this.#paceOf(channel);
    for (let part = 0; part < parts; part += 1)
      for (const window of [this.#all, second, minute]) window.note(this.#now());
  }

  /** Lets everybody go who waits, so that they can see that it is time to stop. */
  close(): void {
    this.#wake?.abort();
    for (const { grant } of this.#waiting.splice(0)) grant();
  }

  /** The platform asked for a pause of this channel. */
  hold(channel: string, seconds: number): void {
    const heldFor = seconds * 1000;
    Object.assign(this.#paceOf(channel), { heldUntil: this.#now() + heldFor, heldFor });
  }

  #now(): number {
    return this.#clock.now().epochMilliseconds;
  }

  #paceOf(channel: string): ChannelPace {
    const known = this.#channels.get(channel);
    const pace = known ?? {
      second: new Window(SECOND),
      minute: new Window(MINUTE),
      heldUntil: 0,
      heldFor: 0,
    };
    if (!known) this.#channels.set(channel, pace);
    return pace;
  }

  #waitOf(turn: Turn, now: number): number {
    const { perSecond, perChannelPerSecond, perGroupPerMinute } = this.#limits;
    const free =
      turn.lane === LANES.answer ? perSecond : Math.max(1, Math.floor(perSecond * (1 - KEPT_FOR_ANSWERS)));
    const { second, minute, heldUntil, heldFor } = this.#paceOf(turn.channel);
    return Math.max(
      0,
      Math.min(heldUntil - now, heldFor),
      this.#all.wait(now, free),
      second.wait(now, perChannelPerSecond),
      turn.group ? minute.wait(now, perGroupPerMinute) : 0,
    );
  }

  /** Grants every turn that may go now, and comes back when the next one may. */
  #grantTurns(): void {
    this.#wake?.abort();
    this.#wake = undefined;
    const now = this.#now();
    let next = Number.POSITIVE_INFINITY;
    this.#waiting = this.#waiting.filter((turn) => {
      const wait = this.#waitOf(turn, now);
      if (wait > 0) next = Math.min(next, wait);
      else this.#begin(turn, now);
      return wait > 0;
    });
    if (this.#waiting.length > 0) this.#comeBack(next);
    else this.#forgetIdle(now);
  }

  #begin(turn: Turn, now: number): void {
    const { second, minute } = this.#paceOf(turn.channel);
    for (const window of [this.#all, second, minute]) window.note(now);
    turn.grant();
  }

  #comeBack(milliseconds: number): void {
    const wake = new AbortController();
    this.#wake = wake;
    this.#clock.sleep(milliseconds, wake.signal).then(
      () => this.#grantTurns(),
      () => {},
    );
  }

  #forgetIdle(now: number): void {
    if (this.#channels.size < 1000) return;
    for (const [channel, { minute, heldUntil }] of this.#channels) {
      minute.wait(now, 1);
      if (minute.idle && heldUntil <= now) this.#channels.delete(channel);
    }
  }
}
