import type { Temporal } from 'temporal-polyfill';
import { type Code, writeCode } from '../../chat/codes.ts';
import type { MissingFile } from '../../chat/files.ts';
import type { OutgoingFile } from '../../chat/message.ts';
import { FIELDS, type Field } from '../../language/fields.ts';
import type { SubjectType } from '../../language/subject.ts';

export type ReportKind = 'good_deed' | 'model';

/** What of a report a person can choose: these stay when its words change. */
export const HAND_SET = ['owner', 'subject', 'field', 'date'] as const;
export type HandSet = (typeof HAND_SET)[number];

export const REPORT_STATES = ['proposed', 'verified', 'returned', 'withdrawn'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** A good deed or a model, as it is kept. */
export type Report = {
  id: string;
  unitId: string;
  kind: ReportKind;
  code: Code;
  text: string;
  title: string | undefined;
  owner: string | undefined;
  field: Field;
  subjectType: SubjectType;
  date: Temporal.PlainDate;
  /** The words leave the day open; `date` is one that they allow. */
  dateOpen?: boolean | undefined;
  /** What a person chose, which new words do not change. */
  byHand?: readonly HandSet[] | undefined;
  state: ReportState;
  returnReason: string | undefined;
  reporterId: string;
  reporterName: string;
  channelId: string;
  /** The message that it was made of; undefined where there was none, as with a form. */
  messageId: string | undefined;
  /** Somebody else's message that it was made of. */
  source?: { author: string; link: string } | undefined;
  /** The names of the files that came with it before files were kept. */
  namesOfFiles?: readonly string[] | undefined;
  createdAt: Temporal.Instant;
};

/** A file that came with a report: kept, or missing. */
export type ReportFile = OutgoingFile | Pick<MissingFile, 'name' | 'missing'>;
/** What of a report can change. */
export type Changeable = Pick<
  Report,
  'text' | 'title' | 'owner' | 'field' | 'subjectType' | 'date' | 'state' | 'returnReason'
>;

/** What can happen to a report once it is made. */
export const REPORT_ACTIONS = [
  'correct',
  'field',
  'subject',
  'owner',
  'date',
  'attach',
  'verify',
  'return',
  'withdraw',
  'restore',
] as const;
export type ReportAction = (typeof REPORT_ACTIONS)[number];

export const PREFIX_OF = { good_deed: 'VT', model: 'MH' } as const;

export function codeOf(report: Pick<Report, 'code'>): string {
  return writeCode(report.code);
}

/** The kind that a code names, where it names a report at all. */
export function kindOf(code: Code): ReportKind | undefined {
  return code.prefix === 'VT' ? 'good_deed' : code.prefix === 'MH' ? 'model' : undefined;
}

export function readField(text: string): Field {
  return FIELDS.find((field) => field === text) ?? 'other';
}

/** What to call a report in one line. */
export function headingOf(report: Report): string {
  return report.title ?? report.text;
}
