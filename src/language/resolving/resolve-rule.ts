import type { DateSaid, LunarSaid, Slots } from '../moments/slots.ts';
import { type Day, type Resolved, rule } from './resolved.ts';
import { type DayOfRule, monthlyRule, type Rule, ruleText, yearlyRule } from './rules.ts';

const NO_DAY: Resolved = { doubts: [{ kind: 'no-day', ask: true }] };

const MIDDLE = 15;

/** "đầu tháng", "giữa tháng", "cuối tháng" as a day that can be proposed. */
export function edgeDay({ nth, middle }: Slots): number {
  if (middle) return MIDDLE;
  return nth?.[0] === -1 ? -1 : 1;
}

const WORKING_DAYS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday }));

/** What recurs. The slots name a frequency, every month or the same month of every quarter. */
export function resolveRule(said: Slots, text: string): Resolved {
  const slots = everyFewMonths(said);
  if (!slots) return unsupported(text);
  const { weekdays, monthDays, workday, every } = slots;
  if (slots.lunar) return lunarRule(slots.lunar, slots, text);
  if (slots.dates) return datesRule(slots, text);
  if (monthDays && weekdays) {
    const byDay = monthDaysRule(monthDays, slots, text);
    return { ...byDay, others: [...(byDay.others ?? []), toDay(weekly(weekdays, slots))] };
  }
  if (monthDays) return monthDaysRule(monthDays, slots, text);
  if (workday !== undefined) return bound(WORKING_DAYS, slots, [workday]);
  if (slots.nthDays) return bound(slots.nthDays, slots);
  if (weekdays) return weekdaysRule(weekdays, slots);
  if (every?.unit === 'day') return oneOrAsk([{ frequency: 'DAILY', interval: every.count }]);
  return NO_DAY;
}

/** "nửa năm một lần ngày 10 tháng 6" is June and December. undefined where no rule of a year says it. */
function everyFewMonths(slots: Slots): Slots | undefined {
  const { every, month } = slots;
  if (every?.unit === 'quarter' && (every.count > 1 || month?.kind === 'named')) return undefined;
  if (every?.unit !== 'month' || every.count === 1 || month?.kind !== 'named') return slots;
  const [first, ...more] = month.months;
  const step = every.count;
  if (first === undefined || 12 % step !== 0 || more.length > 0) return undefined;
  const months = Array.from({ length: 12 / step }, (_, index) => ((first + index * step - 1) % 12) + 1);
  return { ...slots, every: { unit: 'year', count: 1 }, month: { kind: 'named', months } };
}

function unsupported(text: string): Resolved {
  return { doubts: [{ kind: 'unsupported', ask: true, text }] };
}

const LAST_OF_LUNAR_MONTH = 30;

/** Of every lunar month, or of some months of every lunar year. */
function lunarRule(said: LunarSaid, { every }: Slots, text: string): Resolved {
  const all = [said, ...(said.also ?? [])];
  if (every?.count !== 1 || all.some(({ year, leap }) => year ?? leap)) return unsupported(text);
  const days = inOrder(all.map(({ day, lastOfYear }) => (lastOfYear ? LAST_OF_LUNAR_MONTH : day)));
  const months = inOrder(all.flatMap(({ month, lastOfYear }) => month ?? (lastOfYear ? [12] : [])));
  if (days.some((day) => day > LAST_OF_LUNAR_MONTH))
    return { doubts: [{ kind: 'no-such-date', ask: true, text }] };
  if (every.unit === 'year' && months.length === 0) return NO_DAY;
  const isEachOfEach = days.length * Math.max(months.length, 1) === all.length;
  if (!isEachOfEach || every.unit !== (months.length > 0 ? 'year' : 'month')) return unsupported(text);
  const ofLunar = { lunar: true, monthDays: days } as const;
  return oneOrAsk([
    months.length > 0 ? { ...ofLunar, frequency: 'YEARLY', months } : { ...ofLunar, frequency: 'MONTHLY' },
  ]);
}

function inOrder(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function datesRule(slots: Slots, text: string): Resolved {
  const dates = slots.dates ?? [];
  const days = [...new Set(dates.map(({ day }) => day))];
  const months = [...new Set(dates.map(({ month }) => month))];
  if (!isEachOfEach(dates)) return unsupported(text);
  return monthDaysRule(
    days,
    { every: { unit: 'year', count: slots.every?.count ?? 1 }, month: { kind: 'named', months } },
    text,
  );
}

/** Whether they are the same days of each of some months, which one rule can say. */
export function isEachOfEach(dates: readonly DateSaid[]): boolean {
  const days = new Set(dates.map(({ day }) => day));
  const months = new Set(dates.map(({ month }) => month));
  return days.size * months.size === dates.length;
}

function monthDaysRule(days: readonly number[], slots: Slots, text: string): Resolved {
  if (days.some((day) => day > 31)) return { doubts: [{ kind: 'no-such-date', ask: true, text }] };
  const count = slots.every?.count ?? 1;
  const sets = monthSets(slots);
  if (slots.every?.unit === 'year' && sets[0] === undefined) return NO_DAY;
  if (!days.every((day) => isPossible(day, sets[0])))
    return { doubts: [{ kind: 'no-such-date', ask: true, text }] };
  const made = sets.map((months) => (months ? yearlyRule(days, months, count) : monthlyRule(days, count)));
  const rules = made.filter((one) => one !== undefined);
  if (rules.length < made.length) return unsupported(text);
  return { ...oneOrAsk(rules), doubts: sets[0] === undefined ? (shortMonth(days) ?? []) : [] };
}

const FIRST_MONTHS = [1, 4, 7, 10];
const LAST_MONTHS = [3, 6, 9, 12];

/** The months of the year a rule is bound to, several when it has to be asked which. */
function monthSets({ month, every }: Slots): readonly (readonly number[] | undefined)[] {
  if (month?.kind === 'quarterly' || month?.kind === 'named') return [month.months];
  return every?.unit === 'quarter' ? [FIRST_MONTHS, LAST_MONTHS] : [undefined];
}

function isPossible(day: number, months: readonly number[] | undefined): boolean {
  return months === undefined || day < 30 || !months.every((month) => month === 2);
}

function oneOrAsk(rules: readonly Rule[]): Resolved {
  const [first, ...others] = rules.map(toDay);
  return { ...(first && { day: first }), others };
}

function toDay(made: Rule): Day {
  return rule(ruleText(made));
}

function shortMonth(days: readonly number[]): Resolved['doubts'] {
  const long = days.filter((day) => day > 28 && day < 31);
  return long.map((day) => ({ kind: 'short-month', ask: false, day }) as const);
}

function weekly(weekdays: readonly number[], slots: Slots): Rule {
  return {
    frequency: 'WEEKLY',
    interval: slots.every?.unit === 'week' ? slots.every.count : 1,
    days: weekdays.map((weekday) => ({ weekday })),
  };
}

function bound(days: readonly DayOfRule[], slots: Slots, positions?: readonly number[]): Resolved {
  const interval = slots.every?.count ?? 1;
  const rest = { interval, days, ...(positions && { positions }) };
  return oneOrAsk(
    monthSets(slots).map((months): Rule => {
      if (months === undefined) return { frequency: 'MONTHLY', ...rest };
      // BYSETPOS counts within the period, so there the period has to be the month.
      return { frequency: positions ? 'MONTHLY' : 'YEARLY', months, ...rest };
    }),
  );
}

function weekdaysRule(weekdays: readonly number[], slots: Slots): Resolved {
  if (slots.nth) return bound(nthOf(weekdays, slots.nth), slots);
  if (slots.middle) {
    return {
      ...bound(nthOf(weekdays, [2]), slots),
      others: [toDay({ frequency: 'MONTHLY', days: nthOf(weekdays, [3]) })],
    };
  }
  const unit = slots.every?.unit;
  if (unit === undefined && slots.month === undefined) return oneOrAsk([weekly(weekdays, slots)]);
  if (unit === 'week' || unit === 'day') return oneOrAsk([weekly(weekdays, slots)]);
  // "thứ bảy hằng tháng": which of them?
  return oneOrAsk(
    [1, -1].flatMap((nth) => ({ frequency: 'MONTHLY', days: nthOf(weekdays, [nth]) }) as const),
  );
}

function nthOf(weekdays: readonly number[], nth: readonly number[]): readonly DayOfRule[] {
  return nth.flatMap((which) => weekdays.map((weekday) => ({ weekday, nth: which })));
}
