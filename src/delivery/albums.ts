import type { Incoming, IncomingMessage } from '../chat/incoming.ts';
import type { Open } from './inbox.ts';

/** An event, and when it came to hand, in milliseconds of the epoch. */
export type Arrived = Open & { at: number };

/** An event to be acted on; `parts` are the places of those that are one with it. */
export type Whole = Open & { parts: readonly number[] };

/** So long after its last part an album is whole; the parts come within a moment. */
const QUIET = 1_500;
/** The same after a start: the rest may still be with the platform, which has to be reached. */
const QUIET_AFTER_START = 10_000;
/** core.telegram.org/bots/api#sendmediagroup */
const MOST_PARTS = 10;

/** Those of the events that are one message to people with the first of them, and it itself. */
export function partsOf(events: readonly Arrived[]): Arrived[] {
  const [first] = events;
  const album = first && albumOf(first);
  if (!first || album === undefined) return first ? [first] : [];
  return events.filter((each) => albumOf(each) === album && senderOf(each) === senderOf(first));
}

/** Milliseconds until all parts must be there. */
export function untilWhole(parts: readonly Arrived[], now: number): number {
  const [first] = parts;
  if (!first || albumOf(first) === undefined || parts.length >= MOST_PARTS) return 0;
  const quiet = ({ isLeftOver }: Arrived) => (isLeftOver ? QUIET_AFTER_START : QUIET);
  return Math.max(...parts.map((part) => part.at + quiet(part))) - now;
}

/** The parts as the one message that they are: the words of the part that has some, and the files of all. */
export function whole([first, ...others]: readonly [Arrived, ...Arrived[]]): Whole {
  const parts = [first, ...others];
  const main = parts.find(({ incoming }) => wordsOf(incoming) !== '') ?? first;
  const files = parts.flatMap(({ incoming }) => (incoming.kind === 'message' ? (incoming.files ?? []) : []));
  const rest = parts.filter((part) => part !== main).map(({ seq }) => seq);
  if (main.incoming.kind !== 'message' || rest.length === 0) return { ...main, parts: rest };
  return { ...main, incoming: { ...main.incoming, files }, parts: rest };
}

/** The album of a message that is to be acted on; an edit is about one part alone. */
function albumOf({ incoming, reply }: Pick<Open, 'incoming' | 'reply'>): string | undefined {
  return incoming.kind === 'message' && !incoming.edited && !reply ? incoming.album : undefined;
}

/** A part of an album that says nothing by itself. */
export function isWithoutWords(incoming: Incoming): boolean {
  return incoming.kind === 'message' && incoming.album !== undefined && incoming.text === '';
}

function wordsOf(incoming: Incoming): IncomingMessage['text'] {
  return incoming.kind === 'message' ? incoming.text : '';
}

function senderOf({ incoming }: Arrived): string {
  return incoming.sender.id;
}
