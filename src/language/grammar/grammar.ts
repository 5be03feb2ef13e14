import { fold, spelling } from '../fold.ts';
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

export const endOfLine: Reader<undefined> = beginning(NOTHING, (line, at) =>
  line.at(at) === undefined ? { value: undefined, next: at } : undefined,
);

/** Holds everywhere and takes nothing. */
export const nothing: Reader<undefined> = beginning(NOTHING, (_line, at) => ({ value: undefined, next: at }));

/** One of these phrases; the longest that fits. Its value is the number of its words. */
export function says(...phrases: readonly string[]): Reader<number> {
  const options = phrases.map((words) => words.split(' ').map(toWord)).sort((a, b) => b.length - a.length);
  return oneOf(...options.map(phrase));
}

const NUMBER = /^\d+$/u;

function toWord(word: string): Word {
  return NUMBER.test(word)
    ? { plain: word, spelling: word }
    : { plain: fold(word), spelling: spelling(word) };
}

function phrase(words: readonly Word[]): Reader<number> {
  const [first] = words;
  const begins = first && { words: new Set([first.plain, first.spelling]), numbers: false, empty: false };
  return beginning(begins, (line, at) =>
    standsAt(line, at, words) ? { value: words.length, next: at + words.length } : undefined,
  );
}

function standsAt(line: Line, at: number, words: readonly Word[]): boolean {
  let index = at;
  for (const word of words) {
    const token = line.at(index);
    if (token === undefined || !isWord(token, word)) return false;
    index += 1;
  }
  return true;
}

function isWord(token: Token, word: Word): boolean {
  return token.plain === word.plain
    ? // Typed without diacritics it may be any word of these letters; diacritics that are there decide.
      token.spelling === word.spelling || token.spelling === token.plain
    : token.telex === word.spelling && word.spelling !== word.plain;
}

/** The value that goes with the phrase that stands here. */
export function meaning<T>(meanings: ReadonlyMap<T, readonly string[]>): Reader<T> {
  return longest(...[...meanings].map(([value, phrases]) => map(says(...phrases), () => value)));
}

export function map<A, B>(reader: Reader<A>, change: (value: A) => B): Reader<B> {
  return beginning(reader.first, (line, at) => {
    const found = reader(line, at);
    return found && { value: change(found.value), next: found.next };
  });
}

/** Like `map`, but a change to undefined means that the rule does not hold. */
export function mapIf<A, B>(reader: Reader<A>, change: (value: A) => B | undefined): Reader<B> {
  return beginning(reader.first, (line, at) => {
    const found = reader(line, at);
    const value = found && change(found.value);
    return found && value !== undefined ? { value, next: found.next } : undefined;
  });
}

/** The first of the rules that holds. */
export function oneOf<T>(...readers: readonly Reader<T>[]): Reader<T> {
  const thatFit = dispatcher(readers);
  return beginning(firstOfAny(readers), (line, at) => {
    for (const reader of thatFit(line.at(at))) {
      const found = reader(line, at);
      if (found) return found;
    }
    return undefined;
  });
}

/** The rule that takes the most. */
export function longest<T>(...readers: readonly Reader<T>[]): Reader<T> {
  const thatFit = dispatcher(readers);
  return beginning(firstOfAny(readers), (line, at) => {
    let best: Found<T> | undefined;
    for (const reader of thatFit(line.at(at))) {
      const found = reader(line, at);
      if (found && found.next > (best?.next ?? -1)) best = found;
    }
    return best;
  });
}

export function both<A, B>(first: Reader<A>, second: Reader<B>): Reader<readonly [A, B]> {
  return beginning(firstOfBoth(first, second), (line, at) => {
    const a = first(line, at);
    const b = a && second(line, a.next);
    return a && b && { value: [a.value, b.value], next: b.next };
  });
}

/** The second of two, when the first stands before it. */
export function after<T>(before: Reader<unknown>, reader: Reader<T>): Reader<T> {
  return map(both(before, reader), ([, value]) => value);
}

/** The first of two, when the second stands behind it. */
export function before<T>(reader: Reader<T>, behind: Reader<unknown>): Reader<T> {
  return map(both(reader, behind), ([value]) => value);
}

/** Holds everywhere; undefined when the rule does not. */
export function maybe<T>(reader: Reader<T>): Reader<T | undefined> {
  const first = reader.first && { ...reader.first, empty: true };
  return beginning<T | undefined>(first, (line, at) => reader(line, at) ?? { value: undefined, next: at });
}

/** The rule, unless another one holds behind it. */
export function unless<T>(reader: Reader<T>, behind: Reader<unknown>): Reader<T> {
  return beginning(reader.first, (line, at) => {
    const found = reader(line, at);
    return found && !behind(line, found.next) ? found : undefined;
  });
}

/** The rule, when another one holds behind it; what stands behind is not taken. */
export function followedBy<T>(reader: Reader<T>, behind: Reader<unknown>): Reader<T> {
  return beginning(reader.first, (line, at) => {
    const found = reader(line, at);
    return found && behind(line, found.next) ? found : undefined;
  });
}

// No list in a phrase is longer, and a bound keeps the work linear.
const MOST_ITEMS = 31;

/** One or more, with something between them. */
export function listOf<T>(
  item: Reader<T>,
  between: Reader<unknown>,
  following: Reader<T> = item,
): Reader<readonly T[]> {
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
}

/** The token here when the test holds. */
export function token(test: (token: Token) => boolean): Reader<Token> {
  return (line, at) => {
    const here = line.at(at);
    return here && test(here) ? { value: here, next: at + 1 } : undefined;
  };
}

/** A number in figures. */
export function figures(test: (token: Token) => boolean = () => true): Reader<Token> {
  return beginning(
    { words: new Set(), numbers: true, empty: false },
    token((here) => here.kind === 'number' && test(here)),
  );
}

/** A word typed exactly so, without diacritics. */
export function bareWord(word: string): Reader<Token> {
  return beginning(
    { words: new Set([word]), numbers: false, empty: false },
    token((here) => here.spelling === word),
  );
}

export function mark(...marks: readonly string[]): Reader<Token> {
  return beginning(
    { words: new Set(marks), numbers: false, empty: false },
    token((here) => here.kind === 'mark' && marks.includes(here.plain)),
  );
}

/** The rule, with no white space before it. */
export function glued<T>(reader: Reader<T>): Reader<T> {
  return beginning(reader.first, (line, at) => (line.at(at)?.glued ? reader(line, at) : undefined));
}

/** The whole line, when it is this. */
export function reads<T>(reader: Reader<T>, line: Line): T | undefined {
  const found = reader(line, 0);
  return found && found.next === line.tokens.length ? found.value : undefined;
}
