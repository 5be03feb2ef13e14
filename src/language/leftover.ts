import type { Reader } from './grammar.ts';
import type { Line } from './line.ts';

/** Tokens from one up to another that have been understood. */
export type Span = { readonly from: number; readonly to: number };

const EDGES = /^[\s,;:|.–—-]+|[\s,;:|–—-]+$/gu;
const SPACES = /\s+/gu;

/** The words in front of a span that only introduce it: "vào lúc" 19h30. */
const introduction = (line: Line, at: number, words: Reader<unknown>): number => {
  let from = at;
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    if (words(line, back)?.next === from) from = back;
  }
  return from;
};

/** What was not understood, as typed. */
export const leftover = (line: Line, spans: readonly Span[], introduces: Reader<unknown>): string => {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of sorted) {
    const end = Math.max(at, introduction(line, from, introduces));
    pieces.push(line.between(at, end).replace(EDGES, ''));
    at = Math.max(at, to);
  }
  pieces.push(line.between(at, line.tokens.length).replace(EDGES, ''));
  return pieces.filter(Boolean).join(' ').replace(SPACES, ' ');
};
