import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { understandSchedule } from './understand-schedule.ts';

const DEFAULT_ZONE = 'Asia/Ho_Chi_Minh';

await main();

/** What stands behind /nhaclich in, a line each; what would be set or asked out, a line of JSON each. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { now: { type: 'string' }, zone: { type: 'string', default: DEFAULT_ZONE } },
  });
  const instant = values.now === undefined ? Temporal.Now.instant() : Temporal.Instant.from(values.now);
  const now = instant.toZonedDateTimeISO(values.zone);
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    process.stdout.write(`${JSON.stringify({ text, ...understandSchedule(text, now) })}\n`);
  }
}
