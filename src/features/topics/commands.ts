import { z } from 'zod';
import type { App } from '../../app.ts';
import { demandRole } from '../../chat/access.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { readCode, readCodes } from '../../chat/codes.ts';
import {
  type Answer,
  type Answers,
  argument,
  type Command,
  defineCommand,
  refTo,
} from '../../chat/command.ts';
import { demandRows } from '../../chat/files.ts';
import type { SentFile } from '../../chat/incoming.ts';
import type { Message } from '../../chat/message.ts';
import { demandAllUsed } from '../../chat/unused-words.ts';
import { fold } from '../../language/fold.ts';
import { toPlain } from '../../texts/markup.ts';
import { beginning } from '../../texts/shorten.ts';
import { UserError } from '../../texts/user-error.ts';
import { addMaterialCommand, materialCommand } from './material-commands.ts';
import { topicsOfSheet, topicsOfText } from './plan-topics.ts';
import { type PeriodLine, readPeriodLine, resolvePeriod } from './read-period.ts';
import type { WantedTopic } from './read-plan.ts';
import { readTopicWords } from './read-title.ts';
import { readTopicLine } from './read-topic-line.ts';
import { removeTopics, restoreTopic, type SetTopics, setTopics, topicWithCode } from './set-topics.ts';
import {
  codeOfTopic,
  monthPeriod,
  quarterPeriod,
  type Topic,
  type TopicPeriod,
  yearPeriod,
} from './topic.ts';
import {
  periodLabel,
  periodMessage,
  removedMessage,
  setMessage,
  todayMessage,
  topicMessage,
} from './topic-text.ts';
import { topicsOf, topicsWithin } from './topics-of.ts';

/** Of a plan. */
const MOST_BYTES = 1_000_000;
const SPREADSHEET = /\.(xlsx|xlsm|csv|tsv|txt)$/iu;

const ACTION = /^(xóa|xoá|xoa|remove|khôi phục|khoi phuc|khoiphuc|restore|thêm|them|add)\s+(.+)$/isu;
const ARGUMENT_OF: Record<string, 'remove' | 'restore' | 'add'> = {
  xoa: 'remove',
  remove: 'remove',
  'khoi phuc': 'restore',
  khoiphuc: 'restore',
  restore: 'restore',
  them: 'add',
  add: 'add',
};

type Wanted = { what: string; add: boolean; period: TopicPeriod | undefined; year: number | undefined };

const CODE_ALONE = /^#?cd[\s-]{0,3}\d{1,9}$/iu;

const TODAY = new Set(['', 'hom nay', 'today']);

const topic = defineCommand({
  name: 'chuyende',
  accented: 'chuyên-đề',
  aliases: ['cd', 'topic'],
  summary: 'topic.summary',
  example: 'topic.example',
  access: 'member',
  takesFiles: true,
  arguments: (call) =>
    z.object({
      what: argument(readTopicLine(call)).optional(),
      add: argument(readTopicLine(call)).optional(),
      remove: argument(readCodes).optional(),
      restore: argument(readCode).optional(),
      period: argument(readPeriodAnswer(call)).optional(),
      year: argument(readYear).optional(),
    }),
  read: readLine,
  run: async (app, call, { what = '', add, remove, restore, period, year }) => {
    if (remove || restore) demandRole(call.caller.role, 'administrator');
    if (remove) return removed(await removeTopics(app, unitOf(call), remove), call);
    if (restore) return restored(await restoreTopic(app, unitOf(call), restore), call);
    if (add !== undefined) return set(app, call, { what: add, add: true, period, year });
    if (period || year !== undefined) return set(app, call, { what, add: false, period, year });
    return (
      (await setFromFile(app, call, what)) ??
      (await view(app, call, what)) ??
      (await set(app, call, { what, add: false, period, year }))
    );
  },
});

export const topicCommands: readonly Command[] = [topic, materialCommand, addMaterialCommand];

function readPeriodAnswer({ now }: Call) {
  return (text: string): TopicPeriod => {
    const read = readPeriodLine(text, now.toPlainDate());
    if (read?.rest !== '') throw new UserError('topic.period_unknown', { text: beginning(text, 60) });
    return resolvePeriod(read.said, now.toPlainDate());
  };
}

function readYear(text: string): number {
  const year = yearIn(text);
  if (year === undefined) throw new UserError('topic.year_unknown');
  demandAllUsed(text.replace(String(year), '').replace(/năm|nam|year/iu, ''), String(year));
  return year;
}

function yearIn(text: string): number | undefined {
  const year = /(?<!\d)20\d\d(?!\d)/.exec(text)?.[0];
  return year === undefined ? undefined : Number(year);
}

/** `xóa CD3`, `khôi phục CD3`, `thêm tháng 12: …`, or anything else as it is. */
function readLine(line: string): Answers {
  const [, action = '', rest = ''] = ACTION.exec(line.normalize('NFC')) ?? [];
  const argument = ARGUMENT_OF[fold(action)];
  return argument ? { [argument]: rest } : { what: line };
}

function removed(topics: readonly Topic[], { t }: Call): Answer {
  return { ...removedMessage(topics, t), ref: refTo(topics.map(codeOfTopic)) };
}

function restored(topic: Topic, { t }: Call): Answer {
  return { ...topicMessage(topic, t, t('topic.restored')), ref: codeOfTopic(topic) };
}

async function set(app: App, call: Call, wanted: Wanted): Promise<Answer> {
  demandRole(call.caller.role, 'administrator');
  const topics = wantedTopics(call, wanted);
  const how = wanted.add ? 'add' : 'replace';
  return wasSet(await setTopics(app, unitOf(call), topics, how, call.caller.personId), call);
}

function wasSet(set: SetTopics, { t }: Call): Answer {
  return { ...setMessage(set, t), ref: refTo(set.topics.map(codeOfTopic)) };
}

/** What is to be set, from one line or from the lines of a plan. */
function wantedTopics(call: Call, { what, period, year }: Wanted): WantedTopic[] {
  if (period) return [{ period, ...readTopicWords(what) }];
  if (what.trim().includes('\n')) return topicsOfText(what, year, call.now.toPlainDate(), call.t);
  const read = readPeriodLine(what, call.now.toPlainDate());
  if (!read) return askPeriod(call);
  return [{ period: resolvePeriod(read.said, call.now.toPlainDate()), ...readTopicWords(read.rest) }];
}

/** @throws UserError that asks which period a title is for */
function askPeriod({ now, t }: Call): never {
  const next = now.toPlainDate().add({ months: 1 });
  const periods = [
    monthPeriod(now.year, now.month),
    monthPeriod(next.year, next.month),
    quarterPeriod(now.year, Math.ceil(now.month / 3)),
    yearPeriod(now.year),
  ];
  throw new UserError('topic.which_period').about(
    'period',
    periods.map((period) => toPlain(periodLabel(period, t))),
  );
}

/** A plan that came as a file; the words beside it may say the year. */
async function setFromFile(app: App, call: Call, words: string): Promise<Answer | undefined> {
  const sheet = call.attached.find(isSpreadsheet);
  const [other] = call.incoming.kind === 'message' ? (call.incoming.files ?? []) : [];
  const isBare = words.trim() === '' || yearIn(words) !== undefined;
  if (!leaveItToFile(words, call) || (!sheet && !(other && isBare))) return undefined;
  demandRole(call.caller.role, 'administrator');
  if (!sheet) throw new UserError('topic.sheet_unknown_type', { name: beginning(other?.name ?? '', 80) });
  const plan = demandRows(call, sheet, MOST_BYTES);
  const topics = topicsOfSheet(plan, yearIn(words), call.now.toPlainDate(), call.t);
  return wasSet(await setTopics(app, unitOf(call), topics, 'replace', call.caller.personId), call);
}

function isSpreadsheet({ name, mimeType = '' }: SentFile): boolean {
  return SPREADSHEET.test(name) || /spreadsheetml|text\/csv/.test(mimeType);
}

/** Whether words beside a file leave it to the file: none, a year, or something like "kế hoạch năm 2026". */
function leaveItToFile(words: string, { now }: Call): boolean {
  const line = words.trim();
  if (line.includes('\n') || CODE_ALONE.test(line)) return false;
  const read = readPeriodLine(line, now.toPlainDate());
  return !read || (read.said.scope === 'year' && read.rest === '');
}

/** What a line asks to see; nothing when it sets something. */
async function view(app: App, call: Call, what: string): Promise<Message | undefined> {
  const line = what.trim();
  if (TODAY.has(fold(line))) return today(app, call);
  if (CODE_ALONE.test(line))
    return topicMessage(await topicWithCode(app, unitOf(call), readCode(line)), call.t);
  if (line.includes('\n')) return undefined;
  const read = readPeriodLine(line, call.now.toPlainDate());
  return read?.rest === '' ? inPeriod(app, call, read) : undefined;
}

async function today(app: App, call: Call): Promise<Message> {
  const date = call.now.toPlainDate();
  return todayMessage(await topicsOf(app, unitOf(call).id, date), date, call.t);
}

async function inPeriod(app: App, call: Call, { said }: PeriodLine): Promise<Message> {
  const period = resolvePeriod(said, call.now.toPlainDate(), call.now.year);
  return periodMessage(await topicsWithin(app, unitOf(call).id, period), period, call.t);
}
