import { basename } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { say } from './measure.ts';

// Loaded before a program: says how long its event loop was held, from one SIGUSR2 to the next and from that to its end.
const NANOSECONDS = 1e6;

const delay = monitorEventLoopDelay({ resolution: 1 });
process.on('SIGUSR2', () => {
  if (!delay.enable()) tell();
  delay.reset();
});
process.once('exit', tell);

function tell(): void {
  const at = (share: number): number => delay.percentile(100 * share) / NANOSECONDS;
  say(`  ${basename(process.argv[1] ?? '')}: its event loop was held`, at, delay.count);
}
