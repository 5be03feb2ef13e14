import type { App } from '../../app.ts';
import { MOST_BYTES } from '../../blobs/blobs.ts';
import { mayActAs } from '../../chat/access.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { type Code, writeCode } from '../../chat/codes.ts';
import { demandKept } from '../../chat/files.ts';
import { onWall } from '../../core/local-time.ts';
import { UserError } from '../../texts/user-error.ts';
import { codeOf, type Report, type ReportState } from './report.ts';
import { addFiles } from './report-files.ts';
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
  if (report.reporterId === call.caller.personId || mayActAs(call.caller.role, 'coordinator')) return;
  throw new UserError('report.not_yours', { code: codeOf(report) });
}

/** Writes a change down together with who made it. */
export async function change(
  app: App,
  call: Call,
  before: Report,
  after: Partial<Report>,
  action: string,
  note?: string,
): Promise<Report> {
  const report = { ...before, ...after };
  await updateReport(app.db, report, {
    id: app.newId(),
    at: app.clock.now(),
    by: call.caller.personId,
    action,
    before: before.state,
    ...(note === undefined ? {} : { note }),
  });
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

/**
 * Adds files to a report.
 * @throws UserError when it has been withdrawn, or one of them is not to be had
 */
export async function attachFiles(app: App, call: Call, report: Report): Promise<Report> {
  if (report.state === 'withdrawn') throw new UserError('report.is_withdrawn', { code: codeOf(report) });
  await addFiles(app, report, demandKept(call, call.attached, MOST_BYTES));
  const attached = { state: stateAfterCorrection(call, report), returnReason: undefined };
  return change(app, call, report, attached, 'attach');
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
