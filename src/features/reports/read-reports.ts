import type { Temporal } from 'temporal-polyfill';
import { findCommand, readCommandLine } from '../../chat/command-line.ts';
import { answerLines, dayGiven } from '../../core/line-tool.ts';
import { UserError } from '../../texts/user-error.ts';
import { reportCommands } from './commands.ts';
import { readModelAnswers, readOwner, readReportText, readTitle } from './read-report.ts';
import type { ReportKind } from './report.ts';
import { type Reported, understandReport } from './understand-report.ts';

const today = dayGiven();

/** `/viectot …` and `/mohinh …` in, a line each; what the chat makes of them out. */
await answerLines((line) => readLine(line, today));

/** A line without a command is taken for a good deed. */
function readLine(text: string, today: Temporal.PlainDate) {
  const command = readCommandLine(text);
  const name = command && findCommand(reportCommands, command.name)?.name;
  const kind: ReportKind = name === 'mohinh' ? 'model' : 'good_deed';
  const typed = command ? command.rest : text;
  const { reported, asks } = kind === 'model' ? readModel(typed) : readGoodDeed(typed);
  const { owner, subjectType, field, day } = understandReport(reported, today);
  const isOpen = day?.sure === false;
  const questions = [...asks, ...(isOpen ? ['date'] : [])];
  return {
    text,
    kind,
    ...(reported.title === undefined ? {} : { title: reported.title }),
    subject: owner ?? null,
    subject_type: subjectType,
    field,
    date: isOpen ? null : (day?.date ?? today).toString(),
    asks: questions.length > 0 ? questions : false,
  };
}

type Read = { reported: Reported; asks: string[] };

function readGoodDeed(typed: string): Read {
  const { value, asks } = accepted('text', typed, readReportText);
  return { reported: { kind: 'good_deed', text: value ?? typed.normalize('NFC') }, asks };
}

function readModel(typed: string): Read {
  const answers = readModelAnswers(typed);
  const title = accepted('title', answers['title'], readTitle);
  const owner = accepted('owner', answers['owner'], readOwner);
  const content = accepted('content', answers['content'], readReportText);
  return {
    reported: { kind: 'model', title: title.value, owner: owner.value, text: content.value ?? '' },
    asks: [...title.asks, ...owner.asks, ...content.asks],
  };
}

/** What the command takes of an answer, and what it would ask for instead. */
function accepted(argument: string, typed: string | undefined, read: (text: string) => string) {
  try {
    return typed === undefined ? { value: undefined, asks: [argument] } : { value: read(typed), asks: [] };
  } catch (error) {
    if (error instanceof UserError) return { value: undefined, asks: [argument] };
    throw error;
  }
}
