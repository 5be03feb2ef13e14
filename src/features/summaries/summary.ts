import type { Temporal } from 'temporal-polyfill';
import { FIELDS, type Field } from '../../language/fields.ts';
import type { Period } from '../../language/period.ts';
import { SUBJECT_TYPES, type SubjectType } from '../../language/subject.ts';
import type { Report, ReportKind } from '../reports/report.ts';

/** What a period holds. Only verified reports are counted, each once; the rest is told apart. */
export type Summary = {
  period: Period;
  before: Period;
  deeds: ReportCounts;
  models: ReportCounts;
  fields: readonly { field: Field; deeds: number; models: number }[];
  received: { total: number; verified: number; proposed: number; returned: number };
  worthReading: readonly Report[];
  newModels: readonly Report[];
};

export type ReportCounts = {
  total: number;
  before: number;
  bySubject: readonly { subject: SubjectType; count: number }[];
};

/**
 * Adds up the reports of a period beside those of the period before.
 * `reports` and `earlier` are all reports that count for their days, whatever their state.
 */
export function summarise(
  periods: { period: Period; before: Period },
  reports: readonly Report[],
  earlier: readonly Report[],
  most: { worthReading: number },
): Summary {
  const verified = reports.filter(isVerified);
  const verifiedBefore = earlier.filter(isVerified);
  const deeds = ofKind(verified, 'good_deed');
  const models = ofKind(verified, 'model');
  const inState = (state: Report['state']) => reports.filter((report) => report.state === state).length;
  return {
    ...periods,
    deeds: count(verified, verifiedBefore, 'good_deed'),
    models: count(verified, verifiedBefore, 'model'),
    fields: FIELDS.map((field) => ({
      field,
      deeds: deeds.filter((report) => report.field === field).length,
      models: models.filter((report) => report.field === field).length,
    })).filter((row) => row.deeds + row.models > 0),
    received: {
      total: reports.length - inState('withdrawn'),
      verified: verified.length,
      proposed: inState('proposed'),
      returned: inState('returned'),
    },
    worthReading: mostWorthReading(deeds, most.worthReading),
    newModels: models,
  };
}

function isVerified(report: Report): boolean {
  return report.state === 'verified';
}

function ofKind(reports: readonly Report[], kind: ReportKind): Report[] {
  return reports.filter((report) => report.kind === kind);
}

function count(reports: readonly Report[], before: readonly Report[], kind: ReportKind): ReportCounts {
  const counted = ofKind(reports, kind);
  return {
    total: counted.length,
    before: ofKind(before, kind).length,
    bySubject: SUBJECT_TYPES.map((subject) => ({
      subject,
      count: counted.filter(({ subjectType }) => subjectType === subject).length,
    })),
  };
}

function mostWorthReading(reports: readonly Report[], most: number): Report[] {
  return reports
    .toSorted((one, other) => weight(other) - weight(one) || other.code.number - one.code.number)
    .slice(0, most)
    .toSorted((one, other) => one.code.number - other.code.number);
}

/** A named doer, a figure and some detail make a deed worth reading out; the newest first among equals. */
function weight({ owner, text }: Report): number {
  return (owner === undefined ? 0 : 1) + (/\d/.test(text) ? 1 : 0) + (text.length >= 60 ? 1 : 0);
}

/** The period that follows, of the same kind. */
export function periodAfter({ kind, to }: Period): { from: Temporal.PlainDate; to: Temporal.PlainDate } {
  const from = to.add({ days: 1 });
  return {
    from,
    to: kind === 'week' ? from.add({ days: 6 }) : from.add({ months: 1 }).subtract({ days: 1 }),
  };
}
