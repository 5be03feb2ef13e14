import type { Temporal } from 'temporal-polyfill';
import type { SpreadsheetRead } from '../../core/spreadsheet.ts';
import { joinMarkup, type Markup } from '../../texts/markup.ts';
import { beginning } from '../../texts/shorten.ts';
import type { Translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import {
  needsYear,
  type Plan,
  type Problem,
  readPlanSheet,
  readPlanText,
  type WantedTopic,
  wantedOf,
} from './read-plan.ts';

const MOST_PROBLEMS_SHOWN = 10;

/** The topics of a plan that was typed. @throws UserError; it asks for the year where that is not clear */
export function topicsOfText(
  text: string,
  year: number | undefined,
  today: Temporal.PlainDate,
  t: Translator,
): WantedTopic[] {
  const plan = readPlanText(text, today);
  demandSound(plan, t);
  if (year === undefined && needsYear(plan, today))
    throw new UserError('topic.which_year').about('year', [String(today.year), String(today.year + 1)]);
  return wantedOf(plan, today, year);
}

/** @throws UserError that lists the lines which cannot be taken: nothing of a plan is taken by halves */
function demandSound({ planned, problems }: Plan, t: Translator): void {
  if (problems.length > 0) {
    const lines = problems.slice(0, MOST_PROBLEMS_SHOWN).map((problem) => problemLine(problem, t));
    const more =
      problems.length > lines.length ? [t('list.more', { n: problems.length - lines.length })] : [];
    throw new UserError('topic.plan_wrong', {
      n: problems.length,
      problems: joinMarkup([...lines, ...more]),
    });
  }
  if (planned.length === 0) throw new UserError('topic.plan_empty');
}

function problemLine({ line, error }: Problem, t: Translator): Markup {
  return t('topic.plan_problem', { line: String(line), what: error.inWords(t.language) });
}

const PROBLEM_OF_FILE = {
  unreadable: 'topic.sheet_unreadable',
  'unknown-type': 'topic.sheet_unknown_type',
  'too-large': 'topic.sheet_too_large',
} as const;

/** The topics of a plan in a spreadsheet. @throws UserError */
export function topicsOfSheet(
  { name, rows: read }: { name: string; rows: SpreadsheetRead },
  year: number | undefined,
  today: Temporal.PlainDate,
  t: Translator,
): WantedTopic[] {
  if (read.kind !== 'rows') throw new UserError(PROBLEM_OF_FILE[read.kind], { name: beginning(name, 80) });
  const plan = readPlanSheet(read.rows, today);
  demandSound(plan, t);
  if (year === undefined && needsYear(plan, today))
    throw new UserError('topic.sheet_year_needed', { year: String(today.year) });
  return wantedOf(plan, today, year);
}
