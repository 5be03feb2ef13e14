import type { Incoming, IncomingMessage } from '../../chat/incoming.ts';
import type { Clock } from '../../core/clock.ts';

/** What a form cannot take along itself. */
type Brought = Pick<IncomingMessage, 'files' | 'replyTo' | 'about'>;

const STAYS_OPEN = 3_600_000;

/** What the interactions brought that were answered with a form, until it is sent. */
export class OpenedForms {
  readonly #clock: Clock;
  readonly #brought = new Map<string, { brought: Brought; until: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keeps what came with an interaction; false when nothing did. */
  note(interaction: string, incoming: Incoming): boolean {
    const now = this.#clock.now().epochMilliseconds;
    for (const [old, { until }] of this.#brought) {
      if (until > now) break;
      this.#brought.delete(old);
    }
    if (incoming.kind !== 'message' || !(incoming.files || incoming.about)) return false;
    const { files, replyTo, about } = incoming;
    const brought = { ...(files && { files }), ...(replyTo && { replyTo }), ...(about && { about }) };
    this.#brought.set(interaction, { brought, until: now + STAYS_OPEN });
    return true;
  }

  broughtBy(interaction: string | undefined): Brought {
    return (interaction === undefined ? undefined : this.#brought.get(interaction)?.brought) ?? {};
  }
}
