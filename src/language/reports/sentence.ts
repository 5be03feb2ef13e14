import { forLastText } from '../for-last-text.ts';
import { type Hit, phraseAt, usesMarks, vocabularyOf, type Word, wordsOf } from './report-words.ts';
import { DOER_WORDS } from './subject-words.ts';

export type Kind = 'neutral' | 'individual' | 'role' | 'household' | 'collective' | 'place' | 'act';

/** The first words of a report, and what is known of them by the word that they begin with. */
export type Sentence = {
  readonly text: string;
  /** How much white space was before it. */
  readonly offset: number;
  readonly words: readonly Word[];
  readonly hits: ReadonlyMap<number, Hit<Kind>>;
  /** The acts, also where the letters may be a title: "co" is "cô" or "có". */
  readonly acts: ReadonlySet<number>;
  readonly marked: boolean;
  /** All in capitals, so that a capital says nothing. */
  readonly loud: boolean;
};

// A doer stands in the first words; what comes later is about the deed.
const REACH = 60;
const LONGEST_REACH = 1000;

const DOERS = vocabularyOf<Kind>([
  ['neutral', DOER_WORDS.neutral],
  ['individual', DOER_WORDS.individual],
  ['role', DOER_WORDS.role],
  ['household', DOER_WORDS.household],
  ['collective', DOER_WORDS.collective],
  ['place', DOER_WORDS.place],
  ['act', DOER_WORDS.act],
]);

const ACTS = vocabularyOf([[true, DOER_WORDS.act]]);

export const sentenceOf = forLastText(beginningOf);

function beginningOf(text: string): Sentence {
  const offset = text.length - text.trimStart().length;
  const beginning = text.slice(offset, offset + LONGEST_REACH);
  const words = wordsOf(beginning).slice(0, REACH);
  const marked = usesMarks(words);
  const hits = new Map<number, Hit<Kind>>();
  const acts = new Set<number>();
  for (let at = 0; at < words.length; at++) {
    const hit = phraseAt(words, at, DOERS, marked);
    if (hit) hits.set(at, hit);
    if (phraseAt(words, at, ACTS, marked)) acts.add(at);
  }
  return { text: beginning, offset, words, hits, acts, marked, loud: isLoud(beginning) };
}

function isLoud(text: string): boolean {
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return (text.match(/\p{Lu}/gu)?.length ?? 0) > 2 * small;
}

/** What stands between a word and the one before it. */
export function gapBefore({ text, words }: Sentence, at: number): string {
  return text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? text.length);
}

export function isCapital({ text, words, loud }: Sentence, at: number): boolean {
  const word = words[at];
  return word !== undefined && !loud && /^\p{Lu}/u.test(text.slice(word.start, word.end));
}

export function isNumber({ words }: Sentence, at: number): boolean {
  return /^\p{N}/u.test(words[at]?.bare ?? '');
}

/** Whether an act begins here; a capital inside a sentence makes it a name. */
export function isAct(sentence: Sentence, at: number): boolean {
  const isName = at > 0 && isCapital(sentence, at) && !opensClause(sentence, at);
  if (!sentence.acts.has(at) || isName) return false;
  const hit = sentence.hits.get(at);
  return hit?.meaning === 'act' || (hit !== undefined && isRatherAct(sentence, hit));
}

/** Typed without diacritics: "di" is "đi" and "dì", "lop" is "lợp" and "lớp"; a title has a name behind it. */
function isRatherAct(sentence: Sentence, { start, end, meaning }: Hit<Kind>): boolean {
  const isOneWord = !sentence.marked && end === start + 1 && start > 0 && meaning !== 'neutral';
  return isOneWord && !isCapital(sentence, end) && !isNumber(sentence, end);
}

const CLAUSE = /[,;:!?|\n–—(]|\.\s|\s-\s/u;

export function opensClause(sentence: Sentence, at: number): boolean {
  return at === 0 || CLAUSE.test(gapBefore(sentence, at));
}

/** A word as typed, in small letters. */
export function said(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end).normalize('NFC').toLowerCase();
}
