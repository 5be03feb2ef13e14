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
