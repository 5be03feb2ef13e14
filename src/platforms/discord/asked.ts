import type { Clock } from '../../core/clock.ts';
import type { Language } from '../../core/languages.ts';
import { type Interaction, languageOf, PRIVATE } from './interaction.ts';

/** An interaction that is still to be answered, or has just been. */
export type Asked = {
  readonly id: string;
  readonly application: string;
  readonly token: string;
  /** The person, by whose account an answer can still reach them once the token is over. */
  readonly account: string;
  readonly language: Language;
  /** When it came, in milliseconds of the epoch: from then on Discord loses patience. */
  readonly at: number;
  /** The message that it was pressed under. */
  readonly messageId: string | undefined;
  /** Nobody else sees that message. */
  readonly isAlone: boolean;
  /**
   * `open`: Discord waits for a first answer. `thinking`: it shows that one will come, to all or to the person
   * alone. `resting`: it waits for nothing. `over`: its token is good for nothing any more.
   */
  state: 'open' | 'thinking' | 'thinking-privately' | 'resting' | 'over';
  /** The post that was its first answer. */
  answeredBy: string | undefined;
  /** Its answers go out one after another. */
  turn: Promise<unknown>;
  readonly until: number;
};

/** Discord says 15 minutes; the last seconds are left for the way. */
const TOKEN_LIVES = (15 * 60 - 20) * 1000;

/** The interactions of the last quarter of an hour, by id: their tokens are kept nowhere else. */
export class AskedInteractions {
  readonly #clock: Clock;
  readonly #known = new Map<string, Asked>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes an interaction; nothing when it is known already, as after a gap that was filled twice. */
  note(interaction: Interaction, account: string): Asked | undefined {
    const now = this.#clock.now().epochMilliseconds;
    for (const [id, { until }] of this.#known) {
      if (until > now) break;
      this.#known.delete(id);
    }
    if (this.#known.has(interaction.id)) return undefined;
    const asked: Asked = {
      id: interaction.id,
      application: interaction.application_id,
      token: interaction.token,
      account,
      language: languageOf(interaction),
      at: now,
      messageId: interaction.message?.id,
      isAlone: ((interaction.message?.flags ?? 0) & PRIVATE) !== 0,
      state: 'open',
      answeredBy: undefined,
      turn: Promise.resolve(),
      until: now + TOKEN_LIVES,
    };
    this.#known.set(asked.id, asked);
    return asked;
  }

  /** The interaction of that id; nothing when it is not known any more, as after a restart. */
  find(id: string | undefined): Asked | undefined {
    const asked = id === undefined ? undefined : this.#known.get(id);
    if (asked && asked.until <= this.#clock.now().epochMilliseconds) asked.state = 'over';
    return asked;
  }
}

/** Runs work on an interaction after all that was begun on it before. */
export function inTurn<Result>(asked: Asked, work: () => Promise<Result>): Promise<Result> {
  const mine = asked.turn.then(work);
  asked.turn = mine.catch(() => undefined);
  return mine;
}
