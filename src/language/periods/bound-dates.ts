import { says } from '../grammar/grammar.ts';
import type { Line } from '../grammar/line.ts';
import type { DateSaid } from '../moments/slots.ts';
import { bareDate } from './bare-dates.ts';

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

export function isBound(line: Line, at: number): boolean {
  return (at > 0 && bindsDate(line, at - 1) !== undefined && !isPerson(line, at - 1)) || isUpToNow(line, at);
}

const person = says(
  ...['nạn nhân', 'bệnh nhân', 'công nhân', 'quân nhân', 'thân nhân', 'nghệ nhân', 'cá nhân', 'doanh nhân'],
  ...['thi nhân', 'tư nhân', 'chủ nhân', 'phạm nhân'],
);

/** "trả cho nạn nhân tối 20/11": no "nhân" of an anniversary. */
function isPerson(line: Line, at: number): boolean {
  return at > 0 && person(line, at - 1) !== undefined;
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

const holiday = says(
  ...[
    'nhân',
    'dịp',
    'mừng',
    'niệm',
    'hướng tới',
    'lễ',
    'tết',
    'truyền thống',
    'thành lập',
    'quốc khánh',
    'trước',
  ],
  ...['ngày nhà giáo', 'ngày phụ nữ', 'ngày pháp luật', 'ngày quốc tế', 'ngày thầy thuốc', 'ngày doanh nhân'],
);
/** What a fraction counts or a number names: "lớp 7/2", "hẻm 25/4", "chợ 26/3". */
const numbered = says(
  ...['lớp', 'số', 'tổ', 'hẻm', 'ngõ', 'ngách', 'kiệt', 'binh', 'hạng', 'đường', 'chợ', 'phường'],
  ...['ngày', 'hôm', 'trường', 'khu', 'phố', 'đợt', 'thôn', 'ấp', 'đạt', 'được', 'hơn', 'gần'],
);

const houseNumber = says('số nhà', 'ở nhà', 'tại nhà');

/** "dọn chợ 22/11": a date alone, unless an anniversary, a street or a class goes by it. */
export function readBareDate(line: Line, at: number): DateSaid | undefined {
  const found = bareDate(line, at);
  const before = line.at(at - 1);
  const isNumber = (at > 0 && numbered(line, at - 1)) || (at > 1 && houseNumber(line, at - 2));
  if (!found || before?.kind === 'number' || line.at(at)?.glued || isNumber) return undefined;
  const words = Array.from({ length: WORDS_BACK }, (_, back) => at - 1 - back).filter((word) => word >= 0);
  return words.some((word) => holiday(line, word) && !isPerson(line, word)) ? undefined : found.value;
}
