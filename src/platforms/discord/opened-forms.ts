import type { Incoming, IncomingFile, IncomingMessage } from '../../chat/incoming.ts';
import type { Clock } from '../../core/clock.ts';
import type { Language } from '../../core/languages.ts';
import { toPlain } from '../../texts/markup.ts';
import { fill } from '../../texts/translator.ts';

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

  /** Keeps what came with an interaction; gives the mark by which the form brings it back, if anything did. */
  note(interaction: string, incoming: Incoming): string | undefined {
    const now = this.#clock.now().epochMilliseconds;
    for (const [old, { until }] of this.#brought) {
      if (until > now) break;
      this.#brought.delete(old);
    }
    if (incoming.kind !== 'message' || !(incoming.files || incoming.about)) return undefined;
    const { files, replyTo, about } = incoming;
    const brought = { ...(files && { files }), ...(replyTo && { replyTo }), ...(about && { about }) };
    const mark = `${interaction}.${files?.length ?? 0}`;
    this.#brought.set(mark, { brought, until: now + STAYS_OPEN });
    return mark;
  }

  /** What a mark stands for. Files that are not known any more, as after a restart, are files that cannot be had. */
  broughtBy(mark: string | undefined, language: Language): Brought {
    const known = mark === undefined ? {} : this.#brought.get(mark)?.brought;
    if (known) return known;
    const files = lostFiles(Number(mark?.split('.')[1] ?? 0), language);
    return files.length > 0 ? { files } : {};
  }
}

function lostFiles(count: number, language: Language): IncomingFile[] {
  const name = toPlain(fill(language, 'file.of_form'));
  return Array.from({ length: count }, (_, index) => ({
    id: 'lost',
    name: index === 0 ? name : `${name} ${index + 1}`,
    size: 0,
  }));
}
