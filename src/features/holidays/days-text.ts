import { two } from '../../core/written-day.ts';
import { formatDay } from '../../texts/format.ts';
import { joinMarkup, type Markup, markup } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import type { KeptDay } from './calendar.ts';
import type { DayOfYear, UnitDay } from './unit-day.ts';

/** `24/11`, `24/11/2026` */
export function formatDayOfYear({ day, month, year }: DayOfYear): string {
  return `${two(day)}/${two(month)}${year === undefined ? '' : `/${year}`}`;
}

/** `24/11`, `14/02/2026 – 22/02/2026` */
export function formatDays({ from, to }: Pick<UnitDay, 'from' | 'to'>): string {
  const [first, last] = [formatDayOfYear(from), formatDayOfYear(to)];
  return first === last ? first : `${first} – ${last}`;
}

/** The days to come, and the unit's own days off. */
export function daysList(
  kept: readonly KeptDay[],
  off: readonly UnitDay[],
  shown: { days: number },
  t: Translator,
): Markup {
  const lines = kept.length > 0 ? kept.map((day) => keptLine(day, t)) : [t('days.none', { n: shown.days })];
  const ofUnit = off.map((day) => t('days.off_line', { days: formatDays(day), name: day.name }));
  return joinMarkup([
    t('days.heading'),
    ...lines,
    ...(ofUnit.length > 0 ? [markup(''), t('days.off_heading'), ...ofUnit] : []),
  ]);
}

function keptLine({ date, name, since }: KeptDay, t: Translator): Markup {
  const words = { day: formatDay(date, t.language), name: name(t) };
  const years = since === undefined ? 0 : date.year - since;
  if (years === 0) return t('days.line', words);
  // Năm tròn, năm chẵn: a round anniversary is kept with more.
  return t(years % 5 === 0 ? 'days.round' : 'days.line_years', { ...words, years });
}

/** A day that was added. */
export function addedText(day: UnitDay, t: Translator): Markup {
  const { name, since } = day;
  if (day.kind === 'day_off') return t('days.off_added', { days: formatDays(day), name });
  const words = { day: formatDayOfYear(day.from), name };
  return since === undefined
    ? t('days.added', words)
    : t('days.added_since', { ...words, year: String(since) });
}
