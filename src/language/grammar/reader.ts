import type { Line, Token } from './line.ts';

export type Found<T> = { readonly value: T; readonly next: number };

/**
 * What a rule can begin with, so that a choice need not try rules in vain. `empty`: it may take nothing.
 * Words stand here without diacritics, and with them as typed in Telex.
 */
export type First = {
  readonly words: ReadonlySet<string>;
  readonly numbers: boolean;
  readonly empty: boolean;
};

/** A rule: what stands at a token of the line, and the token behind it. Without `first` it may begin with anything. */
export type Reader<T> = {
  (line: Line, at: number): Found<T> | undefined;
  readonly first?: First;
};

type Read<T> = (line: Line, at: number) => Found<T> | undefined;

export const NOTHING: First = { words: new Set(), numbers: false, empty: true };

export function beginning<T>(first: First | undefined, read: Read<T>): Reader<T> {
  return first ? Object.assign(read, { first }) : read;
}

export function firstOfAny(readers: readonly Reader<unknown>[]): First | undefined {
  const words = new Set<string>();
  let numbers = false;
  let empty = false;
  for (const { first } of readers) {
    if (!first) return undefined;
    for (const word of first.words) words.add(word);
    numbers ||= first.numbers;
    empty ||= first.empty;
  }
  return { words, numbers, empty };
}

/** Of one rule and another behind it. */
export function firstOfBoth(one: Reader<unknown>, other: Reader<unknown>): First | undefined {
  if (!one.first?.empty) return one.first;
  const both = firstOfAny([one, other]);
  return both && { ...both, empty: other.first?.empty ?? false };
}

const NUMBER = /^\d/u;

/** The rules that a token may begin, in their order. */
export function dispatcher<T>(
  readers: readonly Reader<T>[],
): (token: Token | undefined) => readonly Reader<T>[] {
  const always = readers.filter(({ first }) => first?.empty ?? true);
  const withNumbers = readers.filter(({ first }) => !first || first.empty || first.numbers);
  const words = new Set(readers.flatMap(({ first }) => [...(first?.words ?? [])]));
  const byWord = new Map(
    [...words].map((word) => {
      const fit = readers.filter(
        ({ first }) => !first || first.empty || first.words.has(word) || (first.numbers && NUMBER.test(word)),
      );
      return [word, fit] as const;
    }),
  );
  return (token) => {
    if (token === undefined) return always;
    const byPlain = byWord.get(token.plain);
    if (token.kind === 'number') return byPlain ?? withNumbers;
    const byTelex = token.telex === token.plain ? undefined : byWord.get(token.telex);
    if (byPlain && byTelex) return readers;
    return byPlain ?? byTelex ?? always;
  };
}
