import { fold, spelling } from './fold.ts';
import type { Line, Token } from './line.ts';
import {
  beginning,
  dispatcher,
  type Found,
  firstOfAny,
  firstOfBoth,
  NOTHING,
  type Reader,
} from './reader.ts';

type Word = { readonly plain: string; readonly spelling: string };

const isWord = (token: Token, word: Word): boolean =>
  token.plain === word.plain
    ? // Typed without diacritics it may be any word of these letters; diacritics that are there decide.
      token.spelling === word.spelling || token.spelling === token.plain
    : token.telex === word.spelling && word.spelling !== word.plain;

const NUMBER = /^\d+$/u;

const toWord = (word: string): Word =>
  NUMBER.test(word) ? { plain: word, spelling: word } : { plain: fold(word), spelling: spelling(word) };

const standsAt = (line: Line, at: number, words: readonly Word[]): boolean => {
  let index = at;
  for (const word of words) {
    const token = line.at(index);
    if (token === undefined || !isWord(token, word)) return false;
    index += 1;
  }
  return true;
};

const phrase = (words: readonly Word[]): Reader<number> => {
  const [first] = words;
  const begins = first && { words: new Set([first.plain, first.spelling]), numbers: false, empty: false };
  return beginning(begins, (line, at) =>
    standsAt(line, at, words) ? { value: words.length, next: at + words.length } : undefined,
  );
};

/** One of these phrases; the longest that fits. Its value is the number of its words. */
export const says = (...phrases: readonly string[]): Reader<number> => {
  const options = phrases.map((words) => words.split(' ').map(toWord)).sort((a, b) => b.length - a.length);
  return oneOf(...options.map(phrase));
};

/** The value that goes with the phrase that stands here. */
export const meaning = <T>(meanings: ReadonlyMap<T, readonly string[]>): Reader<T> =>
  longest(...[...meanings].map(([value, phrases]) => map(says(...phrases), () => value)));

export const map = <A, B>(reader: Reader<A>, change: (value: A) => B): Reader<B> =>
  beginning(reader.first, (line, at) => {
    const found = reader(line, at);
    return found && { value: change(found.value), next: found.next };
  });

/** Like `map`, but a change to undefined means that the rule does not hold. */
export const mapIf = <A, B>(reader: Reader<A>, change: (value: A) => B | undefined): Reader<B> =>
  beginning(reader.first, (line, at) => {
    const found = reader(line, at);
    const value = found && change(found.value);
    return found && value !== undefined ? { value, next: found.next } : undefined;
  });

/** The first of the rules that holds. */
export const oneOf = <T>(...readers: readonly Reader<T>[]): Reader<T> => {
  const thatFit = dispatcher(readers);
  return beginning(firstOfAny(readers), (line, at) => {
    for (const reader of thatFit(line.at(at))) {
      const found = reader(line, at);
      if (found) return found;
    }
    return undefined;
  });
};

/** The rule that takes the most. */
export const longest = <T>(...readers: readonly Reader<T>[]): Reader<T> => {
  const thatFit = dispatcher(readers);
  return beginning(firstOfAny(readers), (line, at) => {
    let best: Found<T> | undefined;
    for (const reader of thatFit(line.at(at))) {
      const found = reader(line, at);
      if (found && found.next > (best?.next ?? -1)) best = found;
    }
    return best;
  });
};

export const both = <A, B>(first: Reader<A>, second: Reader<B>): Reader<readonly [A, B]> =>
  beginning(firstOfBoth(first, second), (line, at) => {
    const a = first(line, at);
    const b = a && second(line, a.next);
    return a && b && { value: [a.value, b.value], next: b.next };
  });

/** The second of two, when the first stands before it. */
export const after = <T>(before: Reader<unknown>, reader: Reader<T>): Reader<T> =>
  map(both(before, reader), ([, value]) => value);

/** The first of two, when the second stands behind it. */
export const before = <T>(reader: Reader<T>, behind: Reader<unknown>): Reader<T> =>
  map(both(reader, behind), ([value]) => value);

/** Holds everywhere; undefined when the rule does not. */
export const maybe = <T>(reader: Reader<T>): Reader<T | undefined> => {
  const first = reader.first && { ...reader.first, empty: true };
  return beginning<T | undefined>(first, (line, at) => reader(line, at) ?? { value: undefined, next: at });
};

/** The rule, unless another one holds behind it. */
export const unless = <T>(reader: Reader<T>, behind: Reader<unknown>): Reader<T> =>
  beginning(reader.first, (line, at) => {
    const found = reader(line, at);
    return found && !behind(line, found.next) ? found : undefined;
  });

/** The rule, when another one holds behind it; what stands behind is not taken. */
export const followedBy = <T>(reader: Reader<T>, behind: Reader<unknown>): Reader<T> =>
  beginning(reader.first, (line, at) => {
    const found = reader(line, at);
    return found && behind(line, found.next) ? found : undefined;
  });

export const endOfLine: Reader<undefined> = beginning(NOTHING, (line, at) =>
  line.at(at) === undefined ? { value: undefined, next: at } : undefined,
);

/** Holds everywhere and takes nothing. */
export const nothing: Reader<undefined> = beginning(NOTHING, (_line, at) => ({ value: undefined, next: at }));

// No list in a phrase is longer, and a bound keeps the work linear.
const MOST_ITEMS = 31;

/** One or more, with something between them. */
export const listOf = <T>(
  item: Reader<T>,
  between: Reader<unknown>,
  following: Reader<T> = item,
): Reader<readonly T[]> => {
  const further = after(between, following);
  return beginning(item.first, (line, at) => {
    const values: T[] = [];
    let next = at;
    for (let found = item(line, at); found && values.length < MOST_ITEMS; found = further(line, next)) {
      values.push(found.value);
      next = found.next;
    }
    return values.length > 0 ? { value: values, next } : undefined;
  });
};

/** The token here when the test holds. */
export const token =
  (test: (token: Token) => boolean): Reader<Token> =>
  (line, at) => {
    const here = line.at(at);
    return here && test(here) ? { value: here, next: at + 1 } : undefined;
  };

/** A number in figures. */
export const figures = (test: (token: Token) => boolean = () => true): Reader<Token> =>
  beginning(
    { words: new Set(), numbers: true, empty: false },
    token((here) => here.kind === 'number' && test(here)),
  );

/** A word typed exactly so, without diacritics. */
export const bareWord = (word: string): Reader<Token> =>
  beginning(
    { words: new Set([word]), numbers: false, empty: false },
    token((here) => here.spelling === word),
  );

export const mark = (...marks: readonly string[]): Reader<Token> =>
  beginning(
    { words: new Set(marks), numbers: false, empty: false },
    token((here) => here.kind === 'mark' && marks.includes(here.plain)),
  );

/** The rule, with no white space before it. */
export const glued = <T>(reader: Reader<T>): Reader<T> =>
  beginning(reader.first, (line, at) => (line.at(at)?.glued ? reader(line, at) : undefined));

/** The whole line, when it is this. */
export const reads = <T>(reader: Reader<T>, line: Line): T | undefined => {
  const found = reader(line, 0);
  return found && found.next === line.tokens.length ? found.value : undefined;
};
