import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { App } from '../../app.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { type Code, codeAnd, readCode } from '../../chat/codes.ts';
import { type Answer, argument, type Command, defineCommand } from '../../chat/command.ts';
import { nameOrAsk, unusedWords } from '../../chat/unused-words.ts';
import { readDeedDay } from '../../language/deed-date.ts';
import { timeInName } from '../../language/time-in-name.ts';
import { toPlain } from '../../texts/markup.ts';
import { type Chosen, chooseByHand, reportToChange } from './change-report.ts';
import { fieldChoices, readFieldName, readSubjectName, subjectChoices } from './choices.ts';
import { readDeedDayAnswer } from './read-parts.ts';
import { readOwner } from './read-report.ts';
import { receipt } from './receipt.ts';

const setField = defineCommand({
  name: 'linhvuc',
  accented: 'lĩnh-vực',
  aliases: ['field'],
  summary: 'field.summary',
  example: 'field.example',
  access: 'member',
  listed: false,
  arguments: (call) => z.object({ code: argument(readCode), field: argument(readFieldName(call.t)) }),
  ask: { code: 'report.ask_code', field: 'field.ask' },
  choices: { field: ({ t }) => fieldChoices(t) },
  read: codeAnd('field'),
  run: (app, call, { code, field }) => choose(app, call, code, { field }),
});

const setSubject = defineCommand({
  name: 'doituong',
  accented: 'đối-tượng',
  aliases: ['subject'],
  summary: 'subject.summary',
  example: 'subject.example',
  access: 'member',
  listed: false,
  arguments: (call) => z.object({ code: argument(readCode), subject: argument(readSubjectName(call.t)) }),
  ask: { code: 'report.ask_code', subject: 'subject.ask' },
  choices: { subject: ({ t }) => subjectChoices(t) },
  read: codeAnd('subject'),
  run: (app, call, { code, subject }) => choose(app, call, code, { subject }),
});

const setOwner = defineCommand({
  name: 'nguoi',
  accented: 'người',
  aliases: ['who'],
  summary: 'report_owner.summary',
  example: 'report_owner.example',
  access: 'member',
  listed: false,
  arguments: () =>
    z.object({ code: argument(readCode), owner: argument((text) => readOwner(nameOrAsk(text))) }),
  ask: { code: 'report.ask_code', owner: 'report_owner.ask' },
  read: codeAnd('owner'),
  run: (app, call, { code, owner }) => choose(app, call, code, { owner }),
});

const setDate = defineCommand({
  name: 'ngay',
  accented: 'ngày',
  aliases: ['day'],
  summary: 'report_date.summary',
  example: 'report_date.example',
  access: 'member',
  listed: false,
  arguments: ({ now }) =>
    z.object({ code: argument(readCode), date: argument(readOnlyDay(now.toPlainDate())) }),
  ask: { code: 'report.ask_code', date: 'report_date.ask' },
  choices: {
    date: ({ t }) =>
      (['today', 'yesterday'] as const).map((day) => wordFor(toPlain(t(`report_date.${day}`)))),
  },
  read: codeAnd('date'),
  run: (app, call, { code, date }) => choose(app, call, code, { date }),
});

/** A day, and nothing behind it that smells of another time. @throws UserError naming that */
function readOnlyDay(today: Temporal.PlainDate) {
  const read = readDeedDayAnswer(today);
  return (text: string): Temporal.PlainDate => {
    const day = read(text);
    const words = text.trim().split(/\s+/);
    const first = (count: number) => words.slice(0, count).join(' ');
    const isSaidBy = (line: string) =>
      [line, `ngày ${line}`].some((each) => readDeedDay(each, { today })?.date.equals(day));
    const enough = words.findIndex((_, at) => isSaidBy(first(at + 1))) + 1;
    const stray = timeInName(words.slice(enough).join(' '));
    if (stray.length > 0) throw unusedWords(stray, [first(enough)]);
    return day;
  };
}

function wordFor(word: string) {
  return { label: word, answer: word };
}

async function choose(app: App, call: Call, code: Code, chosen: Chosen): Promise<Answer> {
  const report = await reportToChange(app, unitOf(call).id, code, call.caller);
  return receipt(app, await chooseByHand(app, report, chosen, call.caller), call.t, 'corrected');
}

/** What a person may choose instead of what the bot read. */
export const choiceCommands: readonly Command[] = [setField, setSubject, setOwner, setDate];
