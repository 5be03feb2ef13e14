import type { Incoming } from '../chat/incoming.ts';
import type { Message } from '../chat/message.ts';
import { atomically } from '../storage/atomically.ts';
import type { Database } from '../storage/database.ts';
import { type Arrived, isWithoutWords, partsOf, untilWhole, whole } from './albums.ts';
import { Answering, type AnsweringDeps, type PendingAnswer, postFor } from './answering.ts';
import { finish, hasBeenActedOn, keepReply, type Open } from './inbox.ts';

const LONGEST_BACK_OFF_SECONDS = 60;

export type ConversationDeps = AnsweringDeps & {
  /** Acts on an event; `transact` runs its work in one transaction with the mark that the event was acted on. */
  handle(
    incoming: Incoming,
    transact: (work: (db: Database) => Promise<Message | undefined>) => Promise<Message | undefined>,
  ): Promise<Message | undefined>;
  /** Runs the transactions of all conversations one after another, and what arrives is written down in between. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Nothing can be written. */
  tellTrouble(incoming: Incoming): Promise<void>;
};

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
    while (!this.#isStopped && (this.#events.length > 0 || this.#answers.length > 0)) {
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
      await this.#act(whole([first, ...others]));
      const acted = new Set([first, ...others]);
      this.#events = this.#events.filter((event) => !acted.has(event));
      return;
    }
    const next = this.#answering.soonest(this.#answers);
    if (!next) return;
    if (next.wait > 0) return this.#pause(next.wait, true);
    const isDone = await this.#answering.send(next.answer);
    const { id } = next.answer.incoming.sender;
    const isTheirs = ({ incoming }: PendingAnswer) => incoming.sender.id === id;
    this.#answers = [
      ...this.#answers.filter((answer) => !isTheirs(answer)),
      ...this.#answers.filter((answer) => isTheirs(answer) && !(isDone && answer === next.answer)),
    ];
  }

  /** Acts on an event; one that an earlier process acted on has its answer. What comes late of an album has none. */
  async #act(event: ReturnType<typeof whole>): Promise<void> {
    const { seq, reply, answeredAt } = event;
    const incoming = this.#answering.whereItIs(event.incoming);
    const made = reply ?? (await this.#handle(event, incoming));
    if (made)
      this.#answers.push({ seq, incoming, reply: made, cutOff: 0, doubtfulSince: answeredAt, notBefore: 0 });
    if (incoming.kind === 'press')
      this.#deps.route.platform.acknowledge?.(incoming.pressId, made && postFor(incoming, made));
  }

  async #handle(event: ReturnType<typeof whole>, incoming: Incoming): Promise<Message | undefined> {
    const { db, clock, handle, inTurn } = this.#deps;
    const end = async (db: Database, reply: Message | undefined): Promise<void> => {
      await keepReply(db, event.seq, reply, clock.now());
      for (const part of event.parts) await finish(db, part);
    };
    if (isWithoutWords(incoming) && (await hasBeenActedOn(db, event.incoming))) {
      await atomically(db, (db) => end(db, undefined));
      return undefined;
    }
    return handle(incoming, (work) =>
      inTurn(() =>
        atomically(db, async (db) => {
          const reply: Message | undefined = await work(db);
          await end(db, reply);
          return reply;
        }),
      ),
    );
  }

  #arrive(event: Open): void {
    this.#events.push({ ...event, at: this.#deps.clock.now().epochMilliseconds });
  }

  /** `untilNews`: another event ends it. */
  async #pause(milliseconds: number, untilNews: boolean): Promise<void> {
    const rest = new AbortController();
    this.#rest = rest;
    if (this.#isStopped || (untilNews && this.#events.length > 0)) return;
    await this.#deps.clock.sleep(milliseconds, rest.signal).catch(() => {});
  }
}
