import type { Temporal } from 'temporal-polyfill';
import { type PeriodInFront, type PeriodSaid, readPeriodInFront } from '../../language/period-in-front.ts';
import { UserError } from '../../texts/user-error.ts';
import { monthPeriod, quarterPeriod, type TopicPeriod, termPeriod, yearPeriod } from './topic.ts';

/** A line taken apart: its period, and what follows. */
export type PeriodLine = { said: PeriodSaid; rest: string };

const FARTHEST_YEARS = 10;
const LONGEST_TERM_YEARS = 10;

const BULLET = /^[\s•*+–—-]*/u;
const LEAD = /^chuy[êe]n\s+[đd][ềe]\s+/iu;
const SEPARATOR = /^[\s:.)–—|-]*/u;
/** `1:`, `2.`, `3 -`, `1/2026:` and, from a spreadsheet, a number with a tab after it. */
const NUMBERED = /^(\d{1,2})(?:\/(\d{4}))?(?=[ ]*[:.)–—-](?!\d)|\t|[ \t]*$)/u;

/**
 * Reads the period at the front of a line: `tháng 12: …`, `quý IV/2026 …`, `2026 …`, `toàn khóa 2025-2030 …`,
 * `1: …`. Nothing when there is none.
 * @throws UserError for a period that does not exist
 */
export function readPeriodLine(text: string, today: Temporal.PlainDate): PeriodLine | undefined {
  const line = text.normalize('NFC').replace(BULLET, '').replace(LEAD, '').trimEnd();
  const read = readPeriodInFront(line, today) ?? readNumbered(line);
  if (!read) return undefined;
  const said = checked(read.said, line.slice(0, read.length), today);
  return { said, rest: line.slice(read.length).replace(SEPARATOR, '').trim() };
}

/** The lines of a plan are numbered by their months. */
function readNumbered(line: string): PeriodInFront | undefined {
  const [{ length } = '', number, year] = NUMBERED.exec(line) ?? [];
  if (number === undefined) return undefined;
  return { said: { scope: 'month', number: Number(number), year: year ? Number(year) : undefined }, length };
}

/** @throws UserError for a period that does not exist, or that is none or several */
function checked(said: PeriodInFront['said'], typed: string, today: Temporal.PlainDate): PeriodSaid {
  switch (said.scope) {
    case 'several':
      throw new UserError('topic.one_period', { text: typed });
    case 'term-without-years':
      throw new UserError('topic.term_years', { text: typed });
    case 'next-month-or-june':
      throw new UserError('topic.month_ambiguous', { text: typed });
    case 'month':
      if (said.number < 1 || said.number > 12)
        throw new UserError('topic.no_such_month', { number: String(said.number) });
      break;
    case 'quarter':
      if (said.number < 1 || said.number > 4)
        throw new UserError('topic.no_such_quarter', { number: String(said.number) });
      break;
    case 'term':
      if (said.to <= said.from || said.to - said.from > LONGEST_TERM_YEARS)
        throw new UserError('topic.term_years', { text: `${said.from}-${said.to}` });
      break;
    case 'year':
      break;
  }
  const years = said.scope === 'term' ? [said.from, said.to] : [said.year ?? today.year];
  const far = years.find((year) => Math.abs(year - today.year) > FARTHEST_YEARS);
  if (far !== undefined) throw new UserError('topic.year_far', { year: String(far) });
  return said;
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
