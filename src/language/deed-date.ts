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
} from './grammar/grammar.ts';
import { Line } from './grammar/line.ts';
import { dayNumber } from './grammar/numbers.ts';
import type { Reader } from './grammar/reader.ts';
import { monday } from './moments/calendar.ts';
import { partOfDay } from './moments/clock.ts';
import { dateInFigures } from './moments/dates.ts';
import type { DateSaid } from './moments/slots.ts';
import { weekday } from './moments/weekdays.ts';
import { backwardDate, dateSaid } from './periods/backward-dates.ts';

/** The date that words mean on a day, at the latest that day. */
type DateOn = (today: Temporal.PlainDate) => Temporal.PlainDate | undefined;

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

/** A weekday is a date only with a part of the day or a week: "ngày thứ bảy về cơ sở" is a name. */
const weekdaySaid: Reader<DateOn> = longest<DateOn>(
  map(both(after(maybe(says('ngày', 'hôm', 'bữa')), weekday), weekBefore), ([day, weeks]) =>
    inWeek(day, weeks),
  ),
  map(before(after(maybe(says('ngày', 'hôm', 'bữa')), weekday), justPast), before7),
  map(
    followedBy(
      after(oneOf<unknown>(both(partOfDay, maybe(says('ngày', 'hôm'))), says('hôm', 'bữa')), weekday),
      notAHabit(),
    ),
    (day) => (today) => lastWeekday(today, day),
  ),
);

const dayWord = says('ngày', 'hôm', 'bữa', 'mùng', 'mồng', 'ngày mùng', 'hôm mùng');

/** "ngày 9/1", "chiều 12/1", "sáng thứ bảy 10/1", "(12/1)", "12/1/2026"; not "thương binh 2/4" or "12/12 kỳ". */
const announcing = oneOf<unknown>(
  both(partOfDay, maybe(dayWord)),
  says('hôm', 'ngày', 'bữa', 'vào ngày', 'vào'),
  both(maybe(partOfDay), both(weekday, maybe(oneOf<unknown>(mark(','), dayWord)))),
);

const announcedDate: Reader<DateOn> = map(after(announcing, dateSaid), onDate);
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

/** "ngày 9 vừa qua", "mùng 5 vừa rồi". */
const dayOfLastMonths: Reader<DateOn> = map(before(after(dayWord, dayNumber), justPast), (day) => (today) => {
  const months = [today, today.subtract({ months: 1 })];
  const dates = months.filter((month) => day <= month.daysInMonth).map((month) => month.with({ day }));
  return dates.find((date) => Temporal.PlainDate.compare(date, today) <= 0);
});

/** The day a report names: "sáng nay", "chiều 12/1", "trưa thứ 5". Never ahead; undefined when it names none. */
export function readDeedDate(
  text: string,
  { today }: { readonly today: Temporal.PlainDate },
): Temporal.PlainDate | undefined {
  const line = new Line(text);
  for (let at = 0; at < line.tokens.length; at += 1) {
    const date = read(line, at)?.(today);
    if (date && Temporal.PlainDate.compare(date, today) <= 0) return date;
  }
  return undefined;
}

const opening: Reader<DateOn> = map(before(dateInFigures, mark(':', ',', '-', '–')), onDate);

const anywhere = longest<DateOn>(
  map(daysAgo, (days) => (today) => today.subtract({ days })),
  weekdaySaid,
  announcedDate,
  inBrackets,
  withYear,
  verbal,
  dayOfLastMonths,
);

/** The end of a period is the day a deed was done: "đến nay" says no day, "đến sáng nay" does. */
function read(line: Line, at: number): DateOn | undefined {
  const found = (at === 0 ? longest(anywhere, opening) : anywhere)(line, at);
  return found && !isBound(line, at) ? found.value : undefined;
}

/** A date behind these is a deadline, an anniversary, a habit or a beginning. */
const bindsDate = says(
  ...[
    'trước',
    'đến',
    'tới',
    'nhân',
    'niệm',
    'mừng',
    'dịp',
    'từ',
    'mỗi',
    'hằng',
    'hàng',
    'các',
    'hạn',
    'sau',
    'những',
  ],
  ...['tết', 'lễ', 'ứng', 'cho', 'kể từ', 'mọi', 'till', 'before', 'until'],
);

function isBound(line: Line, at: number): boolean {
  return (at > 0 && bindsDate(line, at - 1) !== undefined) || isUpToNow(line, at);
}

const WORDS_BACK = 6;

/** "tu dau nam toi nay" typed without diacritics: up to now, not this evening. */
function isUpToNow(line: Line, at: number): boolean {
  return (
    line.at(at)?.spelling === 'toi' &&
    Array.from({ length: WORDS_BACK }, (_, back) => line.at(at - 1 - back)).some(
      (word) => word?.plain === 'tu',
    )
  );
}

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

function onDate(said: DateSaid): DateOn {
  return (today) => backwardDate(said, today);
}
