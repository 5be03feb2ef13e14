import {
  both,
  endOfLine,
  figures,
  followedBy,
  longest,
  map,
  mapIf,
  mark,
  maybe,
  meaning,
  oneOf,
  says,
  token,
  unless,
} from './grammar.ts';
import type { Line } from './line.ts';
import type { Found, Reader } from './reader.ts';

/** A number in digits, at most four of them. */
export const digits: Reader<number> = mapIf(figures(), ({ value }) =>
  Number.isNaN(value) ? undefined : value,
);

const unit = meaning(
  new Map([
    [1, ['một']],
    [2, ['hai']],
    [3, ['ba']],
    [4, ['bốn', 'tư']],
    [5, ['năm']],
    [6, ['sáu']],
    [7, ['bảy', 'bẩy']],
    [8, ['tám']],
    [9, ['chín']],
  ]),
);

const onlyBehindTens = meaning(
  new Map([
    [1, ['mốt']],
    [5, ['lăm', 'nhăm']],
  ]),
);

const unitBehindTens = longest(unit, onlyBehindTens);

const ten = map(both(says('mười'), maybe(unitBehindTens)), ([, units]) => 10 + (units ?? 0));

const twenties = map(both(says('hăm'), unitBehindTens), ([, units]) => 20 + units);

const tens = map(
  both(both(unit, says('mươi', 'mười')), maybe(unitBehindTens)),
  ([[tensDigit], units]) => tensDigit * 10 + (units ?? 0),
);

/** "hai lăm", "ba mốt": the word for ten left out. */
const shortTens = map(both(unit, onlyBehindTens), ([tensDigit, units]) => tensDigit * 10 + units);

export const numberInWords: Reader<number> = longest(tens, shortTens, twenties, ten, unit);

export const anyNumber: Reader<number> = oneOf(digits, numberInWords);

/** What makes a number in front of it part of an hour, a date or an amount: 7h, 7:30, 7/2, 7.500, 7 giờ. */
const joined: Reader<undefined> = (line, at): Found<undefined> | undefined => {
  const here = line.at(at);
  if (here?.glued && here.kind === 'word') return { value: undefined, next: at };
  const binds = here?.glued && (here.plain === ':' || here.plain === '/' || here.plain === '.');
  if (binds && gluedDigit(line, at + 1)) return { value: undefined, next: at };
  return hourWord(line, at) && { value: undefined, next: at };
};

const hourWord = says('giờ', 'rưỡi', 'h', 'phút', 'tiếng');

/** A number that stands for itself: not the beginning of an hour, a date or an amount. */
export const loneNumber: Reader<number> = unless(anyNumber, joined);
export const loneDigits: Reader<number> = unless(digits, joined);

/** In "ngày 5, 20 hằng tháng" 20 is a day; in "ngày 5, 20 đồng chí" it counts people. */
const goesOnAsTime = oneOf<unknown>(
  endOfLine,
  token((here) => here.kind !== 'word'),
  // "ngày 5, 3 tháng một lần" lists no third day.
  unless(says('tháng'), oneOf<unknown>(says('một', '1'), mark('/'))),
  says(
    'và',
    'hằng',
    'hàng',
    'mỗi',
    'các',
    'của',
    'trong',
    'lúc',
    'vào',
    'sáng',
    'trưa',
    'chiều',
    'tối',
    'and',
    'of',
  ),
);

/** A further number of a list whose first item said what is listed. */
export const listedNumber: Reader<number> = followedBy(loneNumber, goesOnAsTime);

export const dayNumber: Reader<number> = mapIf(loneNumber, within(1, 31));
export const yearNumber: Reader<number> = mapIf(
  figures((here) => here.plain.length === 4),
  ({ value }) => within(1900, 2199)(value),
);

export function within(low: number, high: number) {
  return (value: number): number | undefined => (value >= low && value <= high ? value : undefined);
}

function gluedDigit(line: Line, at: number): boolean {
  const here = line.at(at);
  return here?.kind === 'number' && here.glued;
}
