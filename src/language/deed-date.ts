import { Temporal } from 'temporal-polyfill';
import { longest, says } from './grammar/grammar.ts';
import { Line } from './grammar/line.ts';
import { isBound, readBareDate } from './periods/bound-dates.ts';
import { type DateOn, dayNamed, dayOpening, onDate } from './periods/deed-days.ts';
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

/** The same, with what vague words allow ("tháng trước") and what is rather ahead; undefined when it says nothing. */
export function readDeedDay(
  text: string,
  { today }: { readonly today: Temporal.PlainDate },
): DeedDay | undefined {
  const line = new Line(text);
  for (let at = 0; at < line.tokens.length; at += 1) {
    const date = read(line, at)?.(today);
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

const atBeginning = longest(dayNamed, dayOpening);

/** The end of a period is the day a deed was done: "đến nay" says no day, "đến sáng nay" does. */
function read(line: Line, at: number): DateOn | undefined {
  const found = (at === 0 ? atBeginning : dayNamed)(line, at);
  if (isBound(line, at)) return undefined;
  const bare = found ? undefined : readBareDate(line, at);
  return found ? found.value : bare && onDate(bare);
}
