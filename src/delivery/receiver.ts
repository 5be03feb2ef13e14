import type { Incoming } from '../chat/incoming.ts';
import type { Message } from '../chat/message.ts';
import type { PlatformError } from '../chat/platform.ts';
import { toIso } from '../core/local-time.ts';
import { takesTurns } from '../core/takes-turns.ts';
import { atomically } from '../storage/atomically.ts';
import type { Database } from '../storage/database.ts';
import { ahead } from '../storage/line.ts';
import { postFor } from './answering.ts';
import { Conversation, type ConversationDeps } from './conversation.ts';
import { type Damaged, type Open, openEvents, setAside, takeIn } from './inbox.ts';
import { PAUSE_SECONDS, RateLimit } from './rate-limit.ts';
import type { Routes } from './route.ts';
import { Suspicion } from './suspicion.ts';

export type ReceiverDeps = Omit<ConversationDeps, 'route' | 'suspicion' | 'tellTrouble'> & {
  routes: Routes;
  newId(): string;
  /** An event can no longer be read: tells a person who can act, in the transaction that sets it aside. */
  onUnreadable(db: Database, event: Damaged & { ref: string }): Promise<void>;
  /** An event took the process down and is not acted on again: tells its sender, in the transaction that sets it aside. */
  onPoison(db: Database, incoming: Incoming, ref: string): Promise<void>;
  /** Said once to a channel while nothing can be written to disk. */
  troubleNote: Message;
  /** One person may not send without bound. */
  limited: boolean;
};

type Arrived = { incoming: Incoming; taken: () => void; failed: (error: unknown) => void };

const MOST_AT_ONCE = 100;
/** One process may have ended while it acted on an event; that a second did is no chance. */
const MOST_BEGUN = 2;

/**
 * Takes events in and answers them: written down first, acted on one after another within a channel, and no channel
 * waits for another.
 */
export class Receiver {
  readonly #deps: ReceiverDeps;
  readonly #conversations = new Map<string, Conversation>();
  readonly #told = new Set<string>();
  readonly #limit = new RateLimit();
  readonly #suspicion = new Suspicion();
  #arrived: Arrived[] = [];
  readonly #intake = new Set<Promise<void>>();
  #isStopped = false;

  constructor(deps: ReceiverDeps) {
    this.#deps = deps;
  }

  /** Goes on with what an earlier process had not finished. */
  async start(): Promise<void> {
    let after = 0;
    for (;;) {
      const { last, open, damaged } = await openEvents(this.#deps.db, after, MOST_AT_ONCE);
      for (const event of damaged) await this.#setAside(event);
      for (const event of open)
        if (event.reply === undefined && event.begun >= MOST_BEGUN) await this.#setPoisonAside(event);
        else this.#hand(event);
      if (last === undefined) return;
      after = last;
    }
  }

  /**
   * Resolves when what an earlier process did not come back from has been acted on: until then nothing else is to be
   * begun with which this one could end. Who waits for a platform is not waited for for ever.
   */
  async pastSuspects(seconds: number): Promise<void> {
    const enough = new AbortController();
    const tooLong = this.#deps.clock.sleep(seconds * 1000, enough.signal).catch(() => {});
    await Promise.race([this.#suspicion.over(), tooLong]);
    enough.abort();
  }

  /** Writes an event down and sees to it. Rejects when it could not be written: the platform is to keep it. */
  receive = (incoming: Incoming): Promise<void> =>
    new Promise((taken, failed) => {
      this.#arrived.push({ incoming, taken, failed });
      if (this.#arrived.length > 1) return;
      const intake: Promise<void> = this.#takeAllIn().finally(() => this.#intake.delete(intake));
      this.#intake.add(intake);
    });

  /** Resolves when every event taken in so far has been answered. */
  async idle(): Promise<void> {
    while (this.#intake.size + this.#conversations.size > 0)
      await Promise.all([
        ...this.#intake,
        ...[...this.#conversations.values()].map((conversation) => conversation.done),
      ]);
  }

  /** Finishes the answers in hand; what else is written down waits for the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const conversation of this.#conversations.values()) conversation.stop();
    await this.idle();
  }

  /** What arrives together is written down together: one commit for all of it. */
  async #takeAllIn(): Promise<void> {
    await Promise.resolve();
    while (this.#arrived.length > 0) {
      const batch = this.#arrived.splice(0, MOST_AT_ONCE);
      const admitted = batch.filter((each) => this.#admit(each));
      await this.#write(admitted).catch(() => this.#writeEach(admitted));
      if (this.#arrived.length > 0) await takesTurns();
    }
  }

  /** Whether the event is to be written down. What one person sends beyond all bounds is not, and they are told once. */
  #admit(arrived: Arrived): boolean {
    if (!this.#deps.limited) return true;
    const { incoming } = arrived;
    if (incoming.kind !== 'message' && incoming.kind !== 'press') return true;
    const sentAt = incoming.sentAt ?? toIso(this.#deps.clock.now());
    const verdict = this.#limit.judge(
      `${incoming.platform}:${incoming.sender.id}`,
      Date.parse(sentAt) / 1000,
      incoming.kind === 'message' ? incoming.album : undefined,
    );
    if (verdict === 'fine') return true;
    // A press is always answered, with a note that only the person sees.
    if (verdict === 'more' && incoming.kind === 'message') {
      arrived.taken();
      return false;
    }
    arrived.incoming = { ...incoming, tooFast: PAUSE_SECONDS };
    return true;
  }

  async #write(batch: readonly Arrived[]): Promise<void> {
    if (batch.length === 0) return;
    const { db, clock, count } = this.#deps;
    const events = batch.map(({ incoming }) => incoming);
    // Whoever brings an event waits until it is written down; what is to be done with all of them can wait.
    const taken = await ahead(() => takeIn(db, events, clock.now()));
    for (const { taken } of batch) taken();
    for (const { incoming } of taken) count('events_received', { platform: incoming.platform });
    for (const event of taken) this.#hand({ ...event, reply: undefined, answeredAt: undefined, begun: 0 });
  }

  /** They cannot be written together: each is by itself, and, so that the order stays, none of a platform after one that failed. */
  async #writeEach(batch: readonly Arrived[]): Promise<void> {
    const failed = new Map<string, unknown>();
    for (const each of batch) {
      const { platform } = each.incoming;
      if (!failed.has(platform))
        await this.#write([each]).catch((error: unknown) => void failed.set(platform, error));
      if (!failed.has(platform)) continue;
      await this.#tellTrouble(each.incoming);
      each.failed(failed.get(platform));
    }
  }

  #hand(event: Open): void {
    const { platform, channel } = event.incoming;
    const key = `${platform}:${channel.id}`;
    const route = this.#deps.routes.get(platform);
    if (!route || this.#isStopped) return;
    const known = this.#conversations.get(key);
    if (known?.add(event)) return;
    const conversation = new Conversation(
      {
        ...this.#deps,
        route,
        suspicion: this.#suspicion,
        tellTrouble: (incoming) => this.#tellTrouble(incoming),
      },
      event,
    );
    this.#conversations.set(key, conversation);
    void conversation.done.then(() => {
      if (this.#conversations.get(key) === conversation) this.#conversations.delete(key);
      this.#told.delete(key);
    });
  }

  async #setAside(event: Damaged): Promise<void> {
    const ref = this.#deps.newId().slice(-6);
    this.#deps.log.error({ seq: event.seq, ref }, 'an event can no longer be read and is set aside');
    await atomically(this.#deps.db, async (db) => {
      await setAside(db, event.seq, ref);
      await this.#deps.onUnreadable(db, { ...event, ref });
    });
  }

  async #setPoisonAside({ seq, incoming }: Open): Promise<void> {
    const { db, log, newId, onPoison } = this.#deps;
    const ref = newId().slice(-6);
    log.error({ seq, ref }, 'an event that took the process down twice is set aside');
    await atomically(db, async (db) => {
      await setAside(db, seq, ref);
      await onPoison(db, incoming, ref);
    });
  }

  /** Nothing can be written: people are told once, and what they sent is kept here or by the platform. */
  async #tellTrouble(incoming: Incoming): Promise<void> {
    const channel = `${incoming.platform}:${incoming.channel.id}`;
    if (this.#told.has(channel)) return;
    this.#told.add(channel);
    await this.#deps.routes
      .get(incoming.platform)
      ?.platform.send(postFor(incoming, this.#deps.troubleNote, 'trouble'))
      .catch((err: PlatformError) => this.#deps.log.error({ err }, 'the trouble could not be told'));
  }
}
