import { Temporal } from 'temporal-polyfill';
import { after, both, longest, map, mapIf, maybe, nothing, oneOf, says } from './grammar/grammar.ts';
import { leftover } from './grammar/leftover.ts';
import { Line } from './grammar/line.ts';
import { dayNumber, yearNumber } from './grammar/numbers.ts';
import type { Reader } from './grammar/reader.ts';
import { yearOf } from './moments/calendar.ts';
import type { DateSaid, YearSaid } from './moments/slots.ts';
import { backwardDate, dateSaid } from './periods/backward-dates.ts';
import { around, month, type Period, range, year } from './periods/period-calendar.ts';
import { from, to, yearsSaid } from './periods/period-ends.ts';
import type { PeriodOn } from './periods/period-relative.ts';
import { lonelyYear, monthOfYear, singlePeriod } from './periods/period-words.ts';
import type { Doubt } from './when.ts';

export { around, type Period, periodBefore } from './periods/period-calendar.ts';

export type PeriodContext = { readonly today: Temporal.PlainDate };

/** `said`: the words for it, and `rest`: what else was typed. */
export type PeriodRead = {
  readonly period: Period;
  readonly said: string;
  readonly rest: string;
  readonly doubts: readonly Doubt[];
};

/** `period` is missing when the words name one that does not exist ("tuần 54"). */
export type PeriodNamed = Omit<PeriodRead, 'period'> & { readonly period?: Period };

const now = says('nay', 'hôm nay', 'hiện nay', 'hiện tại', 'bây giờ', 'now', 'today', 'giờ', 'thời điểm này');

const dates: Reader<PeriodOn> = map(both(after(from, dateSaid), after(to, dateSaid)), ([first, last]) =>
  betweenDates(first, last),
);

/** "từ 1 đến 15/1", "5–11/1", "ngày 5 đến ngày 11 tháng 1". */
const daysOfOneMonth: Reader<PeriodOn> = map(
  both(after(both(from, maybe(says('ngày', 'mùng'))), dayNumber), after(to, dateSaid)),
  ([day, last]) => betweenDates({ ...last, day }, last),
);

const months: Reader<PeriodOn> = map(
  both(
    after(from, monthOfYear),
    after(
      to,
      oneOf(
        monthOfYear,
        map(dayNumber, (number) => ({ month: number, year: undefined })),
      ),
    ),
  ),
  ([first, last]) =>
    (today) => {
      const end = last.year ?? first.year;
      const start = first.year ?? last.year;
      const begin = month(yearOfMonth(start, today, first.month), first.month).from;
      const finish = month(end ? yearOf(end, today) : begin.year, last.month).to;
      if (!isAfter(begin, finish)) return range(begin, finish);
      return first.year && last.year ? undefined : range(begin, finish.add({ years: 1 }));
    },
);

const years: Reader<PeriodOn> = mapIf(yearsSaid, ([first, last]): PeriodOn | undefined =>
  first <= last ? () => range(year(first).from, year(last).to) : undefined,
);

const startOf = longest<(today: Temporal.PlainDate) => Temporal.PlainDate | undefined>(
  map(says('đầu năm', 'đầu năm nay'), () => (today) => around('year', today).from),
  map(says('đầu quý', 'đầu quý này'), () => (today) => around('quarter', today).from),
  map(says('đầu tháng', 'đầu tháng này'), () => (today) => around('month', today).from),
  map(says('đầu tuần', 'đầu tuần này'), () => (today) => around('week', today).from),
  map(singlePeriod, (read) => (today) => read(today)?.from),
  map(after(maybe(says('năm')), yearNumber), (number) => () => year(number).from),
);

const since = says('từ', 'kể từ', 'tính từ', 'since', 'từ ngày');

const untilNow: Reader<PeriodOn> = map(
  longest(
    after(since, both(startOf, maybe(both(to, now)))),
    both(after(maybe(since), startOf), both(to, now)),
  ),
  ([start]) =>
    (today) => {
      const begin = start(today);
      return begin && !isAfter(begin, today) ? range(begin, today) : undefined;
    },
);

const yearToDate: Reader<PeriodOn> = map(
  says('year to date', 'ytd'),
  () => (today) => range(around('year', today).from, today),
);

export type PeriodWord = 'week' | 'month' | 'quarter' | 'year';

const inLine = longest(singlePeriod, dates, daysOfOneMonth, months, years, untilNow, yearToDate);

/** The period that a text names, also one that does not exist. undefined when it names none. */
export function findPeriod(text: string, { today }: PeriodContext): PeriodNamed | undefined {
  const line = new Line(text);
  const reader = line.tokens.length === 1 ? longest(inLine, lonelyYear) : inLine;
  for (let at = 0; at < line.tokens.length; at += 1) {
    const found = reader(line, at);
    if (found) {
      const period = found.value(today);
      const rest = leftover(line, [{ from: at, to: found.next }], nothing);
      const said = line.between(at, found.next);
      return period
        ? { period, said, rest, doubts: [] }
        : { said, rest, doubts: [{ kind: 'no-such-date', ask: true, text: said }] };
    }
  }
  return undefined;
}

/** The period that a text names, looking back from today. undefined when it names none that exists. */
export function readPeriod(text: string, context: PeriodContext): PeriodRead | undefined {
  const found = findPeriod(text, context);
  return found?.period && { ...found, period: found.period };
}

const WORDS: Readonly<Record<PeriodWord, string>> = {
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  year: 'năm',
};

/** "/thang năm 2026" is the year; "/thang năm" the month of May. */
const YEAR = /^(?:năm|nam)\s+\d{4}$/iu;

/** What stands behind /tuan, /thang, /quy or /nam: "", "trước", "3", "12/2025". Empty is the current one. */
export function readPeriodArgument(
  kind: PeriodWord,
  text: string,
  context: PeriodContext,
): PeriodRead | undefined {
  const argument = text.trim();
  if (argument === '') return { period: around(kind, context.today), said: '', rest: '', doubts: [] };
  if (YEAR.test(argument)) return readPeriod(argument, context);
  const word = WORDS[kind];
  const withWord = readPeriod(`${word} ${argument}`, context);
  return withWord?.rest === '' ? withWord : (readPeriod(argument, context) ?? withWord);
}

function betweenDates(first: DateSaid, last: DateSaid): PeriodOn {
  return (today) => {
    if (last.year) {
      const end = backwardDate(last, today);
      return end && upTo(first, end, today);
    }
    const start = backwardDate(first, today);
    return start && onwards(start, last);
  };
}

/** "từ 20/12 đến 10/1/2026" begins the year before; with two years in disorder it is a slip. */
function upTo(first: DateSaid, end: Temporal.PlainDate, today: Temporal.PlainDate): Period | undefined {
  const start = backwardDate(first.year ? first : { ...first, year: { year: end.year } }, today);
  if (!start) return undefined;
  if (!isAfter(start, end)) return range(start, end);
  return first.year ? undefined : range(start.subtract({ years: 1 }), end);
}

function isAfter(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) > 0;
}

/** The first date looks back, the second is the next from there: "từ 20/12 đến 10/1". */
function onwards(start: Temporal.PlainDate, last: DateSaid): Period | undefined {
  const ends = [start.year, start.year + 1].map((year) => backwardDate({ ...last, year: { year } }, start));
  const end = ends.find((date) => date && !isAfter(start, date));
  return end && range(start, end);
}

function yearOfMonth(said: YearSaid | undefined, today: Temporal.PlainDate, number: number): number {
  if (said) return yearOf(said, today);
  return number <= today.month ? today.year : today.year - 1;
}
