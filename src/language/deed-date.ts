import { Temporal } from 'temporal-polyfill';
import { says } from './grammar/grammar.ts';
import { Line } from './grammar/line.ts';
import type { Reader } from './grammar/reader.ts';
import { isBound, readBareDate } from './periods/bound-dates.ts';
import { type DateOn, dayOfDeed, dayOfModel, dayOpening, onDate } from './periods/deed-days.ts';
import { vagueDay } from './periods/vague-days.ts';

/** The day of a deed; not sure where the words leave it open, or mean one that is ahead or long past. */
export type DeedDay = { readonly date: Temporal.PlainDate; readonly sure: boolean; readonly named: boolean };

/** The day a report names: "sáng nay", "chiều 12/1", "trưa thứ 5". Never ahead; undefined when it names none. */
export function readDeedDate(
  text: string,
  { today }: { readonly today: Temporal.PlainDate },
): Temporal.PlainDate | undefined {
  const day = readDeedDay(text, { today });
  return day?.named ? day.date : undefined;
}

/**
 * The same, with what vague words allow ("tháng trước") and what is rather ahead; undefined when it says nothing.
 * `lasts`: of a model, which is done every such weekday.
 */
export function readDeedDay(
  text: string,
  { today, lasts = false }: { readonly today: Temporal.PlainDate; readonly lasts?: boolean },
): DeedDay | undefined {
  const line = new Line(text);
  const dayNamed = lasts ? dayOfModel : dayOfDeed;
  for (let at = 0; at < line.tokens.length; at += 1) {
    const date = read(line, at, dayNamed)?.(today);
    if (date && Temporal.PlainDate.compare(date, today) <= 0)
      return { date, sure: !isRatherAhead(date, today), named: true };
  }
  const date = readVague(line, today);
  return date && { date, sure: false, named: false };
}

function readVague(line: Line, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  for (let at = 0; at < line.tokens.length; at += 1) {
    const found = vagueDay(line, at);
    const isSaid = found && !isBound(line, at) && !(at > 0 && comparesWith(line, at - 1));
    if (isSaid) return found.value(today);
  }
  return undefined;
}

const comparesWith = says('với', 'hơn', 'như', 'bằng', 'kém', 'của');
const SOON = 60;

/** "ngày 28/12" said on 25/11 is next month's as likely as last year's. */
function isRatherAhead(date: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return today.until(date.add({ years: 1 })).days < SOON && date.year < today.year;
}

/** The end of a period is the day a deed was done: "đến nay" says no day, "đến sáng nay" does. */
function read(line: Line, at: number, dayNamed: Reader<DateOn>): DateOn | undefined {
  const found = dayNamed(line, at) ?? (at === 0 ? dayOpening(line, at) : undefined);
  if (isBound(line, at)) return undefined;
  const bare = found ? undefined : readBareDate(line, at);
  return found ? found.value : bare && onDate(bare);
}
