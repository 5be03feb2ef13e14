import type { Temporal } from 'temporal-polyfill';
import { isPublicHoliday } from './public-holidays.ts';

/** "nếu trùng chủ nhật thì chuyển sang thứ hai": where the days of a rule go that fall on other days. */
export type Shift = {
  /** ISO weekdays, and whether public holidays count too. */
  readonly weekdays: readonly number[];
  readonly holidays: boolean;
  /** 1: later, -1: earlier. */
  readonly direction: 1 | -1;
  /** The next that is free, the next working day, or the next of an ISO weekday. */
  readonly to: 'day' | 'workday' | number;
};

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const HOLIDAY = 'HOLIDAY';

/** As parts of a rule; RFC 5545 leaves names that begin with X- to those who need more. */
export function writeShift({ weekdays, holidays, direction, to }: Shift): string {
  const on = [...weekdays.map((weekday) => CODES[weekday - 1]), ...(holidays ? [HOLIDAY] : [])];
  const target = typeof to === 'number' ? CODES[to - 1] : to.toUpperCase();
  return `X-ON=${on.join(',')};X-TO=${direction > 0 ? '+' : '-'}${target}`;
}

/** undefined: the parts name none. */
export function readShift(parts: ReadonlyMap<string, string>): Shift | undefined {
  const on = parts.get('X-ON')?.split(',');
  const to = parts.get('X-TO');
  if (!on || to === undefined) return undefined;
  return {
    weekdays: on.flatMap((code) => (code === HOLIDAY ? [] : [CODES.indexOf(code) + 1])),
    holidays: on.includes(HOLIDAY),
    direction: to.startsWith('-') ? -1 : 1,
    to: toTarget(to.slice(1)),
  };
}

function toTarget(code: string): Shift['to'] {
  if (code === 'DAY') return 'day';
  return code === 'WORKDAY' ? 'workday' : CODES.indexOf(code) + 1;
}

/** No day is moved further. */
export const LONGEST_SHIFT_DAYS = 30;

/** The day, or where it goes. */
export function shifted(date: Temporal.PlainDate, shift: Shift): Temporal.PlainDate {
  if (!isAvoided(date, shift)) return date;
  const { to, direction } = shift;
  let isFound = typeof to !== 'number';
  for (let days = 1; days <= LONGEST_SHIFT_DAYS; days += 1) {
    const moved = date.add({ days: days * direction });
    isFound ||= moved.dayOfWeek === to;
    if (isFound && !isAvoided(moved, shift) && (to !== 'workday' || isWorkday(moved))) return moved;
  }
  return date;
}

function isAvoided(date: Temporal.PlainDate, { weekdays, holidays }: Shift): boolean {
  return weekdays.includes(date.dayOfWeek) || (holidays && isPublicHoliday(date));
}

function isWorkday(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek <= 5 && !isPublicHoliday(date);
}
