import type { Language } from '../../core/languages.ts';
import { weekdayName } from '../../core/written-day.ts';
import type { DayOfRule } from '../resolving/rules.ts';

export const ENGLISH_MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const AND: Readonly<Record<Language, string>> = { vi: 'và', en: 'and' };

/** "a, b và c". */
export function listed(items: readonly string[], language: Language): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} ${AND[language]} ${items.at(-1)}`;
}

export function weekdaysOf(days: readonly DayOfRule[], language: Language): string {
  const weekdays = [...new Set(days.map(({ weekday }) => weekday))];
  return listed(
    weekdays.map((weekday) => weekdayName(weekday, language)),
    language,
  );
}
