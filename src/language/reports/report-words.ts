import { fold } from '../fold.ts';
import { forLastText } from '../for-last-text.ts';

/** A word of a report: its letters without marks, its letters with marks, and where it stands in the text. */
export type Word = {
  readonly bare: string;
  readonly marked: string;
  readonly start: number;
  readonly end: number;
  /** Whether it has a capital inside a sentence, as "Hoa" in "chị Hoa". */
  readonly proper: boolean;
};

/** A phrase of a vocabulary and what it stands for. */
type Entry<Meaning> = { readonly words: readonly Word[]; readonly meaning: Meaning };

/** The entries of a vocabulary by their first word without marks, longest first. */
type Vocabulary<Meaning> = { get(first: string): readonly Entry<Meaning>[] | undefined };

export type Hit<Meaning> = {
  readonly meaning: Meaning;
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
  /** False when only the letters agree, though the text is written with diacritics. */
  readonly exact: boolean;
  /** A single word that may be another one: typed without diacritics, or a name. */
  readonly ambiguous: boolean;
};

const WORD = /\p{N}+|[\p{L}\p{M}]+/gu;
const CAPITAL = /^\p{Lu}\p{M}*\p{Ll}/u;
const OPENS = /(?:^|[.:!?|\n"“(–-])\s*$/u;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

export const wordsOf = forLastText(splitIntoWords);

function splitIntoWords(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    bare: fold(word),
    marked: withToneLast(word),
    start: index,
    end: index + word.length,
    proper: CAPITAL.test(word) && !OPENS.test(text.slice(Math.max(0, index - 3), index)),
  }));
}

// The tone goes to the end of the word, so that "uỷ" is "ủy" and "khoá" is "khóa".
function withToneLast(word: string): string {
  const letters = word.normalize('NFD').toLowerCase();
  return letters.replace(TONES, '') + (letters.match(TONES) ?? []).join('');
}

/** Whether the writer uses diacritics; a few marked words may slip into a text typed without. */
export function usesMarks(words: readonly Word[]): boolean {
  return words.filter((word) => word.bare !== word.marked).length * 4 >= words.length;
}

/**
 * A vocabulary from lists of phrases parted by commas, each list with its meaning. It is built when it is first asked:
 * a bot that starts has more urgent things to do.
 */
export function vocabularyOf<Meaning>(lists: Iterable<readonly [Meaning, string]>): Vocabulary<Meaning> {
  let built: ReadonlyMap<string, readonly Entry<Meaning>[]> | undefined;
  return {
    get: (first) => {
      built ??= build(lists);
      return built.get(first);
    },
  };
}

function build<Meaning>(lists: Iterable<readonly [Meaning, string]>): Map<string, Entry<Meaning>[]> {
  const vocabulary = new Map<string, Entry<Meaning>[]>();
  for (const [meaning, phrases] of lists)
    for (const phrase of phrases.split(',')) {
      const words = wordsOf(phrase);
      const first = words[0]?.bare;
      if (first === undefined) continue;
      const entries = vocabulary.get(first);
      if (entries) entries.push({ words, meaning });
      else vocabulary.set(first, [{ words, meaning }]);
    }
  for (const entries of vocabulary.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return vocabulary;
}

/** The phrases of the vocabulary in the words, from left to right, the longest first, none inside another. */
export function* findPhrases<Meaning>(
  words: readonly Word[],
  vocabulary: Vocabulary<Meaning>,
): Generator<Hit<Meaning>> {
  const strict = usesMarks(words);
  for (let at = 0; at < words.length; ) {
    const hit = phraseAt(words, at, vocabulary, strict);
    if (hit) yield hit;
    at = hit?.end ?? at + 1;
  }
}

/**
 * The longest phrase of the vocabulary that begins with this word. In a text with diacritics, marks that were typed
 * decide; a word of a longer phrase may lack them, a single word may not.
 */
export function phraseAt<Meaning>(
  words: readonly Word[],
  at: number,
  vocabulary: Vocabulary<Meaning>,
  strict: boolean,
): Hit<Meaning> | undefined {
  const found = (vocabulary.get(words[at]?.bare ?? '') ?? [])
    .filter(({ words: phrase }) => agrees(words, at, phrase, strict))
    .map((entry) => ({ ...entry, exact: !strict || isExactly(words, at, entry.words) }));
  const best = found.find(({ exact }) => exact) ?? found[0];
  return (
    best && {
      meaning: best.meaning,
      phrase: best.words.map(({ marked }) => marked).join(' '),
      start: at,
      end: at + best.words.length,
      exact: best.exact,
      ambiguous: best.words.length === 1 && (!strict || words[at]?.proper === true),
    }
  );
}

function agrees(words: readonly Word[], at: number, phrase: readonly Word[], strict: boolean): boolean {
  return phrase.every((word, offset) => {
    const typed = words[at + offset];
    if (typed?.bare !== word.bare) return false;
    if (!strict || typed.marked === word.marked) return true;
    return phrase.length > 1 && typed.marked === typed.bare;
  });
}

function isExactly(words: readonly Word[], at: number, phrase: readonly Word[]): boolean {
  return phrase.every((word, offset) => words[at + offset]?.marked === word.marked);
}
