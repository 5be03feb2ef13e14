import type { Temporal } from 'temporal-polyfill';
import { UserError } from '../../texts/user-error.ts';
import { monthPeriod, quarterPeriod, type TopicPeriod, termPeriod, yearPeriod } from './topic.ts';

/** A period as it was said: the year may be missing. */
export type PeriodSaid =
  | { scope: 'month' | 'quarter'; number: number; year: number | undefined }
  | { scope: 'year'; year: number }
  | { scope: 'term'; from: number; to: number };

/** A line taken apart: its period, and what follows. */
export type PeriodLine = { said: PeriodSaid; rest: string };

const FARTHEST_YEARS = 10;
const LONGEST_TERM_YEARS = 10;
const ROMAN = ['i', 'ii', 'iii', 'iv'];

const YEAR =
  '(?:/(?<year>\\d{4}|\\d\\d)|[.-](?<year2>\\d{4})|,?[ \\t]+(?:nam[ \\t]+|year[ \\t]+)?(?<year3>\\d{4}))?';
const END = '(?![\\p{L}\\p{M}\\d/])';
const LEAD = '^(?:chuyen de[ \\t]+)?';

const RANGE = pattern('(?:thang|t|quy|month|quarter)[ \\t]*\\d{1,2}[-–]\\d{1,2}');
const MONTH = pattern(`(?:thang|thg|t|month)[ \\t.]*(?<number>\\d{1,2})${YEAR}`);
const QUARTER = pattern(`(?:quy|qui|q|quarter)[ \\t.]*(?<number>\\d{1,2}|[ivx]{1,4})${YEAR}`);
const TERM = pattern(
  '(?:(?:toan khoa|ca khoa|nhiem ky|khoa|giai doan|term)[ \\t,]*(?:[ivx]+[ \\t,]*)?)?\\(?(?<from>\\d{4})[ \\t]*[-–—/][ \\t]*(?<to>\\d{4})\\)?',
);
const TERM_ONLY = pattern('(?:toan khoa|nhiem ky|term)');
const YEAR_ONLY = pattern('(?:nam[ \\t]+|year[ \\t]+)?(?<year>\\d{4})');
const RELATIVE = pattern(
  '(?:(?<unit>thang|quy|qui|nam)[ \\t]+(?<which>nay|sau|toi)|(?<which2>this|next)[ \\t]+(?<unit2>month|quarter|year))',
);
/** `1:`, `2.`, `3 -`, `1/2026:` and, from a spreadsheet, a number with a tab after it. */
const NUMBERED = /^(?<number>\d{1,2})(?:\/(?<year>\d{4}))?(?=[ ]*[:.)–—-](?!\d)|\t|[ \t]*$)/u;

type Groups = Record<string, string | undefined>;

const BULLET = /^[\s•*+–—-]*/u;
const SEPARATOR = /^[\s:.)–—|-]*/u;

const READERS: readonly [RegExp, (groups: Groups, today: Temporal.PlainDate, typed: string) => PeriodSaid][] =
  [
    [
      RANGE,
      (_groups, _today, text) => {
        throw new UserError('topic.one_period', { text });
      },
    ],
    [RELATIVE, relativeSaid],
    [MONTH, monthSaid],
    [QUARTER, quarterSaid],
    [TERM, termSaid],
    [YEAR_ONLY, (groups) => ({ scope: 'year', year: Number(groups['year']) })],
    [
      TERM_ONLY,
      (_groups, _today, text) => {
        throw new UserError('topic.term_years', { text });
      },
    ],
    [NUMBERED, monthSaid],
  ];

/**
 * Reads the period at the front of a line: `tháng 12: …`, `quý IV/2026 …`, `2026 …`, `toàn khóa 2025-2030 …`,
 * `1: …`. Nothing when there is none.
 * @throws UserError for a period that does not exist
 */
export function readPeriodLine(text: string, today: Temporal.PlainDate): PeriodLine | undefined {
  const line = text.normalize('NFC').replace(BULLET, '').trimEnd();
  const plain = unmarked(line);
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(plain);
    if (match) {
      const typed = line.slice(0, match[0].length);
      const said = read(match.groups ?? {}, today, typed);
      checkYears(said, today);
      return { said, rest: line.slice(match[0].length).replace(SEPARATOR, '').trim() };
    }
  }
  return undefined;
}

/**
 * The text in small letters without diacritics, letter for letter, so that a place in the one is the same place
 * in the other.
 */
function unmarked(text: string): string {
  return text.replace(/\p{L}/gu, (letter) => {
    const [base = letter] = letter.normalize('NFD').toLowerCase();
    return base === 'đ' ? 'd' : base.length === letter.length ? base : letter;
  });
}

function pattern(source: string): RegExp {
  return new RegExp(`${LEAD}${source}${END}`, 'u');
}

function checkYears(said: PeriodSaid, today: Temporal.PlainDate): void {
  const years = said.scope === 'term' ? [said.from, said.to] : [said.year ?? today.year];
  const far = years.find((year) => Math.abs(year - today.year) > FARTHEST_YEARS);
  if (far !== undefined) throw new UserError('topic.year_far', { year: String(far) });
}

/** Looks forward: a month or a quarter without a year is the one that runs or comes next. */
export function resolvePeriod(said: PeriodSaid, today: Temporal.PlainDate, inYear?: number): TopicPeriod {
  switch (said.scope) {
    case 'year':
      return yearPeriod(said.year);
    case 'term':
      return termPeriod(said.from, said.to);
    case 'month':
      return monthPeriod(
        said.year ?? inYear ?? today.year + (said.number < today.month ? 1 : 0),
        said.number,
      );
    case 'quarter': {
      const running = Math.ceil(today.month / 3);
      return quarterPeriod(said.year ?? inYear ?? today.year + (said.number < running ? 1 : 0), said.number);
    }
  }
}

function monthSaid(groups: Groups): PeriodSaid {
  const number = Number(groups['number']);
  if (number < 1 || number > 12) throw new UserError('topic.no_such_month', { number: String(number) });
  return { scope: 'month', number, year: yearIn(groups) };
}

function yearIn(groups: Groups): number | undefined {
  const year = groups['year'] ?? groups['year2'] ?? groups['year3'];
  return year === undefined ? undefined : Number(year) + (year.length === 2 ? 2000 : 0);
}

function quarterSaid(groups: Groups): PeriodSaid {
  const text = groups['number'] ?? '';
  const number = /\d/.test(text) ? Number(text) : ROMAN.indexOf(text) + 1;
  if (number < 1 || number > 4) throw new UserError('topic.no_such_quarter', { number: text.toUpperCase() });
  return { scope: 'quarter', number, year: yearIn(groups) };
}

function termSaid(groups: Groups): PeriodSaid {
  const [from, to] = [Number(groups['from']), Number(groups['to'])];
  if (to <= from || to - from > LONGEST_TERM_YEARS)
    throw new UserError('topic.term_years', { text: `${from}-${to}` });
  return { scope: 'term', from, to };
}

/** "tháng sau" is the next one, "tháng sáu" is June, and "thang sau" may be either. */
function relativeSaid(groups: Groups, today: Temporal.PlainDate, typed: string): PeriodSaid {
  const unit = (groups['unit'] ?? groups['unit2'] ?? '').slice(0, 3);
  const ahead = /nay|this/.test(groups['which'] ?? groups['which2'] ?? '') ? 0 : 1;
  if (unit === 'nam' || unit === 'yea') return { scope: 'year', year: today.year + ahead };
  if (unit === 'qui' || unit === 'quy' || unit === 'qua') {
    const date = today.add({ months: 3 * ahead });
    return { scope: 'quarter', number: Math.ceil(date.month / 3), year: date.year };
  }
  if (/sáu/i.test(typed)) return { scope: 'month', number: 6, year: undefined };
  if (/thang\s+sau/i.test(typed)) throw new UserError('topic.month_ambiguous', { text: typed });
  const date = today.add({ months: ahead });
  return { scope: 'month', number: date.month, year: date.year };
}
