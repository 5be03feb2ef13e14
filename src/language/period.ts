import { Temporal } from 'temporal-polyfill';
import { after, both, longest, map, mapIf, mark, maybe, oneOf, type Reader, says } from './grammar.ts';
import { leftover } from './leftover.ts';
import { Line } from './line.ts';
import { dayNumber, yearNumber } from './numbers.ts';
import { around, type Period, range, year } from './period-calendar.ts';
import {
  backwardDate,
  dateSaid,
  lonelyYear,
  monthOfYear,
  type PeriodOn,
  singlePeriod,
} from './period-words.ts';
import { nothing } from './grammar.ts';
import { month } from './period-calendar.ts';
import { yearOf } from './calendar.ts';
import type { DateSaid, YearSaid } from './slots.ts';
import type { Doubt } from './when.ts';

export type PeriodContext = { readonly today: Temporal.PlainDate };

/** `period` is missing when the words name one that does not exist ("tuần 54"). `rest`: what else was typed. */
export type PeriodRead = { readonly period?: Period; readonly rest: string; readonly doubts: readonly Doubt[] };

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0;

const from = maybe(says('từ', 'từ ngày', 'kể từ', 'tính từ', 'giai đoạn', 'giai đoạn từ', 'from', 'trong giai đoạn'));
const to = oneOf<unknown>(
  mark('-', '–', '→', '—'),
  says('đến', 'tới', 'đến ngày', 'đến hết', 'đến hết ngày', 'tới ngày', 'to', 'until'),
);
const now = says('nay', 'hôm nay', 'hiện nay', 'hiện tại', 'bây giờ', 'now', 'today', 'giờ', 'thời điểm này');

/** The first date looks back, the second is the next from there: "từ 20/12 đến 10/1". */
const betweenDates =
  (first: DateSaid, last: DateSaid): PeriodOn =>
  (today) => {
    const end = last.year && backwardDate(last, today);
    const start = backwardDate(first.year || !last.year ? first : { ...first, year: last.year }, today);
    if (!start || (last.year && !end)) return undefined;
    if (end) return isAfter(start, end) ? startingEarlier(first, start, end) : range(start, end);
    const sameYear = backwardDate({ ...last, year: { year: start.year } }, today);
    if (sameYear && !isAfter(start, sameYear)) return range(start, sameYear);
    const nextYear = backwardDate({ ...last, year: { year: start.year + 1 } }, today);
    return nextYear && range(start, nextYear);
  };

/** "từ 20/12 đến 10/1/2026" begins the year before; with a year of its own it is a slip. */
const startingEarlier = (
  first: DateSaid,
  start: Temporal.PlainDate,
  end: Temporal.PlainDate,
): Period | undefined => (first.year ? undefined : range(start.subtract({ years: 1 }), end));

const dates: Reader<PeriodOn> = map(
  both(after(from, dateSaid), after(to, dateSaid)),
  ([first, last]) => betweenDates(first, last),
);

/** "từ 1 đến 15/1", "5–11/1", "ngày 5 đến ngày 11 tháng 1". */
const daysOfOneMonth: Reader<PeriodOn> = map(
  both(after(both(from, maybe(says('ngày', 'mùng'))), dayNumber), after(to, dateSaid)),
  ([day, last]) => betweenDates({ ...last, day }, last),
);

const yearOfMonth = (said: YearSaid | undefined, today: Temporal.PlainDate, number: number): number => {
  if (said) return yearOf(said, today);
  return number <= today.month ? today.year : today.year - 1;
};

const months: Reader<PeriodOn> = map(
  both(after(from, monthOfYear), after(to, oneOf(monthOfYear, map(dayNumber, (number) => ({ month: number, year: undefined }))))),
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

const yearWord = maybe(says('năm'));
const years: Reader<PeriodOn> = mapIf(
  both(after(both(from, yearWord), yearNumber), after(both(to, yearWord), yearNumber)),
  ([first, last]): PeriodOn | undefined => (first <= last ? () => range(year(first).from, year(last).to) : undefined),
);

const startOf = longest<(today: Temporal.PlainDate) => Temporal.PlainDate | undefined>(
  map(says('đầu năm', 'đầu năm nay'), () => (today) => around('year', today).from),
  map(says('đầu quý', 'đầu quý này'), () => (today) => around('quarter', today).from),
  map(says('đầu tháng', 'đầu tháng này'), () => (today) => around('month', today).from),
  map(says('đầu tuần', 'đầu tuần này'), () => (today) => around('week', today).from),
  map(singlePeriod, (read) => (today) => read(today)?.from),
  map(after(yearWord, yearNumber), (number) => () => year(number).from),
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

const yearToDate: Reader<PeriodOn> = map(says('year to date', 'ytd'), () => (today) =>
  range(around('year', today).from, today),
);

const inLine = longest(singlePeriod, dates, daysOfOneMonth, months, years, untilNow, yearToDate);

const read = (line: Line, { today }: PeriodContext, reader: Reader<PeriodOn>): PeriodRead | undefined => {
  for (let at = 0; at < line.tokens.length; at += 1) {
    const found = reader(line, at);
    if (found) {
      const period = found.value(today);
      const rest = leftover(line, [{ from: at, to: found.next }], nothing);
      const text = line.between(at, found.next);
      return period ? { period, rest, doubts: [] } : { rest, doubts: [{ kind: 'no-such-date', ask: true, text }] };
    }
  }
  return undefined;
};

/** The period that a text names, looking back from today. undefined when it names none. */
export const readPeriod = (text: string, context: PeriodContext): PeriodRead | undefined => {
  const line = new Line(text);
  const alone = line.tokens.length === 1 ? lonelyYear(line, 0)?.value : undefined;
  return alone ? { period: alone(context.today) ?? around('year', context.today), rest: '', doubts: [] } : read(line, context, inLine);
};

export type PeriodWord = 'week' | 'month' | 'quarter' | 'year';

const WORDS: Readonly<Record<PeriodWord, string>> = { week: 'tuần', month: 'tháng', quarter: 'quý', year: 'năm' };

/** What stands behind /tuan, /thang, /quy or /nam: "", "trước", "3", "12/2025". Empty is the current one. */
export const readPeriodArgument = (
  kind: PeriodWord,
  text: string,
  context: PeriodContext,
): PeriodRead | undefined => {
  const argument = text.trim();
  if (argument === '') return { period: around(kind, context.today), rest: '', doubts: [] };
  const word = WORDS[kind];
  const withWord = readPeriod(`${word} ${argument}`, context);
  return withWord?.rest === '' ? withWord : (readPeriod(argument, context) ?? withWord);
};
