import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { mayActAs } from '../../chat/access.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { type Code, writeCode } from '../../chat/codes.ts';
import { onWall } from '../../core/local-time.ts';
import { UserError } from '../../texts/user-error.ts';
import { type Changeable, codeOf, type Report, type ReportAction, type ReportState } from './report.ts';
import { changesOf, insertChange } from './report-change-store.ts';
import { findReport, updateReport } from './report-store.ts';
import { type Reported, understand } from './understand-report.ts';

/** @throws UserError when the unit has no such report */
export async function reportWithCode(app: App, call: Call, code: Code): Promise<Report> {
  const report = await findReport(app.db, unitOf(call).id, code);
  if (!report) throw new UserError('report.not_found', { code: writeCode(code) });
  return report;
}

/** @throws UserError when the person neither sent the report nor is a coordinator */
export function mayChange(call: Call, report: Report): void {
  if (!isTheirs(call, report)) throw new UserError('report.not_yours', { code: codeOf(report) });
}

function isTheirs({ caller }: Call, report: Report): boolean {
  return report.reporterId === caller.personId || mayActAs(caller.role, 'coordinator');
}

/** Writes a change down together with who made it, and what stood there before. */
export async function change(
  app: App,
  call: Call,
  before: Report,
  after: Partial<Changeable>,
  action: ReportAction,
  note?: string,
): Promise<Report> {
  const report = { ...before, ...after };
  const at = app.clock.now();
  await updateReport(app.db, report, at);
  await insertChange(app.db, report, { id: app.newId(), at, by: call.caller.personId, action, before, note });
  return report;
}

/**
 * Takes new words for a report and reads them anew.
 * @throws UserError when it has been withdrawn
 */
export async function correctReport(
  app: App,
  call: Call,
  report: Report,
  reported: Reported,
): Promise<Report> {
  if (report.state === 'withdrawn') throw new UserError('report.is_withdrawn', { code: codeOf(report) });
  const sent = onWall(report.createdAt, unitOf(call).timeZone).toPlainDate();
  const { named, ...understood } = understand(reported, sent);
  const corrected = {
    ...understood,
    date: named ?? report.date,
    text: reported.text,
    title: reported.title ?? report.title,
    owner: reported.owner ?? (report.kind === 'model' ? report.owner : understood.owner),
    state: stateAfterCorrection(call, report),
    returnReason: undefined,
  };
  return change(app, call, report, corrected, 'correct');
}

/** A reporter's correction has to be reviewed again; a coordinator's has been. */
function stateAfterCorrection(call: Call, { state }: Report): ReportState {
  return state === 'verified' && mayActAs(call.caller.role, 'coordinator') ? 'verified' : 'proposed';
}

/** Withdrawn reports are kept and no longer counted. @throws UserError when it already is */
export async function withdrawReport(app: App, call: Call, report: Report): Promise<Report> {
  if (report.state === 'withdrawn') throw new UserError('report.is_withdrawn', { code: codeOf(report) });
  return change(app, call, report, { state: 'withdrawn' }, 'withdraw');
}

/** Takes a withdrawal back; the report waits for review again. @throws UserError when it was not withdrawn */
export async function restoreReport(app: App, call: Call, report: Report): Promise<Report> {
  if (report.state !== 'withdrawn') throw new UserError('report.not_withdrawn', { code: codeOf(report) });
  return change(app, call, report, { state: 'proposed', returnReason: undefined }, 'restore');
}

/** When the words of a report were last put right, and by whom. */
export type Correction = { when: Temporal.ZonedDateTime; name: string };

const CORRECTIONS: readonly ReportAction[] = ['correct', 'field', 'subject'];

/** Told to those who may change the report themselves; to nobody else. */
export async function lastCorrection(app: App, call: Call, report: Report): Promise<Correction | undefined> {
  if (!isTheirs(call, report)) return undefined;
  const changes = await changesOf(app.db, report.id);
  const last = changes.findLast(({ action }) => CORRECTIONS.includes(action));
  return last && { when: onWall(last.at, unitOf(call).timeZone), name: last.byName };
}
