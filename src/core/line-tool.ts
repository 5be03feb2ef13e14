import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { LONGEST_TYPED } from './longest-typed.ts';

const DEFAULT_ZONE = 'Asia/Ho_Chi_Minh';

/** Lines of standard input in; what `answer` makes of each out, a line of JSON each. Of one that is too long, of its beginning. */
export async function answerLines(answer: (line: string) => object): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    process.stdout.write(`${JSON.stringify(answer(line.slice(0, LONGEST_TYPED)))}\n`);
}

/** The moment that `--now` and `--zone` name. */
export function momentGiven(): Temporal.ZonedDateTime {
  const { values } = parseArgs({
    options: { now: { type: 'string' }, zone: { type: 'string', default: DEFAULT_ZONE } },
  });
  const instant = values.now === undefined ? Temporal.Now.instant() : Temporal.Instant.from(values.now);
  return instant.toZonedDateTimeISO(values.zone);
}

/** The day that `--today` names. */
export function dayGiven(): Temporal.PlainDate {
  const { values } = parseArgs({ options: { today: { type: 'string' } } });
  return values.today === undefined
    ? Temporal.Now.plainDateISO(DEFAULT_ZONE)
    : Temporal.PlainDate.from(values.today);
}
