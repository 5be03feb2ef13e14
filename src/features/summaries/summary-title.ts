import { formatDate } from '../../core/written-day.ts';
import type { Period } from '../../language/period.ts';
import { formatPeriod } from '../../texts/format.ts';
import type { Markup } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';

const ROMAN = ['I', 'II', 'III', 'IV'];

/** What a summary is called, by the period that was asked for. */
export function summaryTitle({ kind, from, to }: Period, t: Translator): Markup {
  const dates = formatPeriod(from, to);
  const year = String(from.year);
  switch (kind) {
    case 'day':
      return t('summary.day', { date: formatDate(from) });
    case 'week':
      return t('summary.week', { n: String(from.weekOfYear), year: String(from.yearOfWeek), dates });
    case 'month':
      return t('summary.month', { month: String(from.month), year, dates });
    case 'quarter':
      return t('summary.quarter', { quarter: ROMAN[Math.floor((from.month - 1) / 3)] ?? '', year, dates });
    case 'half-year':
      return t(from.month === 1 ? 'summary.first_half' : 'summary.second_half', { year, dates });
    case 'nine-months':
      return t('summary.nine_months', { year, dates });
    case 'year':
      return t('summary.year', { year, dates });
    case 'range':
      return t('summary.range', { from: formatDate(from), to: formatDate(to) });
  }
}
