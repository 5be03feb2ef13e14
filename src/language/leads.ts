import { Temporal } from 'temporal-polyfill';
import {
  after,
  before,
  both,
  figures,
  listOf,
  longest,
  map,
  mapIf,
  mark,
  maybe,
  nothing,
  oneOf,
  reads,
  says,
  unless,
} from './grammar/grammar.ts';
import { Line } from './grammar/line.ts';
import { beginning, type Reader } from './grammar/reader.ts';
import { clock, type PartOfDay, partOfDay } from './moments/clock.ts';
import { defaultHour, toHour } from './moments/hour.ts';
import {
  amount,
  hourOfClock,
  inDays,
  inMinutes,
  MINUTES_OF_HOUR,
  MOST_HOURS,
} from './moments/lead-amount.ts';
import type { Lead } from './when.ts';

const bareHour = mapIf(clock, (said) => toHour(said)?.time);
const hourSaid = after(says('lúc', 'vào lúc', 'vào', 'at'), bareHour);

const amountAt: Reader<Lead> = map(both(amount, maybe(hourSaid)), atHour);

// Earlier than the hour that a morning meeting begins.
const MORNING_OF_THE_DAY = Temporal.PlainTime.from('07:00');

const dayBefore = says(
  'hôm trước',
  'ngày hôm trước',
  'bữa trước',
  'ngày trước',
  'trước đó',
  'trước đó một ngày',
);
const sameDay = says(
  'hôm đó',
  'hôm ấy',
  'cùng ngày',
  'ngày hôm đó',
  'hôm họp',
  'ngày họp',
  'bữa đó',
  'bữa họp',
  'on the day',
);

/** "tối hôm trước", "20h tối hôm trước", "tối hôm trước lúc 20h". */
const theDayBefore: Reader<Lead> = oneOf(
  map(both(before(partOfDay, dayBefore), maybe(hourSaid)), ([part, at]) => partBefore(part, at)),
  map(before(after(maybe(says('lúc', 'vào lúc')), bareHour), dayBefore), (at) => inDays(1, at)),
  map(both(dayBefore, maybe(hourSaid)), ([, at]) => inDays(1, at)),
  map(says('the evening before', 'the night before'), () => inDays(1, defaultHour('evening'))),
  map(says('the day before'), () => inDays(1)),
);

const theSameDay: Reader<Lead> = oneOf(
  map(both(before(after(maybe(says('ngay')), partOfDay), sameDay), maybe(hourSaid)), ([part, at]) =>
    inDays(0, at ?? (part === 'morning' ? MORNING_OF_THE_DAY : defaultHour(part))),
  ),
  map(before(after(maybe(says('lúc', 'vào lúc')), bareHour), sameDay), (at) => inDays(0, at)),
  map(says('in the morning of the day', 'that morning'), () => inDays(0, MORNING_OF_THE_DAY)),
);

const onTime = map(
  says('đúng giờ', 'ngay giờ', 'tới giờ', 'đến giờ', 'vào giờ họp', 'đúng giờ họp', 'at the time', 'on time'),
  () => inMinutes(0),
);

const named = longest(theDayBefore, theSameDay, onTime);

const separator = oneOf<unknown>(
  both(mark(',', ';'), says('và', 'and')),
  mark(',', ';', '+', '&'),
  says('và', 'với', 'rồi', 'and'),
);

const aheadWord = says('trước', 'trước khi họp', 'sớm');
const tail = maybe(
  says('khi họp', 'khi sinh hoạt', 'giờ họp', 'buổi họp', 'khi bắt đầu', 'giờ bắt đầu', 'buổi sinh hoạt'),
);
const remind = says(
  ...[
    'nhắc',
    'báo',
    'nhắc nhở',
    'thông báo',
    'nhắc hẹn',
    'nhắc lại',
    'có nhắc',
    'nhắc mọi người',
    'cần nhắc',
    'remind',
  ],
  ...['nhắc lịch', 'remind us'],
);

const noHourOfClock = unless(nothing, hourOfClock(7));
const noLateHour = unless(nothing, hourOfClock(MOST_HOURS));

/** "trước 7h sáng" and "có mặt trước 7h" are hours, not lengths. */
const notAnHour = unless(after(both(aheadWord, noLateHour), amountAt), partOfDay);

const ahead = before(notAnHour, tail);
const behindWord = says('trước', 'before', 'earlier', 'in advance', 'trước khi họp');

const behind = map(both(before(amount, both(behindWord, tail)), maybe(hourSaid)), atHour);
const bare = after(noHourOfClock, unless(amountAt, says('nữa', 'một lần', '1 lần', 'sau', 'tới')));

const dayFollows = oneOf<unknown>(
  says('ngày', 'mùng', 'mồng', 'thứ', 't', 'cn', 'chủ nhật', 'mai', 'hằng', 'hàng', 'mỗi', 'các', 'hôm'),
  partOfDay,
  figures(),
);

/** In "trước 3 ngày, 2h" the hours are a lead, in "trước 3 ngày, 19h30 ngày 5" they are of the clock. */
const bareInLine = unless(
  mapIf(bare, (lead) =>
    lead.kind === 'minutes' && lead.minutes > MOST_HOURS * MINUTES_OF_HOUR ? undefined : lead,
  ),
  dayFollows,
);

/** "3 ngày và 2 tiếng trước". */
const allBehind: Reader<readonly Lead[]> = before(listOf(amountAt, separator), behindWord);

const none: Reader<readonly Lead[]> = map(
  says(
    ...[
      'không cần nhắc trước',
      'không nhắc trước',
      'không cần nhắc',
      'không nhắc',
      'khỏi nhắc',
      'khỏi nhắc trước',
    ],
    ...['khỏi cần nhắc', 'khỏi cần nhắc trước', 'đừng nhắc trước', 'ko nhắc', 'ko nhắc trước', 'ko cần nhắc'],
    ...['ko cần nhắc trước', 'không cần báo trước', 'không báo trước', 'no reminder', 'no reminders'],
  ),
  () => [],
);

const beforePaper = says(
  ...['đọc', 'xem', 'nghe', 'điểm', 'tờ', 'bài', 'làm', 'viết', 'nhà', 'ra', 'phát', 'thi'],
);

// In "nhac toi hom truoc" the evening is more likely than the person.
const announced = longest(announcedBy(unlessPaper(remind)), announcedBy(says('nhắc tôi')));

/** Leads inside a line, where "3 ngày" alone may be anything. */
export const leadsInLine: Reader<readonly Lead[]> = map(
  longest(
    none,
    announced,
    listFrom(ahead),
    listFrom(named),
    map(after(says('chỉ'), announced), (leads) => leads),
  ),
  unique,
);

/** The same behind a comma or at the beginning: "3 ngày trước". */
export const leadsAwaited: Reader<readonly Lead[]> = map(
  longest(leadsInLine, listFrom(behind), allBehind),
  unique,
);

const refusal: Reader<readonly Lead[]> = map(
  says(
    'không',
    'ko',
    'k',
    'không cần',
    'ko cần',
    'khỏi',
    'thôi',
    'no',
    'none',
    'không có',
    'khỏi cần',
    'hông',
  ),
  () => [],
);

const answer = map(
  longest(leadsAwaited, listFrom(bare, bare), allBehind, after(remind, listFrom(bare, bare))),
  unique,
);

/** Reads a bare answer to "Nhắc trước bao lâu?"; [] means that no reminder is wanted, undefined that it is none. */
export function readLeads(text: string): readonly Lead[] | undefined {
  const line = new Line(text);
  return reads(before(longest(refusal, answer), maybe(mark('.', '!'))), line);
}

function atHour([lead, at]: readonly [Lead, Temporal.PlainTime | undefined]): Lead {
  return lead.kind === 'days' && at ? { ...lead, at } : lead;
}

function partBefore(part: PartOfDay, at: Temporal.PlainTime | undefined): Lead {
  return inDays(1, at ?? defaultHour(part));
}

function announcedBy(word: Reader<unknown>): Reader<readonly Lead[]> {
  return after(word, longest(listFrom(oneOf(named, ahead, behind, bare)), allBehind));
}

/** "đọc báo" reminds nobody. */
function unlessPaper(reader: Reader<unknown>): Reader<unknown> {
  return beginning(reader.first, (line, at) => (beforePaper(line, at - 1) ? undefined : reader(line, at)));
}

function listFrom(first: Reader<Lead>, further: Reader<Lead> = bareInLine): Reader<readonly Lead[]> {
  return listOf(first, separator, oneOf(named, ahead, behind, further));
}

function unique(leads: readonly Lead[]): readonly Lead[] {
  const seen = new Map(leads.map((lead) => [JSON.stringify(lead), lead]));
  return [...seen.values()];
}
