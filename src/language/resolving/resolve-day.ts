import { Temporal } from 'temporal-polyfill';
import { monday, nextWeekday, singleMonth } from '../moments/calendar.ts';
import type { LunarSaid, Slots } from '../moments/slots.ts';
import { bounded, isBounded, monthsOutside, withoutMonths } from './bounds.ts';
import { resolveDates } from './resolve-dates.ts';
import {
  type Ahead,
  resolveAhead,
  resolveDate,
  resolveLunar,
  resolveMonthDay,
  resolveNthWeekday,
  resolveWeekday,
  resolveWorkday,
  withWeekdayChecked,
} from './resolve-once.ts';
import { edgeDay, resolveRule } from './resolve-rule.ts';
import { type Day, once, type Resolved, rule } from './resolved.ts';
import { datesText } from './rules.ts';

/** The day or the rule that the words about the day come to. */
export function resolveDay(slots: Slots, ahead: Ahead): Resolved {
  if (!isBounded(slots)) return resolveUnbound(slots, ahead);
  const said = withoutMonths(recurring(slots));
  if (!said || (said.month?.kind === 'named' && !said.every)) return unsupported(ahead.text);
  const resolved = resolveUnbound(said, ahead);
  if (!resolved.day) return resolved;
  if (resolved.day.kind === 'once') return unsupported(ahead.text);
  const within = bounded(resolved, slots, ahead.today) ?? noSuchSpan(ahead);
  const { starts: _, until: __, ...rest } = slots;
  const outside = monthsOutside(slots);
  const yearly = outside && resolveDay({ ...rest, without: outside }, ahead).day;
  return yearly ? { ...within, others: [...(within.others ?? []), yearly] } : within;
}

/** What has a beginning or an end is repeated, even where no word says so. */
function recurring(slots: Slots): Slots {
  if (recurs(slots) || slots.month) return slots;
  if (slots.lunar) return { ...slots, every: { unit: slots.lunar.month ? 'year' : 'month', count: 1 } };
  if (slots.monthDays ?? slots.workday ?? slots.nthDays ?? slots.nth)
    return { ...slots, every: { unit: 'month', count: 1 } };
  return slots.weekdays ? { ...slots, every: { unit: 'week', count: 1 } } : slots;
}

function noSuchSpan({ text }: Ahead): Resolved {
  return { doubts: [{ kind: 'no-such-date', ask: true, text }] };
}

function resolveUnbound(slots: Slots, ahead: Ahead): Resolved {
  if (isVague(slots)) return slots.month || slots.every ? resolveEdge(slots, ahead) : {};
  if (slots.weekEdge && !slots.weekdays) return resolveWeekEdge(slots.weekEdge, slots, ahead);
  // "từ thứ ba đến thứ năm tuần sau" is several days of one week.
  if (slots.repeats && slots.week !== undefined) return unsupported(ahead.text);
  if (recurs(slots)) return resolveRule(slots, ahead.text);
  return resolveOnce(slots, ahead) ?? { doubts: [{ kind: 'no-day', ask: true }] };
}

function isVague({ weekdays, weeks, nth, middle }: Slots): boolean {
  return !weekdays && !weeks && (nth !== undefined || middle !== undefined);
}

/** "đầu tháng sau", "giữa tháng": a day to propose, once or every month. */
function resolveEdge(slots: Slots, ahead: Ahead): Resolved {
  const day = edgeDay(slots);
  const monthly = resolveRule({ monthDays: [day], every: { unit: 'month', count: 1 } }, ahead.text).day;
  if (slots.every) return { ...(monthly && { day: monthly }), others: otherEdges(slots, ahead.text) };
  const single = resolveMonthDay(day, slots, ahead);
  return { ...single, others: slots.month?.kind === 'each' && monthly ? [monthly] : otherDays(single, day) };
}

function otherEdges(slots: Slots, text: string): readonly Day[] {
  const workday = resolveRule(
    { workday: slots.nth?.[0] === -1 ? -1 : 1, every: { unit: 'month', count: 1 } },
    text,
  );
  return workday.day ? [workday.day] : [];
}

function otherDays({ day }: Resolved, edge: number): readonly Day[] {
  return day?.kind === 'once' ? [once(day.date.add({ days: edge === -1 ? -1 : 1 }))] : [];
}

const EDGES_OF_WEEK = { start: [1, 2], middle: [3, 4], end: [6, 7] } as const;

function resolveWeekEdge(edge: 'start' | 'middle' | 'end', slots: Slots, ahead: Ahead): Resolved {
  const options = EDGES_OF_WEEK[edge].map((weekday): Day | undefined => {
    if (slots.every) return resolveRule({ weekdays: [weekday], every: slots.every }, ahead.text).day;
    const date = monday(ahead.today).add({ days: (slots.week ?? 0) * 7 + weekday - 1 });
    return once(Temporal.PlainDate.compare(date, ahead.from) < 0 ? nextWeekday(ahead.today, weekday) : date);
  });
  const [day, ...others] = options.filter((option) => option !== undefined);
  return { ...(day && { day }), others };
}

function recurs({ every, month, repeats }: Slots): boolean {
  return every !== undefined || month?.kind === 'each' || month?.kind === 'quarterly' || repeats === true;
}

function unsupported(text: string): Resolved {
  return { doubts: [{ kind: 'unsupported', ask: true, text }] };
}

function resolveOnce(slots: Slots, ahead: Ahead): Resolved | undefined {
  const { dates, lunar, monthDays, weekdays, workday, weekEdge } = slots;
  if (dates) {
    const [date, ...more] = dates;
    if (date === undefined) return undefined;
    if (more.length > 0) return resolveDates(dates, slots, ahead);
    return withWeekdayChecked(resolveDate(date, ahead), slots);
  }
  if (lunar) return resolveLunarDays(lunar, slots, ahead);
  if (monthDays) return resolveMonthDays(monthDays, slots, ahead);
  // Two days of one month are no single date: every month is meant, and that is asked.
  if (slots.nthDays) return unsupported(ahead.text);
  if (workday !== undefined) return resolveWorkday(workday, slots, ahead);
  if (slots.ahead) return resolveAhead(slots, ahead);
  if (weekdays) return resolveWeekdays(weekdays, slots, ahead);
  if (weekEdge) return resolveWeekEdge(weekEdge, slots, ahead);
  return undefined;
}

function resolveLunarDays(lunar: LunarSaid, slots: Slots, ahead: Ahead): Resolved {
  const single = resolveLunar(lunar, slots, ahead);
  const unit = lunar.month === undefined ? 'month' : 'year';
  return lunar.also ? ifRecurring(slots, { unit, count: 1 }, single, ahead.text) : single;
}

function resolveMonthDays(days: readonly number[], slots: Slots, ahead: Ahead): Resolved {
  const { month } = slots;
  const months = month?.kind === 'named' ? month.months.length : 1;
  const single = withWeekdayChecked(resolveMonthDay(days[0] ?? 1, slots, ahead), slots);
  if (days.length === 1 && months === 1) return single;
  if (months > 1) {
    const [first = 1] = month?.kind === 'named' ? month.months : [];
    const next = resolveDate({ day: days[0] ?? 1, month: first }, ahead);
    return ifRecurring(slots, { unit: 'year', count: 1 }, next, ahead.text);
  }
  const only = singleMonth(month, ahead.today);
  if (only) {
    const { year, month: number } = only;
    return resolveDates(
      days.map((day) => ({ day, month: number, year: { year } })),
      slots,
      ahead,
    );
  }
  return month
    ? unsupported(ahead.text)
    : ifRecurring(slots, { unit: 'month', count: 1 }, single, ahead.text);
}

/** Several days and no word for how often: most likely they recur, but it is asked. */
function ifRecurring(
  slots: Slots,
  every: NonNullable<Slots['every']>,
  single: Resolved,
  text: string,
): Resolved {
  const rule = resolveRule({ ...slots, every }, text);
  return rule.day ? { ...rule, others: single.day ? [single.day] : [] } : unsupported(text);
}

function resolveWeekdays(weekdays: readonly number[], slots: Slots, ahead: Ahead): Resolved {
  const [first = 1, ...more] = weekdays;
  const { nth, middle, week, month } = slots;
  if (middle)
    return {
      ...resolveNthWeekday(first, 2, slots, ahead),
      others: daysOf(resolveNthWeekday(first, 3, slots, ahead)),
    };
  if (nth)
    return more.length + nth.length > 1
      ? unsupported(ahead.text)
      : resolveNthWeekday(first, nth[0] ?? 1, slots, ahead);
  if (month) {
    const options = [1, 2, 3, 4].flatMap((which) => daysOf(resolveNthWeekday(first, which, slots, ahead)));
    const [day, ...others] = options;
    return { ...(day && { day }), others };
  }
  const single = resolveWeekday(first, slots, ahead);
  if (more.length === 0) return single;
  return week === undefined
    ? ifRecurring(slots, { unit: 'week', count: 1 }, nextOfEach(weekdays, slots, ahead), ahead.text)
    : unsupported(ahead.text);
}

/** "thứ hai, thứ tư": the next of each of them. */
function nextOfEach(weekdays: readonly number[], slots: Slots, ahead: Ahead): Resolved {
  const next = weekdays.flatMap((weekday) => daysOf(resolveWeekday(weekday, slots, ahead)));
  return { day: rule(datesText(next.flatMap((day) => (day.kind === 'once' ? [day.date] : [])))) };
}

function daysOf({ day }: Resolved): readonly Day[] {
  return day ? [day] : [];
}
