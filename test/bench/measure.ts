/** Runs `work` over and over, prints the median and the 99th percentile, in milliseconds, and gives the median. */
export async function measure(
  name: string,
  times: number,
  work: (index: number) => unknown,
): Promise<number> {
  const took: number[] = [];
  for (let index = -Math.ceil(times / 10); index < times; index += 1) {
    const start = performance.now();
    await work(index);
    // The first tenth warms up.
    if (index >= 0) took.push(performance.now() - start);
  }
  const at = shares(took);
  say(name, at, times);
  return at(0.5);
}

/** What so large a share of the values does not exceed. */
export function shares(values: readonly number[]): (share: number) => number {
  const sorted = values.toSorted((one, other) => one - other);
  return (share) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

export function say(name: string, at: (share: number) => number, times: number): void {
  const shown = (share: number): string => at(share).toFixed(3).padStart(8);
  process.stdout.write(
    `${name.padEnd(58)} median ${shown(0.5)} ms   p99 ${shown(0.99)} ms   (${times} times)\n`,
  );
}
