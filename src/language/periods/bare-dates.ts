import {
  after,
  before,
  both,
  figures,
  glued,
  map,
  mapIf,
  mark,
  maybe,
  oneOf,
  says,
  token,
  unless,
} from '../grammar/grammar.ts';
import { dayNumber, loneNumber, within } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import type { DateSaid } from '../moments/slots.ts';

const day = upTo(31);
const month = upTo(12);

const unit = oneOf<unknown>(
  mark('%'),
  glued(token((here) => here.kind === 'word')),
  glued(both(mark('/', '-', '.', ','), glued(figures()))),
  says(
    ...[
      'triệu',
      'tr',
      'tỷ',
      'nghìn',
      'ngàn',
      'kg',
      'tấn',
      'tạ',
      'ha',
      'm',
      'm2',
      'km',
      'mét',
      'sào',
      'lít',
      'đồng',
    ],
    ...[
      'người',
      'hộ',
      'em',
      'thôn',
      'ấp',
      'kỳ',
      'đảng viên',
      'đoàn viên',
      'hội viên',
      'đồng chí',
      'tiêu chí',
    ],
    ...['ngày công', 'suất', 'phần', 'giờ', 'buổi', 'thành viên', 'đại biểu', 'lớp', 'xã', 'nhà', 'cháu'],
  ),
);

/** "8-11", "20.11", "22-23/11" behind a word that announces a date; of several days the last. */
export const dashedDate: Reader<DateSaid> = unless(
  map(
    oneOf(both(after(earlierDays(), day), monthBehind('/', '-', '.')), both(day, monthBehind('/', '-', '.'))),
    ([inMonth, number]) => ({ day: inMonth, month: number }),
  ),
  unit,
);

/** "28/10", "20-11" with nothing before it: a date when it cannot be a part of a whole. */
export const bareDate: Reader<DateSaid> = mapIf(dashedDate, (said) =>
  said.day > said.month ? said : undefined,
);

function earlierDays(): Reader<unknown> {
  return before(day, oneOf<unknown>(glued(mark('-')), says('và', 'đến'), mark(',')));
}

function monthBehind(...marks: readonly string[]): Reader<number> {
  return glued(after(mark(...marks), glued(month)));
}

function upTo(most: number): Reader<number> {
  return mapIf(
    figures((here) => here.plain.length <= 2),
    ({ value }) => within(1, most)(value),
  );
}

const counts = oneOf<unknown>(
  figures(),
  mark('/', '-', '.', ':', '%'),
  says(
    ...[
      'lần',
      'bữa',
      'buổi',
      'ca',
      'suất',
      'tiếng',
      'giờ',
      'công',
      'người',
      'đêm',
      'tuổi',
      'kg',
      'km',
      'bao',
      'chuyến',
    ],
    ...[
      'phần',
      'cuốn',
      'đồng',
      'lượt',
      'em',
      'hộ',
      'cháu',
      'bạn',
      'cốc',
      'ly',
      'lít',
      'k',
      'ngàn',
      'nghìn',
      'triệu',
    ],
    ...[
      'hàng',
      'hằng',
      'mỗi',
      'âm',
      'tháng',
      'rằm',
      'cữ',
      'con',
      'cái',
      'chiếc',
      'ngày',
      'năm',
      'h',
      'bát',
      'tô',
      'ổ',
    ],
    ...['Tết', 'tết', 'giêng', 'chạp', 'xe', 'cây', 'mét', 'm', 'm2', 'ha', 'tin', 'bài'],
  ),
);

const dayWord = oneOf<unknown>(
  both(maybe(says('ngày', 'hôm', 'đêm', 'tối', 'sáng', 'chiều', 'trưa')), says('mùng', 'mồng')),
  says('ngày', 'hôm'),
);

/** "ngày 15", "mùng 5": a day of a month that is not named; not "ngày 3 bữa". */
export const dayAlone: Reader<number> = unless(after(dayWord, dayNumber), counts);

/** How many days ago: "3 ngày trước", "cách đây hai hôm". */
export const daysBefore: Reader<number> = oneOf(
  before(before(loneNumber, says('ngày', 'hôm', 'bữa')), says('trước', 'trước đây')),
  after(says('cách đây', 'cách nay'), before(loneNumber, says('ngày', 'hôm', 'bữa'))),
);

/** "từ ngày 5/11 đến ngày 9/11" ends with its last day. */
export function lastOf(date: Reader<DateSaid>): Reader<DateSaid> {
  const one = after(maybe(says('ngày', 'hôm', 'mùng')), date);
  return after(says('từ'), after(one, after(oneOf<unknown>(says('đến', 'tới'), mark('-')), one)));
}

/** "ngày 15 tháng trước": the day, and how many months ago. */
export const dayOfMonthAgo: Reader<readonly [number, number]> = both(
  after(dayWord, dayNumber),
  after(
    says('tháng'),
    oneOf(
      map(says('này'), () => 0),
      map(says('trước', 'rồi', 'qua', 'vừa rồi', 'vừa qua'), () => 1),
    ),
  ),
);
