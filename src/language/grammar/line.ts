import { fold, spelling } from '../fold.ts';
import { fromTelex } from './telex.ts';

export type Token = {
  readonly kind: 'word' | 'number' | 'mark';
  /** Without diacritics and capitals. */
  readonly plain: string;
  /** With diacritics, see `spelling`. The same as `plain` when the word was typed without. */
  readonly spelling: string;
  /** The spelling if the word was typed in Telex with the input method off. */
  readonly telex: string;
  /** Of a number of at most four digits, otherwise NaN. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** No white space before it. */
  readonly glued: boolean;
  readonly capital: boolean;
};

const PIECES = /[\p{L}\p{M}]+|\d+|[^\s\p{L}\p{M}\d]/gu;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/gu;
const ASCII_WORD = /^[a-z]+$/u;
const LONGEST_WORD = 12;

/** What a person typed, in words, numbers and marks that know where they stand in `text`. */
export class Line {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** How often a rule looked at a token: the work done, which tests hold against the length. */
  looks = 0;

  constructor(typed: string) {
    this.text = typed.normalize('NFC').replace(INVISIBLE, '');
    const tokens: Token[] = [];
    let end = 0;
    for (const match of this.text.matchAll(PIECES)) {
      tokens.push(toToken(match[0], match.index, match.index === end && end > 0));
      end = match.index + match[0].length;
    }
    this.tokens = tokens;
  }

  at(index: number): Token | undefined {
    this.looks += 1;
    return this.tokens[index];
  }

  /** As typed, from one token up to another. */
  between(from: number, to: number): string {
    const first = this.tokens[from];
    const last = this.tokens[to - 1];
    return first === undefined || last === undefined || to <= from
      ? ''
      : this.text.slice(first.start, last.end);
  }
}

function toToken(piece: string, start: number, glued: boolean): Token {
  const place = { start, end: start + piece.length, glued };
  const first = piece.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const value = piece.length <= 4 ? Number(piece) : Number.NaN;
    return { kind: 'number', plain: piece, spelling: piece, telex: '', value, capital: false, ...place };
  }
  const lower = piece.toLowerCase();
  const capital = lower !== piece;
  const kind = lower.toUpperCase() === lower ? 'mark' : 'word';
  if (!ASCII_WORD.test(lower)) {
    const known = piece.length <= LONGEST_WORD;
    const names = known
      ? { plain: fold(piece), spelling: spelling(piece) }
      : { plain: lower, spelling: lower };
    return { kind, ...names, telex: '', value: Number.NaN, capital, ...place };
  }
  const telex = piece.length <= LONGEST_WORD ? fromTelex(lower) : '';
  return { kind, plain: lower, spelling: lower, telex, value: Number.NaN, capital, ...place };
}
