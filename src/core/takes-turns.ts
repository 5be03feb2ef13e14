/**
 * Lets everything else that waits go first. The database works while everything waits for it, and awaiting it gives
 * nobody a turn: a job that goes through many rows does so itself, between its transactions.
 */
export function takesTurns(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Does the work for each, one after another, with a turn for everybody else in between. */
export async function inTurn<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  for (const item of items) {
    await work(item);
    await takesTurns();
  }
}

/** So many rows are gone in a moment. */
const PIECE = 200;

/**
 * What there is much of is gone through piece by piece, and everybody else has a turn in between. `work` takes up to
 * `most` and says whether there may be more.
 */
export async function inPieces(work: (most: number) => Promise<boolean>): Promise<void> {
  while (await work(PIECE)) await takesTurns();
}

/** Runs work at most so many at a time, in the order in which it comes. */
export function atMost(limit: number) {
  const waiting: (() => void)[] = [];
  let free = limit;
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
