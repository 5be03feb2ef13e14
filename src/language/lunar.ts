import { getLunarDate, getSolarDate } from '@dqcai/vn-lunar';
import { Temporal } from 'temporal-polyfill';

/** A day of the Vietnamese lunar calendar (UTC+7). `leap`: of the month that a leap year has twice. */
export type LunarDay = {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly leap: boolean;
};

type CivilDay = { readonly day: number; readonly month: number; readonly year: number };

export function toLunar(date: Temporal.PlainDate): LunarDay {
  const { day, month, year, leap }: LunarDay = getLunarDate(date.day, date.month, date.year);
  return { day, month, year, leap };
}

/** undefined: no such day, as the 30th of a month of 29 days or a leap month in a year without it. */
export function fromLunar({ day, month, year, leap }: LunarDay): Temporal.PlainDate | undefined {
  const civil: CivilDay = getSolarDate(day, month, year, leap);
  if (civil.year < 1) return undefined;
  const date = Temporal.PlainDate.from({ year: civil.year, month: civil.month, day: civil.day });
  const back = toLunar(date);
  const same = back.day === day && back.month === month && back.year === year && back.leap === leap;
  return same ? date : undefined;
}

/** The eve of Tết: the 29th or 30th of the last month of a lunar year. */
export function lastDayOfLunarYear(year: number): Temporal.PlainDate | undefined {
  return fromLunar({ day: 1, month: 1, year: year + 1, leap: false })?.subtract({ days: 1 });
}
