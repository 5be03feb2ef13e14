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
  took.sort((one, other) => one - other);
  const at = (share: number): string => (took[Math.floor((times - 1) * share)] ?? 0).toFixed(3).padStart(8);
  process.stdout.write(`${name.padEnd(58)} median ${at(0.5)} ms   p99 ${at(0.99)} ms   (${times} times)\n`);
  return took[Math.floor((times - 1) * 0.5)] ?? 0;
}
