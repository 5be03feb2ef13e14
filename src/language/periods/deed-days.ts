import { Temporal } from 'temporal-polyfill';
import {
  after,
  before,
  both,
  followedBy,
  longest,
  map,
  mark,
  maybe,
  meaning,
  oneOf,
  says,
  token,
} from '../grammar/grammar.ts';
import { dayNumber } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import { monday } from '../moments/calendar.ts';
import { partOfDay } from '../moments/clock.ts';
import { dateInFigures } from '../moments/dates.ts';
import type { DateSaid } from '../moments/slots.ts';
import { weekday } from '../moments/weekdays.ts';
import { backwardDate, dateSaid } from './backward-dates.ts';
import { dashedDate, dayAlone, dayOfMonthAgo, daysBefore, lastOf } from './bare-dates.ts';

/** The date that words mean on a day, at the latest that day. */
export type DateOn = (today: Temporal.PlainDate) => Temporal.PlainDate | undefined;

const ago = meaning(
  new Map([
    [0, ['hôm nay', 'bữa nay', 'ngày hôm nay', 'today']],
    [1, ['hôm qua', 'bữa qua', 'ngày hôm qua', 'yesterday']],
    [2, ['hôm kia', 'bữa kia', 'ngày hôm kia']],
  ]),
);

/** "sáng nay", "tối qua": the short words count only behind a part of the day. */
const shortAgo = meaning(
  new Map([
    [0, ['nay']],
    [1, ['qua']],
    [2, ['kia']],
  ]),
);

const daysAgo = oneOf(ago, after(partOfDay, oneOf(ago, shortAgo)));

const weekBefore = meaning(
  new Map([
    [0, ['tuần này']],
    [1, ['tuần trước', 'tuần qua', 'tuần rồi', 'tuần vừa rồi', 'tuần vừa qua', 'last week']],
  ]),
);

const justPast = says('vừa rồi', 'vừa qua', 'rồi', 'qua', 'mới rồi', 'hôm rồi');

/** "thứ bảy tuần trước", "thứ 7 vừa rồi". */
const weekdayPast: Reader<DateOn> = longest<DateOn>(
  map(both(after(maybe(says('ngày', 'hôm', 'bữa')), weekday), weekBefore), ([day, weeks]) =>
    inWeek(day, weeks),
  ),
  map(before(after(maybe(says('ngày', 'hôm', 'bữa')), weekday), justPast), before7),
);

/** A weekday is a date only with a part of the day: "ngày thứ bảy về cơ sở" is a name. */
const weekdayAlone: Reader<DateOn> = map(
  followedBy(
    after(oneOf<unknown>(both(partOfDay, maybe(says('ngày', 'hôm'))), says('hôm', 'bữa')), weekday),
    notAHabit(),
  ),
  (day) => (today) => lastWeekday(today, day),
);

const dayWord = says('ngày', 'hôm', 'bữa', 'mùng', 'mồng', 'ngày mùng', 'hôm mùng');

/** "ngày 9/1", "chiều 12/1", "sáng thứ bảy 10/1", "(12/1)", "12/1/2026"; not "thương binh 2/4" or "12/12 kỳ". */
const announcing = oneOf<unknown>(
  both(partOfDay, maybe(dayWord)),
  says('hôm', 'ngày', 'bữa', 'vào ngày', 'vào'),
  both(maybe(partOfDay), both(weekday, maybe(oneOf<unknown>(mark(','), dayWord)))),
);

const announcedDate: Reader<DateOn> = map(after(announcing, longest(dateSaid, dashedDate)), onDate);
const inBrackets: Reader<DateOn> = map(after(mark('('), before(dateSaid, mark(')'))), onDate);

const withYear: Reader<DateOn> = (line, at) => {
  const found = dateInFigures(line, at);
  return found?.value.year ? { value: onDate(found.value), next: found.next } : undefined;
};

const verbal: Reader<DateOn> = map(
  followedBy(
    after(dayWord, dateSaid),
    token(() => true),
  ),
  onDate,
);

/** "ngày 9 vừa qua", "mùng 5", "ngày 31": of a month that is not named the latest that is not ahead. */
const dayOfLastMonths: Reader<DateOn> = map(
  oneOf(before(after(dayWord, dayNumber), justPast), dayAlone),
  (day) => (today) => {
    const months = [0, 1, 2].map((months) => today.with({ day: 1 }).subtract({ months }));
    const dates = months.filter((month) => day <= month.daysInMonth).map((month) => month.with({ day }));
    return dates.find((date) => Temporal.PlainDate.compare(date, today) <= 0);
  },
);

const dayInMonthAgo: Reader<DateOn> = map(
  dayOfMonthAgo,
  ([day, months]) =>
    (today) =>
      today.with({ day: 1 }).subtract({ months }).with({ day }),
);

const fromTo: Reader<DateOn> = map(lastOf(longest(dateSaid, dashedDate)), onDate);

const someDaysBefore: Reader<DateOn> = map(daysBefore, (days) => (today) => today.subtract({ days }));

/** At the very beginning a date may stand before a mark: "12/1: …". */
export const dayOpening: Reader<DateOn> = map(before(dateInFigures, mark(':', ',', '-', '–')), onDate);

/** The day that is named here; of what lasts a weekday is a habit. */
export const dayOfModel = longest<DateOn>(
  map(daysAgo, (days) => (today) => today.subtract({ days })),
  weekdayPast,
  announcedDate,
  inBrackets,
  withYear,
  verbal,
  dayOfLastMonths,
  someDaysBefore,
  dayInMonthAgo,
  fromTo,
);

export const dayOfDeed = longest<DateOn>(dayOfModel, weekdayAlone);

function inWeek(day: number, weeks: number): DateOn {
  return (today) => monday(today).add({ days: day - 1 - weeks * 7 });
}

function before7(day: number): DateOn {
  return (today) => lastWeekday(today.subtract({ days: 1 }), day);
}

function lastWeekday(today: Temporal.PlainDate, day: number): Temporal.PlainDate {
  return today.subtract({ days: (today.dayOfWeek - day + 7) % 7 });
}

function notAHabit(): Reader<undefined> {
  const habit = says('hằng', 'hàng', 'mỗi', 'xanh', 'nào');
  return (line, at) => (habit(line, at) ? undefined : { value: undefined, next: at });
}

export function onDate(said: DateSaid): DateOn {
  return (today) => backwardDate(said, today);
}
