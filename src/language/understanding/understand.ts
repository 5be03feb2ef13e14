import { Temporal } from 'temporal-polyfill';
import type { Language } from '../../core/languages.ts';
import { describeWhen } from '../describe.ts';
import type { ClockSaid, PartOfDay } from '../moments/clock.ts';
import { defaultHour, type Hour, toHour } from '../moments/hour.ts';
import type { EverySaid, Slots } from '../moments/slots.ts';
import { resolveDay } from '../resolving/resolve-day.ts';
import { isEachOfEach } from '../resolving/resolve-rule.ts';
import type { Day, Resolved } from '../resolving/resolved.ts';
import type { Doubt, When, WhenContext } from '../when.ts';
import { together } from './together.ts';
import type { Understood } from './understood.ts';

type HourRead = {
  readonly hour?: Hour;
  readonly ends?: Temporal.PlainTime;
  readonly doubts: readonly Doubt[];
};

/** Days that each have their own hour: with no word for how often, they are asked about. */
export function understandClauses(each: readonly Slots[], text: string, context: WhenContext): Understood {
  const language = context.language ?? 'vi';
  const all = each.map((slots) => understand(slots, text, context));
  const once = together(all, text, language);
  const repeated = all.flatMap(({ repeated: rule, doubts }) => (rule ? [{ when: rule, doubts }] : []));
  const isOpen = each.every(({ dates, lunar }) => !dates && !lunar) && repeated.length === each.length;
  const rules = together(repeated, text, language).when;
  return isOpen && rules && once.when
    ? { when: rules, doubts: [...once.doubts, ...ask(text, [rules, once.when], language)] }
    : once;
}

/** What the words come to at this moment, and what has to be asked or said back. */
export function understand(slots: Slots, text: string, context: WhenContext): Understood {
  const { orElse, ...said } = slots;
  const first = understandHours(said, text, context);
  if (!orElse) return withRepetition(first, said, text, context);
  const second = understandHours({ ...said, ...orElse }, text, context);
  const options = [first.when, second.when].filter((when) => when !== undefined);
  return { ...first, doubts: [...first.doubts, ...ask(text, options, context.language ?? 'vi')] };
}

/** Two hours of a day are two sessions, and so are days of different months of every year. */
function understandHours(slots: Slots, text: string, context: WhenContext): Understood {
  const { clock } = slots;
  const ofYear = yearlyApart(slots);
  if (ofYear.length > 1) {
    const each = ofYear.map((part) => understandHours(part, text, context));
    return together(each, text, context.language ?? 'vi');
  }
  if (!clock?.also) return understandOnly(slots, text, context);
  const hours = [{ ...clock, also: undefined }, ...clock.also];
  const each = hours.map((hour) => understandOnly({ ...slots, clock: hour }, text, context));
  return together(each, text, context.language ?? 'vi');
}

const MOST_DAYS_OF_YEAR = 4;

/** "30/6 và 31/12 hằng năm": no rule says both, so each is one of its own. */
function yearlyApart(slots: Slots): readonly Slots[] {
  const { dates, every } = slots;
  if (!dates || dates.length > MOST_DAYS_OF_YEAR || every?.unit !== 'year' || isEachOfEach(dates)) return [];
  return dates.map((date) => ({ ...slots, dates: [date] }));
}

function withRepetition(read: Understood, slots: Slots, text: string, context: WhenContext): Understood {
  const unit = repetitionOf(slots);
  if (read.when?.kind !== 'once' || !unit || read.doubts.some(({ ask }) => ask)) return read;
  const { when } = understandHours({ ...slots, every: { unit, count: 1 } }, text, context);
  return when?.kind === 'rule' ? { ...read, repeated: when } : read;
}

/** How often it would come, where the words say no more than a weekday, a day of the month or of the year. */
function repetitionOf(slots: Slots): EverySaid['unit'] | undefined {
  const { every, week, coming, ahead, nth, middle, lunar, dates, monthDays, weekdays, month } = slots;
  if ((every ?? week ?? coming ?? ahead ?? nth ?? middle) !== undefined || saysYear(slots)) return undefined;
  if (dates) return 'year';
  if (lunar) return lunar.month === undefined ? 'month' : 'year';
  if (month) return monthDays && month.kind === 'named' ? 'year' : undefined;
  if (monthDays) return 'month';
  return weekdays && 'week';
}

function saysYear({ dates, lunar, month }: Slots): boolean {
  const named = month?.kind === 'named' ? month.year : undefined;
  return (named ?? lunar?.year) !== undefined || (dates ?? []).some(({ year }) => year);
}

function understandOnly(slots: Slots, text: string, context: WhenContext): Understood {
  const soon = afterMinutes(slots, context);
  if (soon) return { when: soon, doubts: [] };
  const { hour, ends, doubts: hourDoubts } = readHour(slots, text);
  const today = context.now.toPlainDate();
  const over =
    hour && !hour.endOfDay && Temporal.PlainTime.compare(hour.time, context.now.toPlainTime()) <= 0;
  const from = over ? today.add({ days: 1 }) : today;
  const resolved = resolveDay(slots, { today, from, hourSaid: slots.clock !== undefined, text });
  const language = context.language ?? 'vi';
  const { day, others = [] } = resolved;
  const days = day ? [day, ...others] : [];
  const options = days.map((option) => at(option, hour, ends));
  const [when] = options;
  const doubts = [
    ...(resolved.doubts ?? []).map((doubt) =>
      doubt.kind === 'no-day' && hour ? { ...doubt, time: hour.time } : doubt,
    ),
    ...mismatchDoubt(resolved, hour, language),
    ...pastDoubt(resolved, hour, today, language),
    ...ask(text, options, language),
    ...(when && day
      ? ask(text, [when, ...otherHours(day, hour).filter((other) => !isOver(other, context.now))], language)
      : []),
    ...hourDoubts,
  ];
  return { ...(when && { when }), doubts };
}

/** "2 tiếng nữa": an instant, told as the date and the minute there. */
function afterMinutes({ ahead }: Slots, { now }: WhenContext): When | undefined {
  if (ahead?.unit !== 'minute' && ahead?.unit !== 'hour') return undefined;
  const then = now
    .add({ minutes: ahead.count * (ahead.unit === 'hour' ? 60 : 1) })
    .round({ smallestUnit: 'minute' });
  return { kind: 'once', date: then.toPlainDate(), time: then.toPlainTime() };
}

function readHour({ clock, workingHour, part }: Slots, text: string): HourRead {
  if (clock) {
    const hour = toHour(clock, part);
    if (hour === undefined) return { doubts: [{ kind: 'no-such-time', ask: true, text }] };
    const ends = clock.until && endOf(clock.until, hour, part);
    if (clock.until && !ends) return { doubts: [{ kind: 'no-such-time', ask: true, text }] };
    const end = ends ? { ends } : {};
    if (!hour.assumed) return { hour, ...end, doubts: [] };
    return { hour, ...end, doubts: [{ kind: 'assumed-hour', ask: false, text, time: hour.time }] };
  }
  const time = workingHour ?? (part && defaultHour(part));
  if (time === undefined) return { doubts: [] };
  return { hour: exactly(time), doubts: [{ kind: 'assumed-hour', ask: false, text, time }] };
}

/** The hour of an end: the first of that name behind the beginning. undefined where there is none. */
function endOf(said: ClockSaid, { time }: Hour, part: PartOfDay | undefined): Temporal.PlainTime | undefined {
  const read = toHour({ ...said, padded: true }, said.part ?? (said.half ? undefined : part))?.time;
  if (read === undefined || read.equals(time)) return undefined;
  const isBehind = Temporal.PlainTime.compare(read, time) > 0;
  const isNamed = said.part !== undefined || said.half !== undefined || said.padded || said.hour === 0;
  const later = read.add({ hours: 12 });
  return !isBehind && !isNamed && Temporal.PlainTime.compare(later, time) > 0 ? later : read;
}

function ask(text: string, options: readonly When[], language: Language): readonly Doubt[] {
  const [first, ...others] = options;
  if (first === undefined || others.every((other) => same(first, other))) return [];
  const readings = options.map((option) => describeWhen(option, language));
  return [{ kind: 'ambiguous', ask: true, text, readings: [...new Set(readings)] }];
}

function same(one: When, other: When): boolean {
  return describeWhen(one, 'vi') === describeWhen(other, 'vi');
}

function exactly(time: Temporal.PlainTime): Hour {
  return { time, endOfDay: false, assumed: false, others: [] };
}

/** 24:00 of a date is 0:00 of the next. A rule cannot say so and keeps its days. */
function at(day: Day, hour: Hour | undefined, ends?: Temporal.PlainTime): When {
  if (hour === undefined) return day;
  const end = ends ? { ends } : {};
  const { time, endOfDay } = hour;
  return day.kind === 'once' && endOfDay
    ? { ...day, date: day.date.add({ days: 1 }), time, ...end }
    : { ...day, time, ...end };
}

function mismatchDoubt({ mismatch }: Resolved, hour: Hour | undefined, language: Language): readonly Doubt[] {
  if (!mismatch) return [];
  const { date, given } = mismatch;
  const off = ((given - date.dayOfWeek + 10) % 7) - 3;
  const days: readonly Day[] = [
    { kind: 'once', date },
    { kind: 'once', date: date.add({ days: off }) },
  ];
  const readings = days.map((day) => describeWhen(at(day, hour), language));
  return [{ kind: 'weekday-mismatch', ask: true, date, given, readings }];
}

function pastDoubt(
  { past, instead }: Resolved,
  hour: Hour | undefined,
  today: Temporal.PlainDate,
  language: Language,
): readonly Doubt[] {
  if (past === undefined) return [];
  const tomorrow: Day = { kind: 'once', date: today.add({ days: 1 }) };
  const meant = instead ?? (past.equals(today) ? tomorrow : undefined);
  // "hôm nay 7h" at eight in the morning: this evening, or tomorrow.
  const tonight: readonly When[] =
    hour?.assumed && past.equals(today)
      ? [{ kind: 'once', date: past, time: hour.time.add({ hours: 12 }) }]
      : [];
  const options = meant ? [...tonight, at(meant, hour)] : [];
  const readings = options.map((option) => describeWhen(option, language));
  return [{ kind: 'past', ask: true, date: past, ...(hour && { time: hour.time }), readings }];
}

const LAST_MINUTE = Temporal.PlainTime.from('23:59');

/** What the hour may be as well. */
function otherHours(day: Day, hour: Hour | undefined): readonly When[] {
  if (hour === undefined) return [];
  const midnight = hour.endOfDay ? [exactly(day.kind === 'once' ? hour.time : LAST_MINUTE)] : [];
  return [...hour.others.map(exactly), ...midnight].map((other) => at(day, other));
}

function isOver(when: When, now: Temporal.ZonedDateTime): boolean {
  return (
    when.kind === 'once' &&
    when.time !== undefined &&
    Temporal.PlainDateTime.compare(when.date.toPlainDateTime(when.time), now.toPlainDateTime()) <= 0
  );
}
