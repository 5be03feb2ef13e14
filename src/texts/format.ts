import type { Temporal } from 'temporal-polyfill';
import type { Language } from './translator.ts';

const WEEKDAYS: Record<Language, readonly string[]> = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

const two = (value: number): string => String(value).padStart(2, '0');

type DayLike = Pick<Temporal.PlainDate, 'day' | 'month' | 'year' | 'dayOfWeek'>;
type TimeLike = Pick<Temporal.PlainTime, 'hour' | 'minute'>;

/** `05/12/2026` */
export const formatDate = ({ day, month, year }: DayLike): string => `${two(day)}/${two(month)}/${year}`;

/** `thứ Bảy, 05/12/2026` */
export const formatDay = (date: DayLike, language: Language): string =>
  `${WEEKDAYS[language][date.dayOfWeek - 1]}, ${formatDate(date)}`;

/** `19 giờ 30`, `19:30` */
export const formatTime = ({ hour, minute }: TimeLike, language: Language): string =>
  language === 'vi' ? `${hour} giờ ${two(minute)}` : `${two(hour)}:${two(minute)}`;

/** `thứ Bảy, 05/12/2026, 19 giờ 30` */
export const formatMoment = (moment: DayLike & TimeLike, language: Language): string =>
  `${formatDay(moment, language)}, ${formatTime(moment, language)}`;

/** `12/01 – 18/01/2026` */
export const formatPeriod = (from: DayLike, to: DayLike): string => {
  const start = from.year === to.year ? `${two(from.day)}/${two(from.month)}` : formatDate(from);
  return `${start} – ${formatDate(to)}`;
};
