/** Less than so many times the work for eight times the length is in proportion: with the square it would be 64 times. */
export const PROPORTION = 20;

const TIMES = 8;
/** In characters, as far as a length is one of text. */
const LONGEST = 32_000;
/** Microseconds, from which on two measurements can be compared. */
const ENOUGH = 20_000;

/** How much more work it is to read a piece over and over when the text is eight times as long; see `growth`. */
export function growthOfReading(read: (text: string) => unknown, piece: string): Promise<number> {
  return growth((length) => read(piece.repeat(Math.ceil(length / piece.length))));
}

/**
 * How many times more work eight times the length is; 1 where there is too little of it to be measured. `shortest`:
 * where to begin, which is as far as other work outweighs it.
 */
export async function growth(work: (length: number) => unknown, shortest = 125): Promise<number> {
  for (let length = shortest; length * TIMES <= LONGEST; length *= 2) {
    const long = await leastWork(() => work(length * TIMES), ENOUGH);
    if (long >= ENOUGH) return long / (await leastWork(() => work(length)));
  }
  return 1;
}

/**
 * The work of doing something, in microseconds of the processor, which are the same on a busy machine: good for a
 * comparison, no measure by itself. The least of a few tries, as the engine does other things beside; one below
 * `ofInterest` is the last.
 */
export async function leastWork(work: () => unknown, ofInterest = 0): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 4 && least >= ofInterest; turn += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}
