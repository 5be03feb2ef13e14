import { z } from 'zod';
import { MOST_BYTES } from '../../blobs/blobs.ts';
import { button } from '../../chat/button.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { codeAnd, readCode } from '../../chat/codes.ts';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
import { demandKept } from '../../chat/files.ts';
import { joinMarkup } from '../../texts/markup.ts';
import {
  attachFiles,
  chooseByHand,
  correctReport,
  lastCorrection,
  reportToChange,
  reportWithCode,
  restoreReport,
  withdrawReport,
} from './change-report.ts';
import { choiceCommands } from './choice-commands.ts';
import { completeOwnReport, completeReport, currentWords } from './complete.ts';
import { readParts } from './read-parts.ts';
import { readModelAnswers, readOwner, readReportText, readTitle } from './read-report.ts';
import { listLine, receipt, reportMessage } from './receipt.ts';
import { demandNewSource, recordReport } from './record-report.ts';
import { codeOf, type ReportKind } from './report.ts';
import { reportsOfPerson } from './report-store.ts';
import type { Reported } from './understand-report.ts';

const MOST_LISTED = 15;

const goodDeed = defineCommand({
  name: 'viectot',
  accented: 'việc-tốt',
  aliases: ['vt', 'gooddeed'],
  summary: 'good_deed.summary',
  example: 'good_deed.example',
  access: 'member',
  takesEdits: true,
  takesFiles: true,
  onMessage: 'good_deed.on_message',
  arguments: z.object({ text: argument(readReportText), again: argument(() => true).optional() }),
  ask: { text: 'good_deed.ask_text' },
  current: async (app, call) => {
    await demandNewSource(app, call);
    return {};
  },
  run: async (app, call, { text, again }) => {
    const recorded = await recordReport(app, call, { kind: 'good_deed', text }, again ?? false);
    return recorded && receipt(app, recorded.report, call.t, recorded.isNew ? 'recorded' : 'corrected');
  },
});

const model = defineCommand({
  name: 'mohinh',
  accented: 'mô-hình',
  aliases: ['mh', 'model'],
  summary: 'model.summary',
  example: 'model.example',
  access: 'member',
  takesEdits: true,
  takesFiles: true,
  arguments: () =>
    z.object({
      title: argument(readTitle),
      owner: argument(readOwner),
      content: argument(readReportText),
      again: argument(() => true).optional(),
    }),
  ask: { title: 'model.ask_title', owner: 'model.ask_owner', content: 'model.ask_content' },
  read: readModelAnswers,
  run: async (app, call, { title, owner, content, again }) => {
    const reported = { kind: 'model', text: content, title, owner } as const;
    const recorded = await recordReport(app, call, reported, again ?? false);
    return recorded && receipt(app, recorded.report, call.t, recorded.isNew ? 'recorded' : 'corrected');
  },
});

const show = defineCommand({
  name: 'xem',
  accented: 'xem',
  aliases: ['view'],
  summary: 'view.summary',
  example: 'view.example',
  access: 'member',
  arguments: () => z.object({ code: argument(readCode) }),
  ask: { code: 'report.ask_code' },
  complete: { code: completeReport },
  run: async (app, call, { code }) => {
    const unit = unitOf(call);
    const report = await reportWithCode(app, unit.id, code);
    return reportMessage(app, report, call.t, await lastCorrection(app, unit, report, call.caller));
  },
});

const mine = defineCommand({
  name: 'cuatoi',
  accented: 'của-tôi',
  aliases: ['mine'],
  summary: 'mine.summary',
  example: 'mine.example',
  access: 'member',
  run: async (app, call) => {
    const { t, caller } = call;
    const { reports, count } = await reportsOfPerson(app.db, unitOf(call).id, caller.personId, MOST_LISTED);
    if (count === 0) return { text: t('mine.empty') };
    const more = count > reports.length ? [t('list.more', { n: count - reports.length })] : [];
    const lines = reports.map((report) => listLine(report, t));
    return { text: joinMarkup([t('mine.heading', { n: count }), ...lines, ...more]), privately: true };
  },
});

const correct = defineCommand({
  name: 'sua',
  accented: 'sửa',
  aliases: ['edit'],
  summary: 'edit.summary',
  example: 'edit.example',
  access: 'member',
  takesFiles: true,
  arguments: (call) => z.object({ code: argument(readCode), text: wordsBeside(call) }),
  ask: { code: 'report.ask_code', text: 'edit.ask_text' },
  complete: { code: completeOwnReport },
  current: currentWords,
  read: codeAnd('text'),
  run: async (app, call, { code, text }) => {
    const report = await reportToChange(app, unitOf(call).id, code, call.caller);
    const files = demandKept(call, call.attached, MOST_BYTES);
    const attached = files.length > 0 ? await attachFiles(app, report, files, call.caller) : report;
    if (text === undefined) return receipt(app, attached, call.t, 'corrected');
    if (typeof text !== 'string')
      return receipt(app, await chooseByHand(app, attached, text, call.caller), call.t, 'corrected');
    const reported = readCorrection(report.kind, text);
    const corrected = await correctReport(app, unitOf(call), attached, reported, call.caller);
    return receipt(app, corrected, call.t, 'corrected');
  },
});

const withdraw = defineCommand({
  name: 'rut',
  accented: 'rút',
  aliases: ['xoa', 'withdraw'],
  summary: 'withdraw.summary',
  example: 'withdraw.example',
  access: 'member',
  arguments: () => z.object({ code: argument(readCode) }),
  ask: { code: 'report.ask_code' },
  complete: { code: completeOwnReport },
  run: async (app, call, args) => {
    const report = await reportToChange(app, unitOf(call).id, args.code, call.caller);
    await withdrawReport(app, report, call.caller.personId);
    const code = codeOf(report);
    const restore = button(call.t, 'button.restore', `/khoiphuc ${code}`);
    return { text: call.t('withdraw.done', { code }), buttons: [[restore]], inPlace: true, ref: code };
  },
});

const restore = defineCommand({
  name: 'khoiphuc',
  accented: 'khôi-phục',
  aliases: ['restore'],
  summary: 'restore.summary',
  example: 'restore.example',
  access: 'member',
  listed: false,
  arguments: () => z.object({ code: argument(readCode) }),
  ask: { code: 'report.ask_code' },
  run: async (app, call, { code }) => {
    const report = await reportToChange(app, unitOf(call).id, code, call.caller);
    return receipt(app, await restoreReport(app, report, call.caller.personId), call.t, 'corrected');
  },
});

export const reportCommands: readonly Command[] = [
  goodDeed,
  model,
  show,
  mine,
  correct,
  withdraw,
  restore,
  ...choiceCommands,
];

/**
 * What is to stand there from now on, or what was chosen: `người: …, ngày: …`. Only a file, which has its name in
 * place of words, leaves the words as they are.
 */
function wordsBeside({ attached: [file], t, now }: Call) {
  const read = (text: string) => readParts(text, t, now.toPlainDate()) ?? readReportText(text);
  const words = argument((text) => (text === file?.name ? undefined : read(text)));
  return file ? words.optional() : words;
}

/** @throws UserError about the part that cannot be read */
function readCorrection(kind: ReportKind, text: string): Reported {
  const parts = kind === 'model' && /[|\n]/.test(text) ? readModelAnswers(text) : {};
  const { title, owner, content } = parts;
  return {
    kind,
    text: content === undefined ? text : readReportText(content),
    ...(title === undefined ? {} : { title: readTitle(title) }),
    ...(owner === undefined ? {} : { owner: readOwner(owner) }),
  };
}
