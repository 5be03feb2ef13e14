import type { Temporal } from 'temporal-polyfill';
import { FIELDS, type Field } from '../../language/fields.ts';
import type { Period } from '../../language/period.ts';
import { SUBJECT_TYPES, type SubjectType } from '../../language/subject.ts';
import type { Alike } from '../reports/period-store.ts';
import type { Report } from '../reports/report.ts';

/** What a period comes to. Only verified reports are counted, each once; the rest is told apart. */
export type Totals = {
  period: Period;
  before: Period;
  deeds: ReportCounts;
  models: ReportCounts;
  fields: readonly { field: Field; deeds: number; models: number }[];
  received: { total: number; verified: number; proposed: number; returned: number };
};

export type Summary = Totals & { worthReading: readonly Report[]; newModels: readonly Report[] };

export type ReportCounts = {
  total: number;
  before: number;
  bySubject: readonly { subject: SubjectType; count: number }[];
};

/** Adds up the reports of a period, whatever their state, beside those of the period before. */
export function summarise(
  periods: { period: Period; before: Period },
  reports: readonly Alike[],
  earlier: readonly Alike[],
): Totals {
  const verified = reports.filter(isVerified);
  const deeds = verified.filter(isOfKind('good_deed'));
  const models = verified.filter(isOfKind('model'));
  const inState = (state: Alike['state']) => total(reports.filter((alike) => alike.state === state));
  return {
    ...periods,
    deeds: countsOf(deeds, earlier.filter(isOfKind('good_deed'))),
    models: countsOf(models, earlier.filter(isOfKind('model'))),
    fields: FIELDS.map((field) => ({
      field,
      deeds: total(deeds.filter((alike) => alike.field === field)),
      models: total(models.filter((alike) => alike.field === field)),
    })).filter((row) => row.deeds + row.models > 0),
    received: {
      total: total(reports) - inState('withdrawn'),
      verified: total(verified),
      proposed: inState('proposed'),
      returned: inState('returned'),
    },
  };
}

function isVerified({ state }: Alike): boolean {
  return state === 'verified';
}

function isOfKind(kind: Alike['kind']) {
  return (alike: Alike): boolean => alike.kind === kind;
}

function total(alikes: readonly Alike[]): number {
  return alikes.reduce((sum, { count }) => sum + count, 0);
}

function countsOf(verified: readonly Alike[], earlier: readonly Alike[]): ReportCounts {
  return {
    total: total(verified),
    before: total(earlier.filter(isVerified)),
    bySubject: SUBJECT_TYPES.map((subject) => ({
      subject,
      count: total(verified.filter(({ subjectType }) => subjectType === subject)),
    })),
  };
}

/** The period that follows, of the same kind. */
export function periodAfter({ kind, to }: Period): { from: Temporal.PlainDate; to: Temporal.PlainDate } {
  const from = to.add({ days: 1 });
  return {
    from,
    to: kind === 'week' ? from.add({ days: 6 }) : from.add({ months: 1 }).subtract({ days: 1 }),
  };
}
