import { Temporal } from 'temporal-polyfill';
import { two } from '../../core/written-day.ts';

/** A day of every year, or of one year. */
export type DayOfYear = { day: number; month: number; year: number | undefined };

/** A day, or several in a row, that a unit keeps or has off. */
export type UnitDay = {
  id: string;
  kind: 'anniversary' | 'day_off';
  from: DayOfYear;
  to: DayOfYear;
  /** The year of what an anniversary remembers. */
  since: number | undefined;
  name: string;
};

/** `11-24`, `2026-11-24` */
export function writeDay({ day, month, year }: DayOfYear): string {
  return `${year === undefined ? '' : `${year}-`}${two(month)}-${two(day)}`;
}

export function parseDay(text: string): DayOfYear {
  const [day = 1, month = 1, year] = text.split('-').map(Number).reverse();
  return { day, month, year };
}

/** Whether a date is that day, or lies between the first and the last of several, also over the turn of a year. */
export function covers({ from, to }: UnitDay, date: Temporal.PlainDate): boolean {
  const years = from.year === undefined ? [date.year - 1, date.year] : [from.year];
  return years.some((year) => {
    const first = Temporal.PlainDate.from({ ...from, year });
    const last = Temporal.PlainDate.from({ ...to, year: to.year ?? year });
    const end = Temporal.PlainDate.compare(last, first) < 0 ? last.add({ years: 1 }) : last;
    return Temporal.PlainDate.compare(date, first) >= 0 && Temporal.PlainDate.compare(date, end) <= 0;
  });
}
