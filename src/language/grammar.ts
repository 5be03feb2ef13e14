import { fold, spelling } from './fold.ts';
import type { Line, Token } from './line.ts';

export type Found<T> = { readonly value: T; readonly next: number };

/** A rule: what stands at a token of the line, and the token behind it. */
export type Reader<T> = (line: Line, at: number) => Found<T> | undefined;

type Word = { readonly plain: string; readonly spelling: string };

const isWord = (token: Token, word: Word): boolean =>
  token.spelling === word.spelling ||
  // Typed without diacritics it may be any word of these letters; diacritics that are there decide.
  (token.plain === word.plain && token.spelling === token.plain) ||
  (token.telex === word.spelling && word.spelling !== word.plain);

const NUMBER = /^\d+$/u;

const toWord = (word: string): Word =>
  NUMBER.test(word) ? { plain: word, spelling: word } : { plain: fold(word), spelling: spelling(word) };

const standsAt = (line: Line, at: number, words: readonly Word[]): boolean =>
  words.every((word, index) => {
    const token = line.at(at + index);
    return token !== undefined && isWord(token, word);
  });

/** One of these phrases; the longest that fits. Its value is the number of its words. */
export const says = (...phrases: readonly string[]): Reader<number> => {
  const options = phrases.map((phrase) => phrase.split(' ').map(toWord)).sort((a, b) => b.length - a.length);
  return (line, at) => {
    const words = options.find((option) => standsAt(line, at, option));
    return words && { value: words.length, next: at + words.length };
  };
};

/** The value that goes with the phrase that stands here. */
export const meaning = <T>(meanings: ReadonlyMap<T, readonly string[]>): Reader<T> =>
  longest(...[...meanings].map(([value, phrases]) => map(says(...phrases), () => value)));

export const map =
  <A, B>(reader: Reader<A>, change: (value: A) => B): Reader<B> =>
  (line, at) => {
    const found = reader(line, at);
    return found && { value: change(found.value), next: found.next };
  };

/** Like `map`, but a change to undefined means that the rule does not hold. */
export const mapIf =
  <A, B>(reader: Reader<A>, change: (value: A) => B | undefined): Reader<B> =>
  (line, at) => {
    const found = reader(line, at);
    const value = found && change(found.value);
    return found && value !== undefined ? { value, next: found.next } : undefined;
  };

export const oneOf =
  <T>(...readers: readonly Reader<T>[]): Reader<T> =>
  (line, at) => {
    for (const reader of readers) {
      const found = reader(line, at);
      if (found) return found;
    }
    return undefined;
  };

export const longest =
  <T>(...readers: readonly Reader<T>[]): Reader<T> =>
  (line, at) => {
    let best: Found<T> | undefined;
    for (const reader of readers) {
      const found = reader(line, at);
      if (found && found.next > (best?.next ?? -1)) best = found;
    }
    return best;
  };

export const both =
  <A, B>(first: Reader<A>, second: Reader<B>): Reader<readonly [A, B]> =>
  (line, at) => {
    const a = first(line, at);
    const b = a && second(line, a.next);
    return a && b && { value: [a.value, b.value], next: b.next };
  };

/** The second of two, when the first stands before it. */
export const after = <T>(before: Reader<unknown>, reader: Reader<T>): Reader<T> =>
  map(both(before, reader), ([, value]) => value);

/** The first of two, when the second stands behind it. */
export const before = <T>(reader: Reader<T>, behind: Reader<unknown>): Reader<T> =>
  map(both(reader, behind), ([value]) => value);

/** Holds everywhere; undefined when the rule does not. */
export const maybe =
  <T>(reader: Reader<T>): Reader<T | undefined> =>
  (line, at) =>
    reader(line, at) ?? { value: undefined, next: at };

/** The rule, unless another one holds behind it. */
export const unless =
  <T>(reader: Reader<T>, behind: Reader<unknown>): Reader<T> =>
  (line, at) => {
    const found = reader(line, at);
    return found && !behind(line, found.next) ? found : undefined;
  };

/** The rule, when another one holds behind it; what stands behind is not taken. */
export const followedBy =
  <T>(reader: Reader<T>, behind: Reader<unknown>): Reader<T> =>
  (line, at) => {
    const found = reader(line, at);
    return found && behind(line, found.next) ? found : undefined;
  };

export const endOfLine: Reader<undefined> = (line, at) =>
  line.at(at) === undefined ? { value: undefined, next: at } : undefined;

/** Holds everywhere and takes nothing. */
export const nothing: Reader<undefined> = (_line, at) => ({ value: undefined, next: at });

// No list in a phrase is longer, and a bound keeps the work linear.
const MOST_ITEMS = 31;

/** One or more, with something between them. */
export const listOf =
  <T>(item: Reader<T>, between: Reader<unknown>, following: Reader<T> = item): Reader<readonly T[]> =>
  (line, at) => {
    const first = item(line, at);
    if (!first) return undefined;
    const values = [first.value];
    let { next } = first;
    while (values.length < MOST_ITEMS) {
      const joint = between(line, next);
      const more = joint && following(line, joint.next);
      if (!more) break;
      values.push(more.value);
      next = more.next;
    }
    return { value: values, next };
  };

/** The token here when the test holds. */
export const token =
  (test: (token: Token) => boolean): Reader<Token> =>
  (line, at) => {
    const here = line.at(at);
    return here && test(here) ? { value: here, next: at + 1 } : undefined;
  };

export const mark = (...marks: readonly string[]): Reader<Token> =>
  token((here) => here.kind === 'mark' && marks.includes(here.plain));

/** The rule, with no white space before it. */
export const glued =
  <T>(reader: Reader<T>): Reader<T> =>
  (line, at) =>
    line.at(at)?.glued ? reader(line, at) : undefined;

/** The whole line, when it is this. */
export const reads = <T>(reader: Reader<T>, line: Line): T | undefined => {
  const found = reader(line, 0);
  return found && found.next === line.tokens.length ? found.value : undefined;
};
