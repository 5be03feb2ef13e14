import { figures, mark, oneOf, says, unless } from '../grammar/grammar.ts';
import type { Span } from '../grammar/leftover.ts';
import type { Line } from '../grammar/line.ts';
import type { Reader } from '../grammar/reader.ts';

/** Where a place is said: from the word that announces it up to a comma, the end or a time. */
export type PlaceSpan = Span & { readonly words: number };

/** "tai lieu", "tai nan" typed without diacritics are not "tại". */
const otherTai = says(
  ...[
    'liệu',
    'nạn',
    'sản',
    'chính',
    'biến',
    'năng',
    'xế',
    'tiếng',
    'sao',
    'chỗ',
    'nguyên',
    'khoản',
    'trợ',
    'chức',
  ],
);

const announces: Reader<unknown> = oneOf<unknown>(
  unless(
    says(
      'tại',
      'địa điểm',
      'địa điểm tại',
      'nơi họp',
      'tổ chức tại',
      'họp tại',
      'tập trung tại',
      'tập trung ở',
    ),
    otherTai,
  ),
  unless(says('at', 'at the'), oneOf<unknown>(figures(), says('noon', 'night', 'midnight'))),
);
const atSegmentStart = says('ở', 'tại');

const closes = mark(',', ';', '|', '\n');

/** `taken`: what was read as something else. It ends a place, and behind it "ở" begins one. */
export function findPlace(line: Line, taken: readonly Span[]): PlaceSpan | undefined {
  const ends = new Set(taken.map(({ to }) => to));
  const starts = new Set(taken.map(({ from }) => from));
  for (let at = 0; at < line.tokens.length; at += 1) {
    const words = announcedAt(line, at, ends);
    const to = words === undefined ? 0 : endOf(line, words, starts);
    if (words !== undefined && to > words) return { from: at, words, to };
  }
  return undefined;
}

function announcedAt(line: Line, at: number, opens: ReadonlySet<number>): number | undefined {
  const startsSegment =
    at === 0 || opens.has(at) || closes(line, at - 1) !== undefined || lineBreak(line, at);
  const found = announces(line, at) ?? (startsSegment ? atSegmentStart(line, at) : undefined);
  return found && (mark(':')(line, found.next)?.next ?? found.next);
}

function lineBreak(line: Line, at: number): boolean {
  const here = line.tokens[at];
  const previous = line.tokens[at - 1];
  return (
    here !== undefined && previous !== undefined && line.text.slice(previous.end, here.start).includes('\n')
  );
}

function endOf(line: Line, from: number, starts: ReadonlySet<number>): number {
  let at = from;
  while (at < line.tokens.length) {
    if (lineBreak(line, at) || starts.has(at) || (closes(line, at) && !goesOn(line, at, starts))) break;
    at += 1;
  }
  return at;
}

const addressPart = says(
  ...['trụ sở', 'ubnd', 'hội trường', 'trung tâm'],
  ...[
    'số',
    'đường',
    'phố',
    'ngõ',
    'ngách',
    'hẻm',
    'kiệt',
    'ấp',
    'thôn',
    'khóm',
    'khu phố',
    'khu',
    'buôn',
    'bản',
  ],
  ...['làng', 'xã', 'phường', 'thị trấn', 'thị xã', 'quận', 'huyện', 'tỉnh', 'thành phố', 'tp', 'tổ dân phố'],
  ...[
    'tầng',
    'lầu',
    'phòng',
    'tòa nhà',
    'lô',
    'km',
    'quốc lộ',
    'tỉnh lộ',
    'đối diện',
    'cạnh',
    'gần',
    'sau lưng',
  ],
);

/** "Hội trường UBND xã, số 12 đường 3/2, ấp 2": an address goes on over its commas. */
function goesOn(line: Line, at: number, starts: ReadonlySet<number>): boolean {
  return mark(',')(line, at) !== undefined && addressPart(line, at + 1) !== undefined && !starts.has(at + 1);
}

const event = says(
  ...[
    'sinh hoạt',
    'họp',
    'hội nghị',
    'ra quân',
    'lao động',
    'tập huấn',
    'chào cờ',
    'giao ban',
    'học tập',
    'dọn',
  ],
  ...[
    'tổng vệ sinh',
    'thăm',
    'tọa đàm',
    'hiến máu',
    'tuyên truyền',
    'kết nạp',
    'đại hội',
    'sơ kết',
    'tổng kết',
  ],
);
const partOfName = says(
  'phòng',
  'nhà',
  'điểm',
  'khu',
  'hội',
  'nơi',
  'sảnh',
  'ban',
  'trung tâm',
  'chỗ',
  'học',
);

/** "tại nhà văn hóa sinh hoạt chi bộ": where the title begins, when no comma says so. */
export function eventInPlace(line: Line, { words, to }: PlaceSpan): number | undefined {
  for (let at = words + 1; at < to; at += 1) {
    if (event(line, at) && !partOfName(line, at - 1)) return at;
  }
  return undefined;
}
