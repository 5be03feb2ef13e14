import type { Temporal } from 'temporal-polyfill';
import type { Shift } from '../shift.ts';
import type { ClockSaid, PartOfDay } from './clock.ts';

/** Which month. `quarterly`: the same one of every quarter, as in "tháng cuối quý". */
export type MonthSaid =
  | { readonly kind: 'each' }
  | { readonly kind: 'ahead'; readonly months: number }
  | { readonly kind: 'named'; readonly months: readonly number[]; readonly year?: YearSaid }
  | { readonly kind: 'quarterly'; readonly months: readonly number[] };

export type YearSaid = { readonly year: number } | { readonly ahead: number };

export type DateSaid = { readonly day: number; readonly month: number; readonly year?: YearSaid };

export type LunarSaid = {
  readonly day: number;
  /** Left out: the next one ("rằm", "mùng 1 âm lịch"). */
  readonly month?: number;
  readonly leap?: boolean;
  readonly year?: YearSaid;
  /** The last day of the lunar year whatever its number: "30 Tết". */
  readonly lastOfYear?: true;
  /** "mùng 1 và rằm". */
  readonly also?: readonly LunarSaid[];
};

export type Ahead = {
  readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month';
  readonly count: number;
};

export type EverySaid = {
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly count: number;
};

/**
 * What a phrase can say about a time, each thing once. The words fill the slots in whatever order they come;
 * a word for a slot that is taken does not belong to the time.
 */
export type Slots = {
  readonly clock?: ClockSaid;
  readonly part?: PartOfDay;
  readonly workingHour?: Temporal.PlainTime;
  /** ISO weekdays, 1 is Monday. */
  readonly weekdays?: readonly number[];
  /** "từ thứ hai đến thứ sáu", "các ngày làm việc", "mỗi thứ 6": every week without a word for it. */
  readonly repeats?: true;
  /** "thứ sáu tới". */
  readonly coming?: true;
  /** Which of the weekdays in its month: 1–5, -1 the last. Alone: "đầu tháng", "cuối tháng". */
  readonly nth?: readonly number[];
  /** Several of them that are not the same of each: "thứ hai đầu tháng và thứ sáu cuối tháng". */
  readonly nthDays?: readonly DayOfMonth[];
  /** `nth` counts weeks ("tuần đầu tháng"), so a weekday has to go with it. */
  readonly weeks?: true;
  /** "giữa tháng". */
  readonly middle?: true;
  /** Days of the month, -1 the last. */
  readonly monthDays?: readonly number[];
  /** 1: the first working day of the month, -1: the last. */
  readonly workday?: number;
  readonly dates?: readonly DateSaid[];
  readonly lunar?: LunarSaid;
  readonly ahead?: Ahead;
  /** 0: this week, 1: the next. */
  readonly week?: number;
  readonly weekEdge?: 'start' | 'middle' | 'end';
  readonly month?: MonthSaid;
  readonly every?: EverySaid;
  readonly starts?: BoundSaid;
  readonly until?: BoundSaid;
  /** Months that a rule leaves out. */
  readonly without?: readonly number[];
  readonly shift?: Shift;
  /** What the words may mean as well, typed without diacritics: "thang sau", "thu 6 toi", "ngay mot". */
  readonly orElse?: Slots;
};

/** Where a rule begins or ends. */
export type BoundSaid =
  | { readonly date: DateSaid }
  | { readonly month: Extract<MonthSaid, { kind: 'ahead' | 'named' }> }
  | { readonly year: YearSaid };

/** The nth of a weekday in its month, -1 the last. */
export type DayOfMonth = { readonly weekday: number; readonly nth: number };

type Slot = keyof Slots;

type Shape = { readonly needs: readonly Slot[]; readonly allows: readonly Slot[] };

const HOUR_SLOTS: readonly Slot[] = ['clock', 'part', 'workingHour', 'orElse'];

const BOUNDS: readonly Slot[] = ['starts', 'until', 'without', 'shift'];

const LUNAR_BOUNDS: readonly Slot[] = ['starts', 'until', 'shift'];

/** Which slots make sense together. */
const SHAPES: readonly Shape[] = [
  { needs: [], allows: [] },
  { needs: ['dates'], allows: ['weekdays', 'every'] },
  { needs: ['dates', 'every'], allows: LUNAR_BOUNDS },
  { needs: ['lunar'], allows: ['weekdays', 'every'] },
  { needs: ['lunar'], allows: ['every', ...LUNAR_BOUNDS] },
  { needs: ['ahead'], allows: ['weekdays'] },
  { needs: ['weekdays'], allows: ['week', 'weekEdge', 'repeats', 'coming', 'every'] },
  { needs: ['weekdays'], allows: ['repeats', 'every', ...BOUNDS] },
  { needs: ['weekdays'], allows: ['nth', 'weeks', 'middle', 'month', 'every', 'repeats', ...BOUNDS] },
  { needs: ['nthDays'], allows: ['month', 'every', ...BOUNDS] },
  { needs: ['monthDays'], allows: ['weekdays', 'month', 'every', ...BOUNDS] },
  { needs: ['workday'], allows: ['month', 'every', ...BOUNDS] },
  { needs: ['nth'], allows: ['weeks', 'month', 'every', ...BOUNDS] },
  { needs: ['middle'], allows: ['month', 'every'] },
  { needs: ['week'], allows: ['weekEdge'] },
  { needs: ['weekEdge'], allows: ['every'] },
  { needs: ['month'], allows: ['every', ...BOUNDS] },
  { needs: ['every'], allows: BOUNDS },
  { needs: ['starts'], allows: BOUNDS },
  { needs: ['until'], allows: BOUNDS },
  { needs: ['without'], allows: BOUNDS },
  { needs: ['shift'], allows: BOUNDS },
];

const SLOT_NAMES: readonly Slot[] = [
  ...new Set([...HOUR_SLOTS, ...SHAPES.flatMap(({ needs, allows }) => [...needs, ...allows])]),
];

/** Both, or undefined when they contradict each other. */
export function join(one: Slots, other: Slots): Slots | undefined {
  const names = slotsOf(one);
  const more = slotsOf(other);
  if (more.some((name) => names.includes(name) && !saysTheSame(name, one, other))) return undefined;
  const joined = { ...one, ...other };
  return takesTheShape(slotsOf(joined)) && fits(joined) ? joined : undefined;
}

function slotsOf(slots: Slots): readonly Slot[] {
  return SLOT_NAMES.filter((name) => slots[name] !== undefined);
}

function saysTheSame(name: Slot, one: Slots, other: Slots): boolean {
  if (name === 'every')
    return one.every?.unit === other.every?.unit && one.every?.count === other.every?.count;
  return name === 'month' && one.month?.kind === 'each' && other.month?.kind === 'each';
}

function takesTheShape(names: readonly Slot[]): boolean {
  return SHAPES.some(
    ({ needs, allows }) =>
      needs.every((name) => names.includes(name)) &&
      names.every((name) => needs.includes(name) || allows.includes(name) || HOUR_SLOTS.includes(name)),
  );
}

/** "hằng tuần" goes with a weekday, "hằng năm" with a date. */
function fits({ every, dates, lunar, monthDays, nth, nthDays, workday }: Slots): boolean {
  if (every === undefined) return true;
  if (lunar) return every.unit !== 'day' && every.unit !== 'week';
  if (dates) return every.unit === 'year';
  const ofMonth = monthDays !== undefined || (nth ?? nthDays) !== undefined || workday !== undefined;
  return !ofMonth || (every.unit !== 'day' && every.unit !== 'week');
}

const DAY_SLOTS: readonly Slot[] = ['dates', 'lunar', 'ahead', 'weekdays', 'monthDays', 'workday', 'nthDays'];

/** Whether a day or a rule is named, not just "tháng sau" or "đầu tháng". */
export function namesDay(slots: Slots): boolean {
  return DAY_SLOTS.some((name) => slots[name] !== undefined) || slots.every?.unit === 'day';
}

/** "đầu tháng sau", "cuối tuần": a day has to be asked for. */
export function hintsAtDay(slots: Slots): boolean {
  return (
    slots.weekEdge !== undefined ||
    slots.middle !== undefined ||
    (slots.nth !== undefined && slots.month !== undefined)
  );
}

export function namesHour(slots: Slots): boolean {
  return slots.clock !== undefined || slots.workingHour !== undefined;
}

/** Whether a full date is said, so that a month elsewhere in the line changes nothing. */
export function hasFullDate({ dates, month, monthDays, ahead, lunar }: Slots): boolean {
  return (dates ?? ahead ?? lunar) !== undefined || (monthDays !== undefined && month?.kind === 'named');
}
