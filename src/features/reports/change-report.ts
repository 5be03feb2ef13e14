import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { mayActAs, RoleRefusal } from '../../chat/access.ts';
import type { Caller, Unit } from '../../chat/call.ts';
import { type Code, writeCode } from '../../chat/codes.ts';
import { onWall } from '../../core/local-time.ts';
import type { Field } from '../../language/fields.ts';
import type { SubjectType } from '../../language/subject.ts';
import { UserError } from '../../texts/user-error.ts';
import {
  type Changeable,
  codeOf,
  HAND_SET,
  type HandSet,
  type Report,
  type ReportAction,
  type ReportFile,
  type ReportState,
} from './report.ts';
import { changesOf, insertChange } from './report-change-store.ts';
import { addFiles } from './report-files.ts';
import { findReport, updateReport } from './report-store.ts';
import { type Reported, understandReport } from './understand-report.ts';

/** @throws UserError when the unit has no such report */
export async function reportWithCode(app: App, unitId: string, code: Code): Promise<Report> {
  const report = await findReport(app.db, unitId, code);
  if (!report) throw new UserError('report.not_found', { code: writeCode(code) });
  return report;
}

/** The same, of a person who may change it. @throws UserError when they may not */
export async function reportToChange(app: App, unitId: string, code: Code, caller: Caller): Promise<Report> {
  const report = await reportWithCode(app, unitId, code);
  mayChange(caller, report);
  return report;
}

/** @throws RoleRefusal when the person neither sent the report nor is a coordinator */
export function mayChange(caller: Caller, report: Report): void {
  if (!isTheirs(caller, report)) throw new RoleRefusal('report.not_yours', { code: codeOf(report) });
}

function isTheirs(caller: Caller, report: Report): boolean {
  return report.reporterId === caller.personId || mayActAs(caller.role, 'coordinator');
}

/** Writes a change down together with who made it, and what stood there before. */
export async function changeReport(
  app: App,
  before: Report,
  after: Partial<Changeable & Pick<Report, 'byHand' | 'dateOpen'>>,
  how: { action: ReportAction; by: string; note?: string },
): Promise<Report> {
  const report = { ...before, ...after };
  const at = app.clock.now();
  await updateReport(app.db, report, at);
  await insertChange(app.db, report, { id: app.newId(), at, before, ...how });
  return report;
}

/**
 * Takes new words for a report and reads them anew.
 * @throws UserError when it has been withdrawn
 */
export async function correctReport(
  app: App,
  unit: Unit,
  report: Report,
  reported: Reported,
  caller: Caller,
): Promise<Report> {
  if (report.state === 'withdrawn') throw new UserError('report.is_withdrawn', { code: codeOf(report) });
  // The same words sent once more answer what it was returned for; otherwise they change nothing.
  if (report.state !== 'returned' && isSaidAlready(report, reported)) return report;
  const sent = onWall(report.createdAt, unit.timeZone).toPlainDate();
  const corrected = {
    ...readAnew(report, reported, sent),
    text: reported.text,
    title: reported.title ?? report.title,
    state: stateAfterCorrection(caller, report),
    returnReason: undefined,
  };
  return changeReport(app, report, corrected, { action: 'correct', by: caller.personId });
}

/** What the new words say, except of what a person chose; a model stays what it is while its title and owner do. */
function readAnew(report: Report, reported: Reported, sent: Temporal.PlainDate) {
  const isModel = report.kind === 'model';
  const { title = report.title, owner = isModel ? report.owner : undefined } = reported;
  const { day, ...understood } = understandReport({ ...reported, title, owner }, sent);
  const byHand = report.byHand ?? [];
  const keeps = (part: HandSet, isSame: boolean) => byHand.includes(part) || (isModel && isSame);
  const keepsOwner = byHand.includes('owner') && reported.owner === undefined;
  const keepsDate = byHand.includes('date') || day === undefined;
  return {
    field: keeps('field', title === report.title) ? report.field : understood.field,
    subjectType: keeps('subject', owner === report.owner) ? report.subjectType : understood.subjectType,
    owner: keepsOwner ? report.owner : (understood.owner ?? (isModel ? report.owner : undefined)),
    date: keepsDate ? report.date : day.date,
    dateOpen: keepsDate ? report.dateOpen : !day.sure,
  };
}

/**
 * Takes what a person chose, which stays when the words change. A reporter's choice is reviewed again.
 * @throws UserError when it has been withdrawn
 */
export async function chooseByHand(
  app: App,
  report: Report,
  chosen: Chosen,
  caller: Caller,
): Promise<Report> {
  if (report.state === 'withdrawn') throw new UserError('report.is_withdrawn', { code: codeOf(report) });
  const parts = HAND_SET.filter((part) => chosen[part] !== undefined);
  const isSame = isAlready(report, chosen);
  if (isSame && parts.every((part) => report.byHand?.includes(part))) return report;
  const after = {
    owner: chosen.owner ?? report.owner,
    subjectType: chosen.subject ?? report.subjectType,
    field: chosen.field ?? report.field,
    date: chosen.date ?? report.date,
    dateOpen: chosen.date ? false : report.dateOpen,
    byHand: HAND_SET.filter((part) => report.byHand?.includes(part) || parts.includes(part)),
    ...(isSame ? {} : reviewAgain(caller, report, chosen)),
  };
  const [only, ...more] = parts;
  const action = only && more.length === 0 ? only : 'correct';
  return changeReport(app, report, after, { action, by: caller.personId });
}

/** Whether the report stands as it is chosen to stand. */
function isAlready(report: Report, { owner, subject, field, date }: Chosen): boolean {
  return (
    (owner ?? report.owner) === report.owner &&
    (subject ?? report.subjectType) === report.subjectType &&
    (field ?? report.field) === report.field &&
    (date === undefined || (date.equals(report.date) && !report.dateOpen))
  );
}

/** A reporter's choice sends a verified report back, who or when completes one that was returned. */
function reviewAgain(caller: Caller, report: Report, { owner, date }: Chosen) {
  const isComplete = report.state === 'returned' && (owner !== undefined || date !== undefined);
  if (report.state !== 'verified' && !isComplete) return {};
  return { state: stateAfterCorrection(caller, report), returnReason: undefined };
}

/** What a person chose instead of what the bot read. */
export type Chosen = {
  readonly owner?: string | undefined;
  readonly subject?: SubjectType | undefined;
  readonly field?: Field | undefined;
  readonly date?: Temporal.PlainDate | undefined;
};

/** Whether the report stands as it is now told. */
export function isSaidAlready(report: Report, { text, title, owner }: Reported): boolean {
  return (
    text === report.text &&
    (title ?? report.title) === report.title &&
    (owner ?? report.owner) === report.owner
  );
}

/** Adds files to a report. @throws UserError when it has been withdrawn, or they become too many */
export async function attachFiles(
  app: App,
  report: Report,
  files: readonly ReportFile[],
  caller: Caller,
): Promise<Report> {
  if (report.state === 'withdrawn') throw new UserError('report.is_withdrawn', { code: codeOf(report) });
  await addFiles(app, report, files);
  const attached = { state: stateAfterCorrection(caller, report), returnReason: undefined };
  return changeReport(app, report, attached, { action: 'attach', by: caller.personId });
}

/** A reporter's correction has to be reviewed again; a coordinator's has been. */
function stateAfterCorrection({ role }: Caller, { state }: Report): ReportState {
  return state === 'verified' && mayActAs(role, 'coordinator') ? 'verified' : 'proposed';
}

/** Withdrawn reports are kept and no longer counted. @throws UserError when it already is */
export async function withdrawReport(app: App, report: Report, by: string): Promise<Report> {
  if (report.state === 'withdrawn') throw new UserError('report.is_withdrawn', { code: codeOf(report) });
  return changeReport(app, report, { state: 'withdrawn' }, { action: 'withdraw', by });
}

/** Takes a withdrawal back; the report waits for review again. @throws UserError when it was not withdrawn */
export async function restoreReport(app: App, report: Report, by: string): Promise<Report> {
  if (report.state !== 'withdrawn') throw new UserError('report.not_withdrawn', { code: codeOf(report) });
  return changeReport(app, report, { state: 'proposed', returnReason: undefined }, { action: 'restore', by });
}

/** When a report was last corrected, and by whom. */
export type Correction = { when: Temporal.ZonedDateTime; name: string };

const CORRECTIONS: readonly ReportAction[] = ['correct', 'field', 'subject', 'owner', 'date', 'attach'];

/** Told to those who may change the report themselves; to nobody else. */
export async function lastCorrection(
  app: App,
  { timeZone }: Unit,
  report: Report,
  caller: Caller,
): Promise<Correction | undefined> {
  if (!isTheirs(caller, report)) return undefined;
  const changes = await changesOf(app.db, report.id);
  const last = changes.findLast(({ action }) => CORRECTIONS.includes(action));
  return last && { when: onWall(last.at, timeZone), name: last.byName };
}
