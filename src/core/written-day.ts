import type { Temporal } from 'temporal-polyfill';

const WEEKDAYS = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

/** The name of an ISO weekday. */
export function weekdayName(weekday: number, language: keyof typeof WEEKDAYS): string {
  return WEEKDAYS[language][weekday - 1] ?? '';
}

/** `05/12/2026` */
export function formatDate({ day, month, year }: Pick<Temporal.PlainDate, 'day' | 'month' | 'year'>): string {
  return `${two(day)}/${two(month)}/${year}`;
}

/** A number in two digits at least: `05`. */
export function two(value: number): string {
  return String(value).padStart(2, '0');
}
