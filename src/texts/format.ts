import type { Temporal } from 'temporal-polyfill';
import type { Language } from './translator.ts';

const WEEKDAYS: Record<Language, readonly string[]> = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

type DayLike = Pick<Temporal.PlainDate, 'day' | 'month' | 'year' | 'dayOfWeek'>;
type TimeLike = Pick<Temporal.PlainTime, 'hour' | 'minute'>;

/** `05/12/2026` */
export function formatDate({ day, month, year }: DayLike): string {
  return `${two(day)}/${two(month)}/${year}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `thứ Bảy, 05/12/2026` */
export function formatDay(date: DayLike, language: Language): string {
  return `${WEEKDAYS[language][date.dayOfWeek - 1]}, ${formatDate(date)}`;
}

/** `19 giờ 30`, `19:30` */
export function formatTime({ hour, minute }: TimeLike, language: Language): string {
  return language === 'vi' ? `${hour} giờ ${two(minute)}` : `${two(hour)}:${two(minute)}`;
}

/** `thứ Bảy, 05/12/2026, 19 giờ 30` */
export function formatMoment(moment: DayLike & TimeLike, language: Language): string {
  return `${formatDay(moment, language)}, ${formatTime(moment, language)}`;
}

/** `12/01 – 18/01/2026` */
export function formatPeriod(from: DayLike, to: DayLike): string {
  const start = from.year === to.year ? `${two(from.day)}/${two(from.month)}` : formatDate(from);
  return `${start} – ${formatDate(to)}`;
}
