import { Temporal } from 'temporal-polyfill';

/** Between these times of day a unit is not written to unasked; equal times mean that there are none. */
export type QuietHours = { from: Temporal.PlainTime; to: Temporal.PlainTime };

/** The hours of the night at which nobody wants to be woken. */
export const QUIET_BY_DEFAULT: QuietHours = {
  from: Temporal.PlainTime.from('21:00'),
  to: Temporal.PlainTime.from('06:30'),
};

/** What would come in the quiet hours goes out so long before or behind them. */
const ASIDE = { minutes: 30 };

/** Whether a moment lies in the quiet hours; their end does not. */
export function isQuiet(moment: Temporal.ZonedDateTime, { from, to }: QuietHours): boolean {
  const time = moment.toPlainTime();
  const overMidnight = isBefore(to, from);
  return overMidnight
    ? !isBefore(time, from) || isBefore(time, to)
    : !isBefore(time, from) && isBefore(time, to);
}

function isBefore(one: Temporal.PlainTime, other: Temporal.PlainTime): boolean {
  return Temporal.PlainTime.compare(one, other) < 0;
}

/** A little before the quiet hours that a moment lies in. */
export function beforeQuiet(moment: Temporal.ZonedDateTime, quiet: QuietHours): Temporal.ZonedDateTime {
  return beginOf(moment, quiet).subtract(ASIDE);
}

/** A little after them. */
export function afterQuiet(moment: Temporal.ZonedDateTime, quiet: QuietHours): Temporal.ZonedDateTime {
  return endOfQuiet(moment, quiet).add(ASIDE);
}

/** The beginning of the quiet hours that a moment lies in. */
function beginOf(moment: Temporal.ZonedDateTime, { from }: QuietHours): Temporal.ZonedDateTime {
  const day = isBefore(moment.toPlainTime(), from) ? moment.subtract({ days: 1 }) : moment;
  return day.withPlainTime(from);
}

/** The end of the quiet hours that a moment lies in. */
export function endOfQuiet(moment: Temporal.ZonedDateTime, quiet: QuietHours): Temporal.ZonedDateTime {
  const begin = beginOf(moment, quiet);
  const day = isBefore(quiet.to, quiet.from) ? begin.add({ days: 1 }) : begin;
  return day.withPlainTime(quiet.to);
}
