import type { Incoming } from '../chat/incoming.ts';
import type { Message, Postponed } from '../chat/message.ts';
import { PlatformError } from '../chat/platform.ts';
import { atomically } from '../storage/atomically.ts';
import type { Database } from '../storage/database.ts';
import { type Arrived, isWithoutWords, partsOf, untilWhole, type Whole, whole } from './albums.ts';
import { Answering, type AnsweringDeps, type PendingAnswer, postFor } from './answering.ts';
import { beginActing, cameBack, finish, hasBeenActedOn, keepReply, type Open } from './inbox.ts';
import type { Suspicion } from './suspicion.ts';

const LONGEST_BACK_OFF_SECONDS = 60;
/** When what was postponed is tried again; after the last of them it is not postponed any more. */
const AGAIN_AFTER_SECONDS = [5, 10, 20, 40, 60, 60, 60] as const;

export type ConversationDeps = AnsweringDeps & {
  /**
   * Acts on an event; `transact` runs its work in one transaction with the mark that the event was acted on. It may
   * be postponed instead, unless this is the last time.
   */
  handle(
    incoming: Incoming,
    transact: (work: (db: Database) => Promise<Message | undefined>) => Promise<Message | undefined>,
    isLast: boolean,
  ): Promise<Message | Postponed | undefined>;
  suspicion: Suspicion;
  /** Nothing can be written. */
  tellTrouble(incoming: Incoming): Promise<void>;
};

/** An event that could not be acted on yet; `notBefore` is in milliseconds of the epoch. */
type Waiting = { event: Whole; tries: number; notBefore: number };

/**
 * The events of one channel. They are acted on in the order in which they came; the answers go out as the pace lets
 * them, people in turn, so that whoever sends much waits for themselves and not the others for them.
 */
export class Conversation {
  /** Resolves when every event has been answered, or when it is told to stop. */
  readonly done: Promise<void>;
  readonly #deps: ConversationDeps;
  readonly #answering: Answering;
  #events: Arrived[] = [];
  #postponed: Waiting[] = [];
  /** The first is that of whoever has waited longest for their turn. */
  #answers: PendingAnswer[] = [];
  #rest = new AbortController();
  #isOver = false;
  #isStopped = false;

  constructor(deps: ConversationDeps, first: Open) {
    this.#deps = deps;
    this.#answering = new Answering(deps);
    this.#arrive(first);
    this.done = this.#work();
  }

  /** False where the conversation has come to its end. */
  add(event: Open): boolean {
    if (this.#isOver) return false;
    this.#arrive(event);
    this.#rest.abort();
    return true;
  }

  /** Finishes the answer in hand. */
  stop(): void {
    this.#isStopped = true;
    this.#rest.abort();
  }

  async #work(): Promise<void> {
    let failures = 0;
    while (!this.#isStopped && this.#events.length + this.#answers.length + this.#postponed.length > 0) {
      try {
        await this.#step();
        failures = 0;
      } catch (err) {
        failures += 1;
        const [event] = this.#events;
        if (event) await this.#deps.tellTrouble(event.incoming);
        this.#deps.log.error({ err, failures }, 'an event is tried again later');
        await this.#pause(1000 * Math.min(LONGEST_BACK_OFF_SECONDS, 2 ** failures), false);
      }
    }
    this.#isOver = true;
  }

  async #step(): Promise<void> {
    const [first, ...others] = partsOf(this.#events);
    if (first) {
      const rest = untilWhole([first, ...others], this.#deps.clock.now().epochMilliseconds);
      if (rest > 0) return this.#pause(rest, false);
      await this.#act(whole([first, ...others]), 0);
      const acted = new Set([first, ...others]);
      this.#events = this.#events.filter((event) => !acted.has(event));
      return;
    }
    const waiting = this.#postponed.toSorted((one, other) => one.notBefore - other.notBefore).at(0);
    const rest = waiting ? waiting.notBefore - this.#deps.clock.now().epochMilliseconds : Infinity;
    if (waiting && rest <= 0) {
      await this.#act(waiting.event, waiting.tries);
      this.#postponed = this.#postponed.filter((each) => each !== waiting);
      return;
    }
    const next = this.#answering.soonest(this.#answers);
    if (!next || next.wait > 0) return this.#pause(Math.min(next?.wait ?? rest, rest), true);
    const isDone = await this.#answering.send(next.answer);
    const { id } = next.answer.incoming.sender;
    const isTheirs = ({ incoming }: PendingAnswer) => incoming.sender.id === id;
    this.#answers = [
      ...this.#answers.filter((answer) => !isTheirs(answer)),
      ...this.#answers.filter((answer) => isTheirs(answer) && !(isDone && answer === next.answer)),
    ];
  }

  /** Acts on an event; one that an earlier process acted on has its answer. What comes late of an album has none. */
  async #act(event: Whole, tries: number): Promise<void> {
    const { seq, reply, answeredAt, begun } = event;
    const incoming = this.#answering.whereItIs(event.incoming);
    const again = AGAIN_AFTER_SECONDS[tries];
    const act = () => this.#handle(event, incoming, again === undefined);
    const made = reply ?? (await this.#deps.suspicion.act(begun > 0, act));
    if (made && 'postponed' in made) {
      if (again === undefined) throw new Error('what is tried for the last time was postponed');
      const notBefore = this.#deps.clock.now().epochMilliseconds + again * 1000;
      this.#postponed.push({ event, tries: tries + 1, notBefore });
      if (tries === 0) await this.#tellPostponed(incoming, made.postponed);
      return;
    }
    if (made)
      this.#answers.push({ seq, incoming, reply: made, cutOff: 0, doubtfulSince: answeredAt, notBefore: 0 });
    if (incoming.kind === 'press')
      this.#deps.route.platform.acknowledge?.(incoming.pressId, made && postFor(incoming, made));
  }

  async #handle(event: Whole, incoming: Incoming, isLast: boolean): Promise<Message | Postponed | undefined> {
    const { db, clock, handle } = this.#deps;
    const end = async (db: Database, reply: Message | undefined): Promise<void> => {
      await keepReply(db, event.seq, reply, clock.now());
      for (const part of event.parts) await finish(db, part);
    };
    if (isWithoutWords(incoming) && (await hasBeenActedOn(db, event.incoming))) {
      await atomically(db, (db) => end(db, undefined));
      return undefined;
    }
    const transact = (work: (db: Database) => Promise<Message | undefined>) =>
      atomically(db, async (db) => {
        const reply: Message | undefined = await work(db);
        await end(db, reply);
        return reply;
      });
    await beginActing(db, event.seq);
    try {
      const made = await handle(incoming, transact, isLast);
      if (made && 'postponed' in made) await cameBack(db, event.seq, event.begun);
      return made;
    } catch (error) {
      // Where nothing can be written this cannot be either: what went wrong first is what is told.
      await cameBack(db, event.seq, event.begun).catch(() => {});
      throw error;
    }
  }

  #arrive(event: Open): void {
    this.#events.push({ ...event, at: this.#deps.clock.now().epochMilliseconds });
  }

  /** The answer comes later; that it does is worth one try. */
  async #tellPostponed(incoming: Incoming, message: Message): Promise<void> {
    const { route, log } = this.#deps;
    const post = postFor(incoming, message, 'postponed');
    await route.platform.send(post).catch((error: unknown) => {
      if (!(error instanceof PlatformError)) throw error;
      log.warn({ err: error }, 'that an event waits could not be told');
    });
  }

  /** `untilNews`: another event ends it. */
  async #pause(milliseconds: number, untilNews: boolean): Promise<void> {
    const rest = new AbortController();
    this.#rest = rest;
    if (this.#isStopped || (untilNews && this.#events.length > 0)) return;
    await this.#deps.clock.sleep(milliseconds, rest.signal).catch(() => {});
  }
}
