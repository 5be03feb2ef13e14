import type { Temporal } from 'temporal-polyfill';
import { toLunar } from './lunar.ts';

const FIXED: ReadonlySet<string> = new Set(['1-1', '30-4', '1-5', '2-9']);

/**
 * The days off of the Labour Code 2019, article 112, as far as they are the same every year: Tết from its eve to
 * mùng 5. The second day of 2/9 is set anew each year.
 */
export function isPublicHoliday(date: Temporal.PlainDate): boolean {
  if (FIXED.has(`${date.day}-${date.month}`)) return true;
  const { day, month, leap } = toLunar(date);
  if (leap) return false;
  if (month === 1) return day <= 5;
  return month === 3 ? day === 10 : month === 12 && day >= 29 && isNewYear(date.add({ days: 1 }));
}

function isNewYear(date: Temporal.PlainDate): boolean {
  const { day, month } = toLunar(date);
  return day === 1 && month === 1;
}
