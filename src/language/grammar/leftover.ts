import type { Line } from './line.ts';
import type { Reader } from './reader.ts';

/** Tokens from one up to another that have been understood. */
export type Span = { readonly from: number; readonly to: number };

const LOOSE_IN_FRONT = ' \n\t,;:|.)–—-';
const LOOSE_BEHIND = ' \n\t,;:|.(–—-';

/** Without the marks that stood between it and what was understood. By hand: a pattern would look again and again. */
export function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && LOOSE_IN_FRONT.includes(text.charAt(from))) from += 1;
  while (to > from && LOOSE_BEHIND.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

const SPACES = /\s+/gu;

/** What was not understood, as typed. */
export function leftover(line: Line, spans: readonly Span[], introduces: Reader<unknown>): string {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of sorted) {
    const end = Math.max(at, introduction(line, from, introduces));
    pieces.push(trimmed(line.between(at, end)));
    at = Math.max(at, to);
  }
  pieces.push(trimmed(line.between(at, line.tokens.length)));
  return pieces.filter(Boolean).join(' ').replace(SPACES, ' ');
}

/** The spans, each with the words that introduce it. */
export function introduced(line: Line, spans: readonly Span[], words: Reader<unknown>): readonly Span[] {
  return spans.map(({ from, to }) => ({ from: introduction(line, from, words), to }));
}

/** The words in front of a span that only introduce it: "vào lúc" 19h30. */
function introduction(line: Line, at: number, words: Reader<unknown>): number {
  let from = at;
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    // A bracket that closes belongs to the words before it.
    if (line.at(back)?.plain === ')') break;
    const next = words(line, back)?.next ?? 0;
    if (next >= from && next <= at) from = back;
  }
  return from;
}
