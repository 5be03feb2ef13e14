import type { Incoming, PlatformName } from '../chat/incoming.ts';
import type { Message } from '../chat/message.ts';
import { type Platform, PlatformError, type Post } from '../chat/platform.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import { atomically } from '../storage/atomically.ts';
import type { Database } from '../storage/database.ts';
import { editInPlace } from './edit-in-place.ts';
import {
  beginReply,
  finish,
  keepReply,
  nextOpen,
  type Open,
  openChannels,
  takeBackAttempt,
  takeIn,
} from './inbox.ts';
import { LANES } from './lanes.ts';
import type { Pace } from './pace.ts';
import { findPost, findPosts, keepPost } from './post-store.ts';

type ReceiverDeps = {
  db: Database;
  clock: Clock;
  log: Log;
  platforms: ReadonlyMap<PlatformName, { platform: Platform; pace: Pace }>;
  /** Acts on an event; `transact` runs its work in one transaction with the mark that the event was acted on. */
  handle(
    incoming: Incoming,
    transact: (work: (db: Database) => Promise<Message | undefined>) => Promise<Message | undefined>,
  ): Promise<Message | undefined>;
  /** Said once to a channel while nothing can be written to disk. */
  troubleNote: Message;
};

const LONGEST_BACK_OFF_SECONDS = 60;
const MOST_SENDS = 2;

/**
 * Takes events in and answers them: written down first, one after another within a channel, and no channel
 * waits for another.
 */
export class Receiver {
  readonly #deps: ReceiverDeps;
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #waiting = new Set<string>();
  readonly #told = new Set<string>();
  readonly #stop = new AbortController();

  constructor(deps: ReceiverDeps) {
    this.#deps = deps;
  }

  /** Goes on with what an earlier process had not finished. */
  async start(): Promise<void> {
    for (const [platform, channel] of await openChannels(this.#deps.db)) {
      const known = [...this.#deps.platforms.keys()].find((name) => name === platform);
      if (known) this.#wake(known, channel);
    }
  }

  /** Writes an event down and sees to it. Rejects when it could not be written: the platform is to keep it. */
  receive = async (incoming: Incoming): Promise<void> => {
    try {
      await takeIn(this.#deps.db, incoming, this.#deps.clock.now());
    } catch (error) {
      await this.#tellTrouble(incoming);
      throw error;
    }
    this.#wake(incoming.platform, incoming.channel.id);
  };

  /** Resolves when every event taken in so far has been answered. */
  async idle(): Promise<void> {
    while (this.#lanes.size > 0) await Promise.all(this.#lanes.values());
  }

  /** Finishes the answers in hand; what else is written down waits for the next start. */
  async stop(): Promise<void> {
    this.#stop.abort();
    for (const { pace } of this.#deps.platforms.values()) pace.close();
    await this.idle();
  }

  #wake(platform: PlatformName, channel: string): void {
    const lane = `${platform}:${channel}`;
    this.#waiting.add(lane);
    if (this.#lanes.has(lane)) return;
    const work = this.#work(platform, channel, lane).finally(() => {
      this.#lanes.delete(lane);
      if (this.#waiting.has(lane) && !this.#stop.signal.aborted) this.#wake(platform, channel);
    });
    this.#lanes.set(lane, work);
  }

  async #work(platform: PlatformName, channel: string, lane: string): Promise<void> {
    let failures = 0;
    this.#waiting.delete(lane);
    while (!this.#stop.signal.aborted) {
      let open: Open | undefined;
      try {
        open = await nextOpen(this.#deps.db, platform, channel);
        if (!open) return;
        await this.#answer(open);
        failures = 0;
        this.#told.delete(lane);
      } catch (err) {
        if (open) await this.#tellTrouble(open.incoming);
        failures += 1;
        this.#deps.log.error({ err, channel: lane, failures }, 'an event is tried again later');
        await this.#pause(Math.min(LONGEST_BACK_OFF_SECONDS, 2 ** failures));
      }
    }
  }

  async #answer(open: Open): Promise<void> {
    const { db, handle } = this.#deps;
    const reply =
      open.reply ??
      (await handle(open.incoming, (work) =>
        atomically(db, async (db) => {
          const reply = await work(db);
          await keepReply(db, open.seq, reply);
          return reply;
        }),
      ));
    if (!reply) return;
    if (open.attempts >= MOST_SENDS) return finish(db, open.seq);
    await this.#turn(open.incoming, reply);
    if (this.#stop.signal.aborted) return;
    await beginReply(db, open.seq);
    try {
      await this.#post(open.incoming, reply);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      if (await this.#comesBack(open, error)) return;
    }
    await finish(db, open.seq);
  }

  /** Waits for the channel's turn; a note on a button takes no place in it. */
  async #turn(incoming: Incoming, reply: Message): Promise<void> {
    const { platform, channel, kind } = incoming;
    if ((kind === 'press' && reply.privately === true) || this.#isFree(incoming)) return;
    await this.#deps.platforms.get(platform)?.pace.turn(channel.id, channel.kind === 'group', LANES.answer);
  }

  /** Whether the answer counts for none of the platform's limits. */
  #isFree({ platform, kind }: Incoming): boolean {
    const limits = this.#deps.platforms.get(platform)?.platform.limits;
    return limits?.answersAreFree === true && (kind === 'message' || kind === 'press');
  }

  /** What a failed answer is followed by: true when it is to be tried again. */
  async #comesBack({ seq, incoming }: Open, error: PlatformError): Promise<boolean> {
    const { db, log, platforms } = this.#deps;
    log.warn({ err: error, kind: error.kind }, 'an answer was not sent');
    if (error.kind === 'unknown') return true;
    if (error.kind !== 'rate-limited' && error.kind !== 'unavailable') return false;
    await takeBackAttempt(db, seq);
    const { retryAfter = 5 } = error;
    if (error.kind === 'rate-limited' && !this.#isFree(incoming))
      platforms.get(incoming.platform)?.pace.hold(incoming.channel.id, retryAfter);
    else await this.#pause(retryAfter);
    return true;
  }

  async #post(incoming: Incoming, reply: Message): Promise<void> {
    const { db, clock, platforms } = this.#deps;
    const lane = platforms.get(incoming.platform);
    if (!lane) return;
    const post = postFor(incoming, reply);
    const place = { platform: incoming.platform, channel: incoming.channel.id };
    const target = await this.#inPlaceOf(incoming, reply);
    if (target !== undefined && (await editInPlace(lane.platform, post, target)))
      return this.#followUp(lane.platform, post, { ...place, subject: reply.subject }, target);
    const ids = await lane.platform.send(post);
    if (!this.#isFree(incoming)) lane.pace.spend(post.target.channel, ids.length - 1);
    const messageId = ids.at(-1);
    if (reply.subject !== undefined && messageId !== undefined)
      await keepPost(db, { ...place, subject: reply.subject }, messageId, clock.now());
  }

  /** Where a question about something was answered, the message about it says the same from now on. */
  async #followUp(
    platform: Platform,
    post: Post,
    { subject, ...place }: { platform: string; channel: string; subject: string | undefined },
    edited: string,
  ): Promise<void> {
    const posts = subject === undefined ? [] : await findPosts(this.#deps.db, { ...place, subject });
    const [newest] = posts.includes(edited) ? [] : posts;
    if (newest === undefined) return;
    await platform
      .edit({ ...post, pressId: undefined, answers: undefined }, newest)
      .catch((error: unknown) => {
        if (!(error instanceof PlatformError)) throw error;
        this.#deps.log.info({ err: error }, 'an earlier message could not be brought up to date');
      });
  }

  /** The message that the reply takes the place of. */
  async #inPlaceOf(incoming: Incoming, reply: Message): Promise<string | undefined> {
    if (!reply.inPlace) return undefined;
    if (incoming.kind === 'press') return incoming.messageId;
    if (reply.subject === undefined) return undefined;
    const { platform, channel } = incoming;
    return findPost(this.#deps.db, { platform, channel: channel.id, subject: reply.subject });
  }

  async #pause(seconds: number): Promise<void> {
    await this.#deps.clock.sleep(seconds * 1000, this.#stop.signal).catch(() => {});
  }

  /** Nothing can be written: people are told once, and what they sent is kept here or by the platform. */
  async #tellTrouble(incoming: Incoming): Promise<void> {
    const channel = `${incoming.platform}:${incoming.channel.id}`;
    if (this.#told.has(channel)) return;
    this.#told.add(channel);
    // A platform that takes each key once must not take the answer for the note.
    const post = { ...postFor(incoming, this.#deps.troubleNote), key: `trouble:${incoming.updateId}` };
    await this.#deps.platforms
      .get(incoming.platform)
      ?.platform.send(post)
      .catch((err: unknown) => this.#deps.log.error({ err }, 'the trouble could not be told'));
  }
}

function postFor(incoming: Incoming, message: Message): Post {
  return {
    target: { channel: incoming.channel.id, thread: incoming.channel.thread },
    message,
    key: `answer:${incoming.updateId}`,
    answers:
      incoming.kind === 'message' ? { messageId: incoming.messageId, account: incoming.sender } : undefined,
    pressId: incoming.kind === 'press' ? incoming.pressId : undefined,
    by: incoming.sender,
  };
}
