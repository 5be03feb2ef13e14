import {
  after,
  before,
  both,
  figures,
  followedBy,
  glued,
  listOf,
  longest,
  map,
  mapIf,
  mark,
  maybe,
  meaning,
  nothing,
  oneOf,
  says,
  unless,
} from '../grammar/grammar.ts';
import type { Line } from '../grammar/line.ts';
import { digits, numberInWords } from '../grammar/numbers.ts';
import { beginning, type Found, type Reader } from '../grammar/reader.ts';

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** An hour as it was said. `half`: English am or pm; `padded`: "07:30", surely of a 24-hour clock. */
export type ClockSaid = {
  readonly hour: number;
  readonly minute: number;
  readonly padded: boolean;
  readonly half?: 'am' | 'pm' | undefined;
  readonly part?: PartOfDay | undefined;
  /** "19h đến 21h" also says when it ends. */
  readonly until?: ClockSaid | undefined;
  /** "7h và 14h": two sessions a day. */
  readonly also?: readonly ClockSaid[] | undefined;
};

const EACH_PART = new Map<PartOfDay, readonly string[]>([
  ['morning', ['sáng', 'buổi sáng', 'sáng sớm', 'in the morning', 'morning']],
  ['noon', ['trưa', 'buổi trưa']],
  ['afternoon', ['chiều', 'buổi chiều', 'xế chiều', 'in the afternoon', 'afternoon']],
  ['evening', ['tối', 'buổi tối', 'chiều tối', 'in the evening', 'evening']],
  ['night', ['đêm', 'ban đêm', 'khuya', 'đêm khuya', 'at night']],
]);

/** Words that begin like a part of the day: "sáng tạo", "tối ưu", "đêm hội", "sang năm". */
const otherWords = says(
  ...['tạo', 'kiến', 'tác', 'lập', 'suốt', 'ngời', 'đẹp', 'ưu', 'đa', 'thiểu', 'cao', 'tăm', 'dài', 'rộng'],
  ...['sâu', 'hướng', 'nhạc', 'hội', 'giao lưu', 'thơ', 'tuần', 'tháng', 'năm nay', 'năm sau', 'năm tới'],
);

const eachPart = unless(meaning(EACH_PART), otherWords);

export const partOfDay: Reader<PartOfDay> = beginning(eachPart.first, (line, at) =>
  isMovedOver(line, at) ? undefined : eachPart(line, at),
);

const moves = says('đổi', 'chuyển', 'dời', 'dịch', 'lùi', 'đẩy', 'hoãn');
const MOST_WORDS_BETWEEN = 2;

/** "đổi sang thứ bảy", "chuyển lịch họp sang 20h": over to another day, and no morning. */
function isMovedOver(line: Line, at: number): boolean {
  if (line.at(at)?.spelling !== 'sang') return false;
  for (let before = at - 1; before >= at - 1 - MOST_WORDS_BETWEEN; before -= 1) {
    if (line.at(before)?.kind !== 'word') return false;
    if (moves(line, before)) return true;
  }
  return false;
}

const ofTwoDigits = mapIf(
  figures((here) => here.plain.length === 2),
  ({ value }) => value,
);

const hourMark = oneOf(says('giờ', 'h'), glued(says('g')));
const minuteMark = oneOf<unknown>(says('phút', 'ph', 'p'), glued(mark("'", '’', '′')));

const monthly = unless(
  says('hằng tháng', 'hàng tháng', 'mỗi tháng', 'các tháng'),
  both(maybe(mark(',')), both(maybe(says('vào')), says('ngày', 'mùng', 'mồng', 'thứ'))),
);

/** "19h, 10 ngày một lần". */
const howOften = both(
  says('ngày', 'tuần', 'tháng', 'năm'),
  oneOf<unknown>(both(maybe(says('họp', 'sinh hoạt')), says('một lần', '1 lần')), mark('/')),
);

/** "19h 15 hằng tháng" and "19h 15/3" go on with a day, not with minutes. */
const goesOnAsDay = oneOf<unknown>(
  monthly,
  howOften,
  says('days', 'weeks', 'months', 'tết'),
  says('tháng', 'tiếng', 'giờ', 'h', 'rưỡi'),
  glued(mark('/', '-', '.', ':')),
  both(oneOf<unknown>(says('và'), mark(',')), both(digits, monthly)),
);

const wholeTens = mapIf(numberInWords, (value) => (value >= 10 ? value : undefined));

const minutesBehind: Reader<number> = longest(
  glued(before(ofTwoDigits, maybe(minuteMark))),
  before(oneOf(digits, numberInWords), minuteMark),
  unless(ofTwoDigits, goesOnAsDay),
  unless(wholeTens, howOften),
  map(says('rưỡi'), () => 30),
  map(after(says('kém'), before(oneOf(digits, numberInWords), maybe(minuteMark))), (left) => -left),
);

type Face = { readonly hour: number; readonly minute: number; readonly padded: boolean };

const hourDigits = mapIf(
  figures((here) => here.plain.length <= 2),
  ({ value, plain }) => ({ hour: value, minute: 0, padded: plain.length === 2 && value < 10 }),
);
const anyHour: Reader<Face> = oneOf(
  hourDigits,
  map(unless(numberInWords, isAfterHours), (hour) => ({ hour, minute: 0, padded: false })),
);

const colonTime = map(both(hourDigits, glued(after(mark(':'), glued(ofTwoDigits)))), withMinute);
const hourTime = map(both(before(anyHour, hourMark), maybe(minutesBehind)), withMinute);
const halfPast = map(before(anyHour, says('rưỡi')), (face) => ({ ...face, minute: 30 }));

/** "19.30" may also be a number or a date, so it holds only where an hour is awaited. */
const dotTime = map(both(hourDigits, glued(after(mark('.'), glued(ofTwoDigits)))), withMinute);

const amOrPm = meaning(
  new Map<'am' | 'pm', readonly string[]>([
    ['am', ['am']],
    ['pm', ['pm']],
  ]),
);

const noSuffix = { half: undefined, part: undefined };

/** "7h tối" ends here, in "7h tối nay" the part belongs to the day. */
const suffix = oneOf<{ half: 'am' | 'pm' | undefined; part: PartOfDay | undefined }>(
  map(amOrPm, (half) => ({ ...noSuffix, half })),
  map(unless(partOfDay, says('nay', 'qua')), (part) => ({ ...noSuffix, part })),
);

const bareWithHalf = map(both(hourDigits, amOrPm), ([face, half]) => ({ ...face, half }));

const midnight = map(says('nửa đêm', 'midnight'), () => ({ hour: 24, minute: 0, padded: true }));
const noon = map(says('giữa trưa', 'đúng trưa', '12 noon', 'noon', '12h noon'), () => ({
  hour: 12,
  minute: 0,
  padded: true,
}));

/** "19h30", "7 rưỡi", "19:30" without a part of the day. */
export const clockFace: Reader<Face> = longest(colonTime, hourTime, halfPast);

const single: Reader<ClockSaid> = longest(midnight, noon, bareWithHalf, complete(clockFace));

const partFirst: Reader<ClockSaid> = map(
  both(before(partOfDay, maybe(says('lúc', 'vào lúc', 'at'))), single),
  ([part, clock]) => ({ ...clock, part: clock.part ?? part }),
);

export const to = oneOf<unknown>(mark('-', '–', '→'), says('đến', 'tới', 'to', 'till', 'until'));

/** The same without its end. */
export const oneClock: Reader<ClockSaid> = longest(single, partFirst);

const clockOnce: Reader<ClockSaid> = withEnd(oneClock, single);

const and = after(
  oneOf<unknown>(both(maybe(mark(',')), says('và', 'and', 'và lúc', 'và từ', 'rồi')), mark('&', '+')),
  maybe(says('lúc', 'vào lúc', 'từ', 'at')),
);

/** "sáng 8h, chiều 14h": a comma alone may as well correct an hour. */
const listedClock: Reader<ClockSaid> = oneOf(
  after(and, clockOnce),
  followedBy(after(mark(','), clockOnce), and),
  after(mark(','), partFirst),
);

const isThere = says('có mặt', 'tập trung', 'kết thúc', 'xong');
const further = unless(listOf(listedClock, nothing), isThere);

/** "19h30", "7 giờ 30 phút tối", "bảy rưỡi", "8h kém 15", "tối lúc 7h", "4 pm", "19h–21h", "7h và 14h". */
export const clock: Reader<ClockSaid> = map(both(clockOnce, maybe(further)), ([said, also]) => ({
  ...said,
  ...(also && { also }),
}));

/** The same and "19.30", where only an hour can stand. */
export const clockAwaited: Reader<ClockSaid> = longest(
  clock,
  withEnd(complete(dotTime), oneOf(single, complete(dotTime))),
);

/** "sau giờ làm việc" is no six o'clock: typed with diacritics, or before what is done in those hours. */
function isAfterHours(line: Line, at: number): Found<undefined> | undefined {
  const here = line.at(at);
  if (line.at(at - 1)?.spelling !== 'sau' || here?.plain !== 'gio') return undefined;
  const isSix = here.spelling === here.plain && !followsActivity(line, at + 1);
  return isSix ? undefined : { value: undefined, next: at };
}

const restOfTime = oneOf<unknown>(
  partOfDay,
  figures(),
  says(
    'rưỡi',
    'kém',
    'ngày',
    'mùng',
    'thứ',
    'hằng',
    'hàng',
    'mỗi',
    'mai',
    'hôm',
    'chủ nhật',
    'cn',
    't',
    'tuần',
  ),
);

function followsActivity(line: Line, at: number): boolean {
  return line.at(at)?.kind === 'word' && restOfTime(line, at) === undefined;
}

function withMinute([face, minute]: readonly [Face, number | undefined]): Face {
  return {
    ...face,
    minute: minute ?? 0,
  };
}

function complete(face: Reader<Face>): Reader<ClockSaid> {
  return map(both(face, maybe(suffix)), ([{ hour, minute, padded }, said]) => ({
    // Nobody counts down to an hour of the evening without saying so.
    ...(minute < 0
      ? { hour: (hour + 23) % 24, minute: minute + 60, padded: true }
      : { hour, minute, padded }),
    ...said,
  }));
}

function withEnd(clock: Reader<ClockSaid>, end: Reader<ClockSaid>): Reader<ClockSaid> {
  return map(both(clock, maybe(after(to, end))), ([from, until]) => {
    const part = from.part ?? (until && until.hour >= from.hour && until.hour <= 12 ? until.part : undefined);
    return { ...from, part, until };
  });
}
