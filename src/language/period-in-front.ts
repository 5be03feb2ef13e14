import type { Temporal } from 'temporal-polyfill';
import { Line } from './grammar/line.ts';
import { type PeriodSaid, type PeriodUnclear, periodInFront } from './periods/period-in-front.ts';

export type { PeriodSaid } from './periods/period-in-front.ts';

/** `length`: how much of `text` it is, in UTF-16 code units. */
export type PeriodInFront = { readonly said: PeriodSaid | PeriodUnclear; readonly length: number };

/** The period that a text begins with, looking neither back nor ahead. `text`: NFC, with no white space before it. */
export function readPeriodInFront(text: string, today: Temporal.PlainDate): PeriodInFront | undefined {
  const line = new Line(text);
  const found = periodInFront(line, 0);
  return found && { said: found.value(today), length: lengthOf(line.between(0, found.next), text) };
}

/** Of the part that was taken, with what is between its letters and cannot be seen: a line leaves that out. */
function lengthOf(taken: string, text: string): number {
  let length = 0;
  for (let seen = 0; seen < taken.length; length += 1) if (text[length] === taken[seen]) seen += 1;
  return length;
}
