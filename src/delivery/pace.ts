import type { SendingLimits } from '../chat/platform.ts';
import type { Clock } from '../core/clock.ts';

/** The order in which messages go out: a person who waits for an answer, what is due now, what has time. */
export const LANES = { answer: 0, due: 1, ahead: 2 } as const;
export type Lane = (typeof LANES)[keyof typeof LANES];

/** One message that is to go out. `person`: whom it answers, so that nobody takes a group's room from the others. */
export type Departure = { channel: string; group: boolean; lane: Lane; person?: string | undefined };

// What leaves here in a window may arrive a little closer together.
const SECOND = 1_010;
const MINUTE = 61_000;
/** Of each second so much is kept free for people who wait for an answer: while there are any, and always. */
const KEPT_FOR_ANSWERS = 0.2;
const ALWAYS_KEPT = 1;
const PEOPLE_ARE_THERE = 5_000;
/** The part of a group's minute that the answers to one person may take. */
const ONE_PERSONS_SHARE = 0.75;

/** Says when messages may go out, so that a platform's published limits are never broken. */
export class Pace {
  readonly #clock: Clock;
  readonly #limits: SendingLimits;
  readonly #all = new Window(SECOND);
  readonly #minutes = new Map<string, Window>();
  readonly #people = new Map<string, Window>();
  /** Channels that take nothing now, until when. */
  readonly #shut = new Map<string, number>();
  /** Channels where something that is due has waited for long enough to go before answers. */
  readonly #owed = new Set<string>();
  readonly #closing = new AbortController();
  #answeredAt = Number.NEGATIVE_INFINITY;
  #now = 0;
  #sweepAt = 0;

  constructor(clock: Clock, limits: SendingLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Milliseconds until the message may go; 0 for now. */
  wait({ channel, group, lane, person }: Departure): number {
    const now = this.#time();
    const isAnswer = lane === LANES.answer;
    const share = Math.ceil(this.#limits.perGroupPerMinute * ONE_PERSONS_SHARE);
    const own = group && person !== undefined ? this.#people.get(`${channel} ${person}`) : undefined;
    // For one who types without end no more is kept free than they take.
    if (isAnswer && (!own || own.room(now, share) > share / 2)) this.#answeredAt = now;
    return Math.max(
      0,
      (this.#shut.get(channel) ?? 0) - now,
      this.#all.wait(now, isAnswer ? this.#limits.perSecond : this.#forOthers(now)),
      own?.wait(now, share) ?? 0,
      isAnswer && this.#owed.has(channel) ? SECOND : 0,
    );
  }

  /** Counts a message that goes out now. */
  take({ channel, group, lane, person }: Departure): void {
    const now = this.#time();
    this.#all.note(now);
    if (lane !== LANES.answer) this.#owed.delete(channel);
    let until = Math.floor(now + SECOND / this.#limits.perChannelPerSecond);
    if (group) {
      const minute = windowOf(this.#minutes, channel);
      minute.note(now);
      until = Math.max(until, now + minute.wait(now, this.#limits.perGroupPerMinute));
      if (person !== undefined) windowOf(this.#people, `${channel} ${person}`).note(now);
    }
    this.#shutUntil(channel, until);
  }

  /** Resolves when the message may go, and counts it; at once when everything stops. */
  async turn(turn: Departure): Promise<void> {
    for (;;) {
      const wait = this.wait(turn);
      if (wait <= 0 || this.#closing.signal.aborted) return this.take(turn);
      await this.#clock.sleep(wait, this.#closing.signal).catch(() => {});
    }
  }

  /** A message went out in more parts than the one that was counted. */
  spend(turn: Departure, parts: number): void {
    for (let part = 0; part < parts; part += 1) this.take(turn);
  }

  /** The platform asked for a pause of this channel. */
  hold(channel: string, seconds: number): void {
    this.#shutUntil(channel, this.#time() + seconds * 1000);
  }

  /** How many messages that nobody waits for may go out now. */
  room(): number {
    const now = this.#time();
    return this.#all.room(now, this.#forOthers(now));
  }

  /** The channels that take nothing now. */
  shut(): string[] {
    const now = this.#time();
    for (const [channel, until] of this.#shut) if (until <= now) this.#shut.delete(channel);
    return [...this.#shut.keys()];
  }

  /** In these channels something due has waited long: it goes before the next answer. */
  owe(channels: readonly string[]): void {
    this.#owed.clear();
    for (const channel of channels) this.#owed.add(channel);
  }

  /** Milliseconds until there is room again, or a channel that is shut opens; undefined when nothing stands in the way. */
  nextChange(): number | undefined {
    const now = this.#time();
    const waits = [...this.#shut.values()].map((until) => until - now);
    const room = this.#all.wait(now, this.#forOthers(now));
    if (room > 0) waits.push(room);
    const ahead = waits.filter((wait) => wait > 0);
    return ahead.length === 0 ? undefined : Math.min(...ahead);
  }

  /** Lets everybody go who waits, so that they can see that it is time to stop. */
  close(): void {
    this.#closing.abort();
  }

  #forOthers(now: number): number {
    const isAnyoneThere = now - this.#answeredAt < PEOPLE_ARE_THERE;
    const { perSecond } = this.#limits;
    const kept = isAnyoneThere ? Math.ceil(perSecond * KEPT_FOR_ANSWERS) : ALWAYS_KEPT;
    return Math.max(1, perSecond - kept);
  }

  #shutUntil(channel: string, until: number): void {
    this.#shut.set(channel, Math.max(until, this.#shut.get(channel) ?? 0));
  }

  /** The time. A clock that was put back makes nobody wait until it has caught up. */
  #time(): number {
    const now = this.#clock.now().epochMilliseconds;
    const back = this.#now - now;
    if (back > 0) {
      for (const window of [this.#all, ...this.#minutes.values(), ...this.#people.values()])
        window.shift(back);
      for (const [channel, until] of this.#shut) this.#shut.set(channel, until - back);
      this.#sweepAt -= back;
      this.#answeredAt -= back;
    }
    this.#now = now;
    if (now >= this.#sweepAt) this.#sweep(now);
    return now;
  }

  #sweep(now: number): void {
    this.#sweepAt = now + MINUTE;
    for (const windows of [this.#minutes, this.#people])
      for (const [key, window] of windows) if (window.room(now, 1) === 1) windows.delete(key);
  }
}

/** The moments of the last sends, against the most that a window takes. */
class Window {
  readonly #length: number;
  #moments: number[] = [];

  constructor(length: number) {
    this.#length = length;
  }

  /** Milliseconds until one more is within `most`. */
  wait(now: number, most: number): number {
    this.#forget(now);
    const blocking = this.#moments.at(-most);
    return blocking === undefined ? 0 : blocking + this.#length - now;
  }

  /** How many more are within `most` now. */
  room(now: number, most: number): number {
    this.#forget(now);
    return Math.max(0, most - this.#moments.length);
  }

  note(now: number): void {
    this.#moments.push(now);
  }

  shift(back: number): void {
    this.#moments = this.#moments.map((moment) => moment - back);
  }

  #forget(now: number): void {
    const first = this.#moments.findIndex((moment) => now - moment < this.#length);
    if (first === -1) this.#moments = [];
    else if (first > 0) this.#moments.splice(0, first);
  }
}

function windowOf(windows: Map<string, Window>, key: string): Window {
  const known = windows.get(key);
  if (known) return known;
  const window = new Window(MINUTE);
  windows.set(key, window);
  return window;
}
