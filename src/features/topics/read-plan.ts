import type { Temporal } from 'temporal-polyfill';
import type { Rows } from '../../core/spreadsheet.ts';
import { fold } from '../../language/fold.ts';
import type { PeriodSaid } from '../../language/period-in-front.ts';
import { beginning } from '../../texts/shorten.ts';
import { UserError } from '../../texts/user-error.ts';
import { readPeriodLine, resolvePeriod } from './read-period.ts';
import { readMaterial, readTopicWords, type TopicWords } from './read-title.ts';
import type { TopicPeriod } from './topic.ts';

/** A topic that somebody wants for a period. */
export type WantedTopic = TopicWords & { period: TopicPeriod };

/** What is wrong with a line, counted from 1 as people see it. */
export type Problem = { line: number; error: UserError };

type Planned = TopicWords & { said: PeriodSaid };
/** A plan as it was written: the year it names for all of its lines, its topics, and what cannot be read. */
export type Plan = { year: number | undefined; planned: readonly Planned[]; problems: readonly Problem[] };

type Line = { line: number; read: () => Planned };

const YEAR_IN_HEADING = /(?<!\d)(20\d\d)(?!\d|\s*[-–—])/;

const COLUMNS = {
  period: /^(thang|ky|thoi gian|period|month)/,
  title: /(chuyen de|noi dung|chu de|topic|title)/,
  short: /(ngan|tat|short)/,
  material: /(tai lieu|link|lien ket|material)/,
  year: /^(nam|year)$/,
} as const;
type Column = keyof typeof COLUMNS;

/** A plan pasted as lines: `1: …`, `Tháng 2 - …`, `Quý 3: …`. */
export function readPlanText(text: string, today: Temporal.PlainDate): Plan {
  const lines = text
    .split(/\r?\n/)
    .map((text, index) => ({ text, line: index + 1 }))
    .filter((line) => line.text.trim() !== '');
  const heading = lines.length > 1 ? headingOf(lines[0]?.text ?? '', today) : undefined;
  const body = heading ? lines.slice(1) : lines;
  return gather(
    heading?.year,
    body.map(({ text, line }) => ({ line, read: () => readLine(text, today) })),
  );
}

/** The first line of a pasted plan may be its heading: `Năm 2026`, `Kế hoạch chuyên đề năm 2026`. */
function headingOf(text: string, today: Temporal.PlainDate): { year: number | undefined } | undefined {
  try {
    const read = readPeriodLine(text, today);
    if (read) return read.said.scope === 'year' && read.rest === '' ? { year: read.said.year } : undefined;
  } catch {
    return undefined;
  }
  const year = YEAR_IN_HEADING.exec(text)?.[1];
  if (year === undefined && !text.trimEnd().endsWith(':')) return undefined;
  return { year: year === undefined ? undefined : Number(year) };
}

function gather(year: number | undefined, lines: readonly Line[]): Plan {
  const planned: Planned[] = [];
  const problems: Problem[] = [];
  for (const { line, read } of lines) {
    try {
      planned.push(read());
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push({ line, error });
    }
  }
  return { year, planned, problems };
}

function readLine(text: string, today: Temporal.PlainDate): Planned {
  const read = readPeriodLine(text, today);
  if (!read) throw new UserError('topic.line_without_period', { text: beginning(text.trim(), 40) });
  // "1. Tháng 1: …" is a numbered list of periods.
  const inner = readPeriodLine(read.rest, today);
  const { said, rest } = inner && inner.rest !== '' && read.said.scope === 'month' ? inner : read;
  return { said, ...readTopicWords(rest) };
}

const HEADING_WITHIN_ROWS = 10;

/**
 * A plan in a spreadsheet with a heading row. An empty period is that of the row above, as in merged cells.
 * @throws UserError when there is no such row
 */
export function readPlanSheet(rows: Rows, today: Temporal.PlainDate): Plan {
  const at = rows.slice(0, HEADING_WITHIN_ROWS).findIndex((row) => {
    const { period, title } = columnsOf(row);
    return period !== undefined && title !== undefined;
  });
  const columns = columnsOf(rows[at] ?? []);
  if (at < 0) {
    const first = rows.findIndex((row) => row.some((cell) => cell !== ''));
    const found = beginning((rows[first] ?? []).filter((cell) => cell !== '').join(' | '), 120);
    throw new UserError('topic.wrong_columns', { line: first + 1, found: found === '' ? '–' : found });
  }
  const year = rows
    .slice(0, at)
    .flat()
    .map((cell) => YEAR_IN_HEADING.exec(cell)?.[1])
    .find(Boolean);
  let period = '';
  const lines = rows.slice(at + 1).flatMap((row, index): Line[] => {
    const cell = (column: Column): string => row[columns[column] ?? -1] ?? '';
    if (row.every((text) => text === '')) return [];
    period = cell('period') === '' ? period : cell('period');
    const mine = period;
    return [{ line: at + index + 2, read: () => readRow(cell, mine, today) }];
  });
  return gather(year === undefined ? undefined : Number(year), lines);
}

const COLUMN_NAMES: readonly Column[] = ['period', 'year', 'short', 'material', 'title'];

/** Which cell holds what; each column is taken by the first name that fits it. */
function columnsOf(row: readonly string[]): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {};
  row.forEach((cell, index) => {
    const column = COLUMN_NAMES.find((name) => COLUMNS[name].test(fold(cell)));
    if (column && found[column] === undefined) found[column] = index;
  });
  return found;
}

function readRow(cell: (column: Column) => string, period: string, today: Temporal.PlainDate): Planned {
  const year = cell('year');
  const read = readPeriodLine(periodCell(period), today);
  if (read?.rest !== '') throw new UserError('topic.cell_without_period', { text: beginning(period, 40) });
  const isBare =
    (read.said.scope === 'month' || read.said.scope === 'quarter') && read.said.year === undefined;
  const said = isBare && /^\d{4}$/.test(year) ? { ...read.said, year: Number(year) } : read.said;
  const words = readTopicWords([cell('title').replaceAll('|', '/'), cell('short')].join('|'));
  const material = cell('material');
  return { said, ...words, materials: material === '' ? [] : [readMaterial(material)] };
}

/** A date that the spreadsheet made of "1/2026" stands for its month. */
function periodCell(cell: string): string {
  return cell.replace(/^(\d{4})-(\d\d)-\d\d$/, '$2/$1');
}

/** True when the plan names months without a year, and some of them are over: which year is meant has to be asked. */
export function needsYear({ year, planned }: Plan, today: Temporal.PlainDate): boolean {
  if (year !== undefined) return false;
  const years = planned.flatMap(({ said }) =>
    (said.scope === 'month' || said.scope === 'quarter') && said.year === undefined
      ? [resolvePeriod(said, today).from.year]
      : [],
  );
  return new Set(years).size > 1;
}

export function wantedOf(plan: Plan, today: Temporal.PlainDate, inYear?: number): WantedTopic[] {
  return plan.planned.map(({ said, ...words }) => ({
    ...words,
    period: resolvePeriod(said, today, plan.year ?? inYear),
  }));
}
