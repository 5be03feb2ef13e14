import type { App } from '../../app.ts';
import { mayActAs } from '../../chat/access.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { readCode, writeCode } from '../../chat/codes.ts';
import type { Answers, Choice } from '../../chat/command.ts';
import { fold } from '../../language/fold.ts';
import { toPlain } from '../../texts/markup.ts';
import { reportToChange } from './change-report.ts';
import { quote } from './receipt.ts';
import { codeOf, headingOf, type Report } from './report.ts';
import { newestReports, proposedReports, reportsOfPerson } from './report-store.ts';

const LOOKED_THROUGH = 200;
const MOST = 25;
const LONGEST_HEADING = 80;

/** Any report of the unit, newest first, by code or by its words. */
export async function completeReport(app: App, call: Call, typed: string): Promise<readonly Choice[]> {
  return matching(await newestReports(app.db, unitOf(call).id, LOOKED_THROUGH), typed, call);
}

function matching(reports: readonly Report[], typed: string, { t }: Call): Choice[] {
  return reports
    .filter((report) => fold(`${codeOf(report)} ${headingOf(report)}`).includes(fold(typed)))
    .slice(0, MOST)
    .map((report) => ({
      label: toPlain(
        t('complete.labelled', { code: codeOf(report), heading: quote(headingOf(report), LONGEST_HEADING) }),
      ),
      answer: codeOf(report),
    }));
}

/** A report that the person may change: their own, and to a coordinator every one. */
export async function completeOwnReport(app: App, call: Call, typed: string): Promise<readonly Choice[]> {
  if (mayActAs(call.caller.role, 'coordinator')) return completeReport(app, call, typed);
  const { reports } = await reportsOfPerson(app.db, unitOf(call).id, call.caller.personId, LOOKED_THROUGH);
  return matching(reports, typed, call);
}

/** A report that waits to be reviewed, after the codes that have been typed already. */
export async function completeWaiting(app: App, call: Call, typed: string): Promise<readonly Choice[]> {
  const { reports } = await proposedReports(app.db, unitOf(call).id, LOOKED_THROUGH);
  const [, before = '', last = ''] = /^(.*[\s,])?([^\s,]*)$/su.exec(typed) ?? [];
  const chosen = new Set(before.split(/[\s,]+/).map((code) => code.toUpperCase()));
  const left = reports.filter((report) => !chosen.has(codeOf(report)));
  return matching(left, last, call).map(({ label, answer }) => ({ label, answer: `${before}${answer}` }));
}

/** The words of the report that is to be corrected. @throws UserError when the person may not */
export async function currentWords(app: App, call: Call, { code }: Answers): Promise<Answers> {
  if (code === undefined) return {};
  const report = await reportToChange(app, unitOf(call).id, readCode(code), call.caller);
  if (report.kind !== 'model') return { text: report.text };
  const { title = writeCode(report.code), owner = '', text } = report;
  return { text: [title, owner, text].join(' | ') };
}
