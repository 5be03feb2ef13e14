import type { Temporal } from 'temporal-polyfill';
import { button } from '../../chat/button.ts';
import type { Message } from '../../chat/message.ts';
import { formatDate } from '../../core/written-day.ts';
import type { Period } from '../../language/period.ts';
import { formatMoment, formatPeriod } from '../../texts/format.ts';
import { joinMarkup, type Markup, toPlain } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import type { AttendanceFigures } from '../attendance/attendance-between.ts';
import { attendanceLine } from '../attendance/summary-line.ts';
import { sessionLine } from '../planning/schedule-text.ts';
import { quote } from '../reports/receipt.ts';
import { codeOf, type Report } from '../reports/report.ts';
import type { ComingSession } from '../sessions/coming-sessions.ts';
import { periodAfter, type ReportCounts, type Summary } from './summary.ts';
import { summaryTitle } from './summary-title.ts';

/** A summary ready to be handed upward: sections with an empty line between them. */
export function summaryMessage(
  summary: Summary,
  about: {
    unit: string;
    waiting: number;
    attendance?: AttendanceFigures | undefined;
    sessions: readonly ComingSession[];
    now: Temporal.ZonedDateTime;
  },
  t: Translator,
): Message {
  const { from, to } = summary.period;
  const sections = [
    [summaryTitle(summary.period, t), t('summary.unit', { unit: about.unit })],
    [...general(summary, t), ...(about.attendance ? attendanceLine(about.attendance, t) : [])],
    fields(summary, t),
    reading(summary, t),
    waiting(summary, about.waiting, t),
    coming(summary, about.sessions, t),
    [t('summary.basis', { moment: formatMoment(about.now, t.language) })],
  ];
  const text = joinMarkup(
    sections.filter((lines) => lines.length > 0).map((lines) => joinMarkup(lines)),
    '\n\n',
  );
  const open = button(t, 'button.open_figures', `/danhsach ${from} ${to}`);
  return summary.received.total === 0 ? { text } : { text, buttons: [[open]] };
}

function waiting({ received }: Summary, waitingInAll: number, t: Translator): Markup[] {
  if (waitingInAll === 0 && received.returned === 0) return [];
  return [t('summary.waiting'), t('summary.waiting_line', { n: waitingInAll, returned: received.returned })];
}

function general({ deeds, models, received, period }: Summary, t: Translator): Markup[] {
  return [
    t('summary.general'),
    t('summary.deeds', {
      n: deeds.total,
      comparison: comparison(deeds, period.kind, t),
      subjects: bySubject(deeds, t),
    }),
    t('summary.models', {
      n: models.total,
      comparison: comparison(models, period.kind, t),
      subjects: bySubject(models, t),
    }),
    t('summary.received', {
      n: received.total,
      verified: received.verified,
      proposed: received.proposed,
      returned: received.returned,
    }),
  ];
}

/** `tuần trước 29, tăng 8` */
function comparison({ total, before }: ReportCounts, kind: Period['kind'], t: Translator): Markup {
  const change = total - before;
  const trend = change === 0 ? 'summary.same' : change > 0 ? 'summary.more' : 'summary.fewer';
  const words =
    change === 0
      ? t('summary.same')
      : t(trend === 'summary.more' ? 'summary.more' : 'summary.fewer', { n: Math.abs(change) });
  return t(`summary.than_last_${weekOrMonth(kind)}`, { before, change: words });
}

/** What the period before and the one behind are called; of other periods no more than that. */
function weekOrMonth(kind: Period['kind']): 'week' | 'month' | 'period' {
  return kind === 'week' || kind === 'month' ? kind : 'period';
}

function bySubject({ bySubject }: ReportCounts, t: Translator): Markup {
  return joinMarkup(
    bySubject.map(({ subject, count }) =>
      t('summary.subject_count', { subject: t(`subject.${subject}`), n: count }),
    ),
    ', ',
  );
}

function fields(summary: Summary, t: Translator): Markup[] {
  const rows = summary.fields.map(({ field, deeds, models }) =>
    t('summary.field', { field: t(`field.${field}`), deeds, models }),
  );
  return rows.length === 0 ? [] : [t('summary.fields'), joinMarkup(rows, ' · ')];
}

function reading({ worthReading, newModels, models }: Summary, t: Translator): Markup[] {
  const more = models.total - newModels.length;
  return [
    ...(worthReading.length === 0
      ? []
      : [t('summary.worth_reading'), ...worthReading.map((report) => deedLine(report, t))]),
    ...(newModels.length === 0
      ? []
      : [t('summary.new_models'), ...newModels.map((report) => modelLine(report, t))]),
    ...(more > 0 ? [t('list.more', { n: more })] : []),
  ];
}

function deedLine(report: Report, t: Translator): Markup {
  return t('summary.deed_line', {
    code: codeOf(report),
    text: quote(report.text, 220),
    date: formatDate(report.date).slice(0, 5),
  });
}

function modelLine(report: Report, t: Translator): Markup {
  return t('summary.model_line', {
    code: codeOf(report),
    title: report.title ?? '',
    owner: report.owner ?? toPlain(t('report.owner_unknown')),
    text: quote(report.text, 160),
  });
}

function coming(summary: Summary, sessions: readonly ComingSession[], t: Translator): Markup[] {
  const next = periodAfter(summary.period);
  const lines =
    sessions.length === 0 ? [t('summary.no_sessions')] : sessions.map((session) => sessionLine(session, t));
  return [
    t(`summary.next_${weekOrMonth(summary.period.kind)}`, { dates: formatPeriod(next.from, next.to) }),
    ...lines,
  ];
}

/** The reports behind the figures of a summary, by kind and field, and those that are not counted. */
export function figuresMessage(
  reports: readonly Report[],
  period: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  t: Translator,
): Message {
  const counted = (kind: Report['kind']) => {
    const ofKind = reports.filter((report) => report.kind === kind && report.state === 'verified');
    const rows = [...Map.groupBy(ofKind, ({ field }) => field)].map(([field, group]) =>
      t('figures.field', { field: t(`field.${field}`), n: group.length, codes: codesOf(group) }),
    );
    return rows.length === 0 ? [] : [t(`figures.${kind}`, { n: ofKind.length }), ...rows];
  };
  const notCounted = (['proposed', 'returned', 'withdrawn'] as const).flatMap((state) => {
    const inState = reports.filter((report) => report.state === state);
    return inState.length === 0
      ? []
      : [t('figures.state', { state: t(`state.${state}`), n: inState.length, codes: codesOf(inState) })];
  });
  const heading = t('figures.heading', { dates: formatPeriod(period.from, period.to) });
  const none = reports.length === 0 ? [t('figures.none')] : [];
  const outside = notCounted.length > 0 ? [t('figures.not_counted'), ...notCounted] : [];
  return { text: joinMarkup([heading, ...none, ...counted('good_deed'), ...counted('model'), ...outside]) };
}

function codesOf(reports: readonly Report[]): string {
  return reports.map(codeOf).join(', ');
}
