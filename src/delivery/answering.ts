import type { Temporal } from 'temporal-polyfill';
import type { Incoming } from '../chat/incoming.ts';
import type { Message } from '../chat/message.ts';
import { PlatformError, type Post } from '../chat/platform.ts';
import type { Clock } from '../core/clock.ts';
import type { Count } from '../core/counters.ts';
import type { Log } from '../core/log.ts';
import { atomically } from '../storage/atomically.ts';
import type { Database } from '../storage/database.ts';
import { finish } from './inbox.ts';
import { type Departure, LANES } from './pace.ts';
import { keepPlace, putInPlace } from './posting.ts';
import type { Route } from './route.ts';

/** An answer that is still to be sent. */
export type PendingAnswer = {
  seq: number;
  incoming: Incoming;
  reply: Message;
  /** How often its sending was cut off, and since when it may have been posted. */
  cutOff: number;
  doubtfulSince: Temporal.Instant | undefined;
  /** In milliseconds of the epoch. */
  notBefore: number;
};

/** A second try may make one extra copy; a third could make two. */
const MOST_CUT_OFF = 2;
const USUAL_RETRY_SECONDS = 5;

export type AnsweringDeps = {
  db: Database;
  clock: Clock;
  log: Log;
  count: Count;
  route: Route;
  /** The platform has moved a channel to another id. */
  onChannelMoved(db: Database, incoming: Incoming, movedTo: string): Promise<void>;
  /** A thread takes nothing more: what was meant for it goes to its channel. */
  onThreadGone(db: Database, platform: string, channel: string, thread: string): Promise<void>;
  /** Said in the place of an answer that the platform refuses to show. */
  refusedNote: Message;
};

/** Sends the answers of one channel. */
export class Answering {
  readonly #deps: AnsweringDeps;
  /** The id under which the channel goes on. */
  #movedTo: string | undefined;

  constructor(deps: AnsweringDeps) {
    this.#deps = deps;
  }

  /** Of each person's answers the oldest, and of those the one that may go first, with the milliseconds until then. */
  soonest(answers: readonly PendingAnswer[]): { answer: PendingAnswer; wait: number } | undefined {
    const firsts = new Map<string, PendingAnswer>();
    for (const answer of answers) {
      const { id } = answer.incoming.sender;
      if (!firsts.has(id)) firsts.set(id, answer);
    }
    const [soonest] = [...firsts.values()]
      .map((answer) => ({ answer, wait: this.#waitOf(answer) }))
      .toSorted((one, other) => one.wait - other.wait);
    return soonest;
  }

  /** An event as of where the channel is now. */
  whereItIs(incoming: Incoming): Incoming {
    return this.#movedTo === undefined || incoming.kind === 'moved'
      ? incoming
      : { ...incoming, channel: { ...incoming.channel, id: this.#movedTo } };
  }

  /** True when it is through, or is let go; otherwise it is to be tried again. */
  async send(answer: PendingAnswer): Promise<boolean> {
    const { db, clock, count, route } = this.#deps;
    await route.health.up();
    // Other channels may have taken the room since it was looked for.
    if (this.#waitOf(answer) > 0) return false;
    answer.incoming = this.whereItIs(answer.incoming);
    const { incoming, reply } = answer;
    if (!this.#isFree(answer)) route.pace.take(departureOf(incoming));
    const post: Post = { ...postFor(incoming, reply), doubtfulSince: answer.doubtfulSince };
    // Nothing shows that a message that the platform does not show is the one that offered this.
    const pressed =
      incoming.kind === 'press' && incoming.button !== 'unseen' ? incoming.messageId : undefined;
    try {
      const turn = () => (this.#isFree(answer) ? Promise.resolve() : route.pace.turn(departureOf(incoming)));
      const posted = await putInPlace(db, { platform: route.platform, turn }, post, pressed);
      route.health.fine();
      if (!this.#isFree(answer)) route.pace.spend(departureOf(incoming), Math.max(0, posted.ids.length - 1));
      await atomically(db, async (db) => {
        await keepPlace(db, posted, clock.now());
        await finish(db, answer.seq);
      });
      count('messages_sent', { platform: incoming.platform });
      return true;
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      return this.#failed(answer, error);
    }
  }

  #waitOf(answer: PendingAnswer): number {
    const { clock, route } = this.#deps;
    const rest = answer.notBefore - clock.now().epochMilliseconds;
    return Math.max(
      rest,
      this.#isFree(answer) ? 0 : route.pace.wait(departureOf(this.whereItIs(answer.incoming))),
    );
  }

  /** Whether the answer counts for none of the platform's limits: some never do, and a note on a button does not. */
  #isFree({ incoming: { kind }, reply }: PendingAnswer): boolean {
    if (kind === 'press' && reply.privately === true) return true;
    const { answersAreFree } = this.#deps.route.platform.limits;
    return answersAreFree === true && (kind === 'message' || kind === 'press');
  }

  async #failed(answer: PendingAnswer, error: PlatformError): Promise<boolean> {
    const { db, log, clock, count, route } = this.#deps;
    const { platform } = answer.incoming;
    log.warn({ err: error, kind: error.kind }, 'an answer was not sent');
    const retryIn = (seconds: number) => {
      answer.notBefore = clock.now().epochMilliseconds + seconds * 1000;
      return false;
    };
    if (error.kind === 'unavailable' || error.kind === 'unknown') route.health.trouble();
    else route.health.fine();
    switch (error.kind) {
      case 'rate-limited':
        if (!this.#isFree(answer))
          route.pace.hold(answer.incoming.channel.id, error.retryAfter ?? USUAL_RETRY_SECONDS);
        return retryIn(error.retryAfter ?? USUAL_RETRY_SECONDS);
      case 'unavailable':
        return retryIn(USUAL_RETRY_SECONDS);
      case 'unknown':
        count('messages_uncertain', { platform });
        answer.cutOff += 1;
        answer.doubtfulSince ??= clock.now();
        if (answer.cutOff < MOST_CUT_OFF || route.platform.knowsRepeats) return retryIn(USUAL_RETRY_SECONDS);
        break;
      case 'gone':
      case 'rejected':
        if (await this.#follow(answer, error)) return false;
        if (answer.reply !== this.#deps.refusedNote) {
          answer.reply = this.#deps.refusedNote;
          return false;
        }
        break;
    }
    await finish(db, answer.seq);
    count('messages_failed', { platform });
    return true;
  }

  /** Where the channel goes on under another id, or without its thread, so does the answer. */
  async #follow(answer: PendingAnswer, { movedTo, threadGone }: PlatformError): Promise<boolean> {
    const { db, onChannelMoved, onThreadGone } = this.#deps;
    const { incoming } = answer;
    const { thread, ...channel } = incoming.channel;
    if (movedTo !== undefined) {
      await atomically(db, (db) => onChannelMoved(db, incoming, movedTo));
      this.#movedTo = movedTo;
      return true;
    }
    if (!threadGone || thread === undefined) return false;
    await atomically(db, (db) => onThreadGone(db, incoming.platform, incoming.channel.id, thread));
    answer.incoming = { ...incoming, channel };
    return true;
  }
}

function departureOf({ channel, sender }: Incoming): Departure {
  return { channel: channel.id, group: channel.kind === 'group', lane: LANES.answer, person: sender.id };
}

/**
 * A message as the answer to an event, or, of another `kind`, as a note beside it: a platform that takes each key once
 * must not take the answer for the note.
 */
export function postFor(
  incoming: Incoming,
  message: Message,
  kind: 'answer' | 'trouble' | 'postponed' = 'answer',
): Post {
  return {
    target: { channel: incoming.channel.id, thread: incoming.channel.thread },
    message,
    key: `${kind}:${incoming.updateId}`,
    answers:
      incoming.kind === 'message' ? { messageId: incoming.messageId, account: incoming.sender } : undefined,
    pressId: incoming.kind === 'press' ? incoming.pressId : undefined,
    by: incoming.sender,
  };
}
