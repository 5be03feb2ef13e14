import type { DayOfRule } from '../resolving/rules.ts';
import type { Language } from '../when.ts';

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

export const ENGLISH_MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** The name of an ISO weekday. */
export function weekdayName(weekday: number, language: Language): string {
  return WEEKDAYS[language][weekday - 1] ?? '';
}

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
