import type { DayOfRule, Rule } from '../resolving/rules.ts';

const SHORTEST_MONTH = 28;

/** The days that were said: 28, 29, 30 with the last position is the 30th, or the last day of a shorter month. */
export function daysSaid({ monthDays = [], positions }: Rule): readonly number[] {
  if (!positions) return monthDays;
  const plain = monthDays.filter((day) => day < SHORTEST_MONTH);
  const has28 = positions.length > plain.length + 1;
  return [...plain, ...(has28 ? [SHORTEST_MONTH] : []), ...monthDays.slice(-1)];
}

/** The place in the quarter of months that come every quarter: 1, 2 or 3. */
export function placeInQuarter(months: readonly number[]): number | undefined {
  const [first] = months;
  const quarterly =
    first !== undefined && first <= 3 && months.join() === [0, 3, 6, 9].map((n) => n + first).join();
  return quarterly ? first : undefined;
}

export function isWorkday({ days, positions }: Rule): boolean {
  return positions !== undefined && days?.length === 5;
}

const MOST_NAMED = 6;

/** The months that are left out, where they are fewer than those that are not. */
export function monthsLeftOut({ months, frequency }: Rule): readonly number[] | undefined {
  if (!months) return undefined;
  const isOfDays = frequency === 'WEEKLY' || frequency === 'DAILY';
  if (!isOfDays && months.length <= MOST_NAMED) return undefined;
  const left = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((month) => !months.includes(month));
  return left.length > 0 ? left : undefined;
}

/** Whether each of the weekdays comes with each of the places in the month. */
export function isEachOfEach(days: readonly DayOfRule[]): boolean {
  const weekdays = new Set(days.map(({ weekday }) => weekday));
  const places = new Set(days.map(({ nth }) => nth));
  return weekdays.size * places.size === days.length;
}
