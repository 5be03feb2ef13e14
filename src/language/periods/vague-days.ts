import type { Temporal } from 'temporal-polyfill';
import { after, before, both, longest, map, maybe, meaning, oneOf, says } from '../grammar/grammar.ts';
import { loneNumber } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import { monday } from '../moments/calendar.ts';
import { monthNumber } from './backward-dates.ts';

/** A day that vague words allow, the last of them. */
type DayOn = (today: Temporal.PlainDate) => Temporal.PlainDate;

const past = says('trước', 'rồi', 'qua', 'vừa rồi', 'vừa qua', 'mới rồi', 'ngoái');

const partOfMonth = meaning(
  new Map([
    [10, ['đầu']],
    [20, ['giữa']],
    [31, ['cuối', 'trong', 'hồi']],
  ]),
);

const lastMonth: Reader<DayOn> = map(
  before(both(maybe(partOfMonth), says('tháng')), past),
  ([upTo]) =>
    (today) =>
      today.subtract({ months: 1 }).with({ day: upTo ?? 31 }),
);

const namedMonth: Reader<DayOn> = map(
  oneOf(
    both(partOfMonth, after(says('tháng'), monthNumber)),
    map(before(after(says('tháng'), monthNumber), past), (month) => [31, month] as const),
  ),
  ([upTo, month]) => onDayOf(month, upTo),
);

/** At the latest today. */
function onDayOf(month: number, day: number): DayOn {
  return (today) => {
    if (month === today.month) return day < today.day ? today.with({ day }) : today;
    return today.with({ day: 1, month, year: today.year - Number(month > today.month) }).with({ day });
  };
}

const lastWeek: Reader<DayOn> = map(
  both(maybe(says('đầu', 'giữa', 'cuối')), before(says('tuần'), past)),
  () => (today) => monday(today).subtract({ days: 1 }),
);

/** "hồi đầu năm": this year's; "đầu năm học" and "từ đầu năm" are no day. */
const partOfYear: Reader<DayOn> = map(
  says('hồi đầu năm', 'dịp đầu năm', 'hồi giữa năm', 'hồi trong năm'),
  () => (today) => today,
);

const lastYear: Reader<DayOn> = map(
  before(says('năm'), past),
  () => (today) => today.with({ month: 12, day: 31, year: today.year - 1 }),
);

const span = meaning(
  new Map<{ weeks?: number; months?: number; years?: number }, readonly string[]>([
    [{ weeks: 1 }, ['tuần']],
    [{ months: 1 }, ['tháng']],
    [{ years: 1 }, ['năm']],
  ]),
);

const ago: Reader<DayOn> = map(
  oneOf(
    before(both(loneNumber, span), says('trước', 'trước đây')),
    after(says('cách đây', 'cách nay'), both(loneNumber, span)),
  ),
  ([count, one]) =>
    (today) => {
      const { weeks = 0, months = 0, years = 0 } = one;
      return today.subtract({ weeks: weeks * count, months: months * count, years: years * count });
    },
);

/** A day by the moon: "hôm rằm". */
const fullMoon: Reader<DayOn> = map(
  says('hôm rằm', 'ngày rằm', 'đêm rằm', 'tối rằm', 'sáng rằm', 'rằm vừa rồi', 'rằm vừa qua'),
  () => (today) => today,
);

const someDaysAgo: Reader<DayOn> = map(
  says(
    ...['hôm trước', 'hôm nọ', 'bữa trước', 'bữa nọ', 'bữa hổm', 'hôm bữa', 'dạo trước', 'mấy hôm trước'],
    ...['mấy ngày trước', 'vài ngày trước', 'vài hôm trước', 'ít hôm trước', 'mấy bữa trước'],
  ),
  () => (today) => today.subtract({ days: 2 }),
);

const ahead: Reader<DayOn> = map(
  says(
    ...['ngày mai', 'sáng mai', 'trưa mai', 'chiều mai', 'tối mai', 'đêm mai', 'ngày mốt'],
    ...['tuần sau', 'tuần tới', 'tháng sau', 'tháng tới', 'tomorrow'],
  ),
  () => (today) => today,
);

/** "tháng trước", "đầu tháng 11", "hai tuần trước", "hôm nọ", and what has not been yet: "sáng mai". */
export const vagueDay: Reader<DayOn> = longest(
  lastMonth,
  namedMonth,
  lastWeek,
  lastYear,
  partOfYear,
  ago,
  fullMoon,
  someDaysAgo,
  ahead,
);
