import { Temporal } from 'temporal-polyfill';
import { fromLunar, toLunar } from '../../language/lunar.ts';
import { type Markup, typed } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { DAYS_OFF, FIXED_DAYS, type FixedDay, LUNAR_DAYS } from './fixed-days.ts';
import { covers, type UnitDay } from './unit-day.ts';

/** A day that is kept: what for, and since when. */
export type KeptDay = {
  date: Temporal.PlainDate;
  name: (t: Translator) => Markup;
  since: number | undefined;
};

/** From 23 Chạp to mùng 6: before and after Tết nobody is expected to meet. */
const TET = { lastMonth: 12, from: 23, firstMonth: 1, to: 6 } as const;

type IsFree = (date: Temporal.PlainDate) => boolean | Promise<boolean>;

/** Why nobody is expected to meet on a date: a day of the whole country, or one of the unit. */
export function dayOffOf(
  date: Temporal.PlainDate,
  own: readonly UnitDay[],
): ((t: Translator) => Markup) | undefined {
  const ofUnit = own.find((day) => day.kind === 'day_off' && covers(day, date));
  if (ofUnit) return () => typed(ofUnit.name);
  if (aroundTet(date)) return (t) => t('holiday.tet_off');
  if (isHungKings(date)) return (t) => t('holiday.hung_kings');
  const fixed = DAYS_OFF.find((day) => isThatDay(date, day));
  return fixed && ((t) => t(fixed.key));
}

function aroundTet(date: Temporal.PlainDate): boolean {
  const { day, month, leap } = toLunar(date);
  return (
    !leap && ((month === TET.lastMonth && day >= TET.from) || (month === TET.firstMonth && day <= TET.to))
  );
}

function isHungKings(date: Temporal.PlainDate): boolean {
  const { day, month, leap } = toLunar(date);
  return !leap && month === 3 && day === 10;
}

function isThatDay(date: Temporal.PlainDate, { month, day }: FixedDay): boolean {
  return date.month === month && date.day === day;
}

/** The last day before a break that is free, and the first working day after it. */
export async function daysAround(
  date: Temporal.PlainDate,
  isFree: IsFree,
): Promise<{ earlier: Temporal.PlainDate | undefined; later: Temporal.PlainDate | undefined }> {
  return {
    earlier: await walk(date, -1, isFree),
    later: await walk(date, 1, (day) => day.dayOfWeek <= 5 && isFree(day)),
  };
}

/** The first of the days off in a row that a date is one of. */
export function firstOfBreak(
  date: Temporal.PlainDate,
  isDayOff: (date: Temporal.PlainDate) => boolean,
): Temporal.PlainDate {
  let first = date;
  for (let days = 1; days <= LONGEST_BREAK_DAYS; days += 1) {
    const before = date.subtract({ days });
    if (!isDayOff(before)) return first;
    first = before;
  }
  return first;
}

const LONGEST_BREAK_DAYS = 60;

async function walk(
  from: Temporal.PlainDate,
  step: 1 | -1,
  isWanted: IsFree,
): Promise<Temporal.PlainDate | undefined> {
  for (let days = 1; days <= LONGEST_BREAK_DAYS; days += 1) {
    const date = from.add({ days: days * step });
    if (await isWanted(date)) return date;
  }
  return undefined;
}

/** The days that are kept from one date to another, both included, in the order of time. */
export function keptDays(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  own: readonly UnitDay[],
): KeptDay[] {
  const years = Array.from({ length: to.year - from.year + 1 }, (_, index) => from.year + index);
  const isWithin = ({ date }: KeptDay) =>
    Temporal.PlainDate.compare(date, from) >= 0 && Temporal.PlainDate.compare(date, to) <= 0;
  return years
    .flatMap((year) => [
      ...FIXED_DAYS.map((day) => ofYear(day, year)),
      ...LUNAR_DAYS.flatMap((day) => ofLunarYear(day, year)),
      ...own.flatMap((day) => ownIn(day, year)),
    ])
    .filter(isWithin)
    .filter(({ date, since }) => since === undefined || since <= date.year)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.date, other.date));
}

function ofYear(day: FixedDay, year: number): KeptDay {
  return {
    date: Temporal.PlainDate.from({ year, month: day.month, day: day.day }),
    name: (t) => t(day.key),
    since: day.since,
  };
}

function ofLunarYear(day: FixedDay, year: number): KeptDay[] {
  const date = fromLunar({ day: day.day, month: day.month, year, leap: false });
  return date ? [{ date, name: (t) => t(day.key), since: day.since }] : [];
}

function ownIn(day: UnitDay, year: number): KeptDay[] {
  if (day.from.year !== undefined && day.from.year !== year) return [];
  const date = Temporal.PlainDate.from({ year, month: day.from.month, day: day.from.day });
  return [{ date, name: () => typed(day.name), since: day.since }];
}
