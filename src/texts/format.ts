import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../core/languages.ts';
import { formatDate, two, weekdayName } from '../core/written-day.ts';

type DayLike = Pick<Temporal.PlainDate, 'day' | 'month' | 'year' | 'dayOfWeek'>;
type TimeLike = Pick<Temporal.PlainTime, 'hour' | 'minute'>;

/** `thứ Bảy, 05/12/2026` */
export function formatDay(date: DayLike, language: Language): string {
  return `${weekdayName(date.dayOfWeek, language)}, ${formatDate(date)}`;
}

/** `19 giờ 30`, `19:30` */
export function formatTime({ hour, minute }: TimeLike, language: Language): string {
  return language === 'vi' ? `${hour} giờ ${two(minute)}` : `${two(hour)}:${two(minute)}`;
}

/** `thứ Bảy, 05/12/2026, 19 giờ 30` */
export function formatMoment(moment: DayLike & TimeLike, language: Language): string {
  return `${formatDay(moment, language)}, ${formatTime(moment, language)}`;
}

/** `thứ Bảy, 05/12/2026, 14 giờ 00 – 16 giờ 30`; without minutes its beginning only. */
export function formatSpan(
  start: Temporal.ZonedDateTime,
  minutes: number | undefined,
  language: Language,
): string {
  const words = formatMoment(start, language);
  return minutes === undefined ? words : `${words} – ${formatTime(start.add({ minutes }), language)}`;
}

/** `12/01 – 18/01/2026` */
export function formatPeriod(from: DayLike, to: DayLike): string {
  const start = from.year === to.year ? `${two(from.day)}/${two(from.month)}` : formatDate(from);
  return `${start} – ${formatDate(to)}`;
}
