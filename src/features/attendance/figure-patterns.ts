import type { Mode } from '../sessions/session.ts';
import { type Count, checkCount } from './figures.ts';

/** A piece of what was typed: a word, a number or a mark. */
export type FigureToken = { plain: string; value: number | undefined; start: number; end: number };

/**
 * What one pattern gives; `absent` counts all who were not there, `unexcused` those without a reason, `people` is
 * a bare number.
 */
export type FoundFigures = Partial<Record<Count | 'absent' | 'unexcused' | 'people', number | undefined>> & {
  mode?: Mode;
};

type Pattern = {
  /** Each may stand at its place: alternatives of one or more words, `#` a number, a `?` behind what may be missing. */
  steps: readonly { words: readonly (readonly string[])[]; isNumber: boolean; optional: boolean }[];
  /** Only as a part between commas, so that the same words in a sentence stay a sentence. */
  alone: boolean;
  give(numbers: readonly number[]): FoundFigures;
};

const PRESENT = 'co_mat|tham_du|den_du|tham_gia|du|present|attended';
const PEOPLE = 'nguoi|dong_chi|dang_vien|doan_vien|hoi_vien|thanh_vien|can_bo|people|members';
const EXCUSED = 'vang_mat_co_ly_do|vang_co_ly_do|vang_co_phep|co_ly_do|co_phep|excused';
const UNEXCUSED = 'vang_mat_khong_ly_do|vang_khong_ly_do|vang_khong_phep|khong_ly_do|khong_phep';
const OUT_OF = '/|tren_tong_so|trong_tong_so|tren|trong|of';

/** The first that fits is taken. */
const PATTERNS: readonly Pattern[] = [
  compile(`${PRESENT}? # luot|visits nguoi? ${PRESENT}?`, one('visits')),
  compile('luot nguoi? #', one('visits')),
  compile(`${PRESENT}? # ${OUT_OF} # ${PEOPLE}? ${PRESENT}?`, ratio),
  compile('# diem_cau|diem_truc_tuyen|sites|site', one('sites')),
  compile('diem_cau #', one('sites')),
  compile(`${UNEXCUSED} # ${PEOPLE}?`, some('unexcused')),
  compile(`# ${PEOPLE}? ${UNEXCUSED}`, some('unexcused')),
  compile(`${EXCUSED} # ${PEOPLE}?`, one('excused')),
  compile(`# ${PEOPLE}? ${EXCUSED}`, one('excused')),
  compile(`vang_mat|vang # ${PEOPLE}? co_ly_do|co_phep`, one('excused')),
  compile(`vang_mat|vang # ${PEOPLE}? khong_ly_do|khong_phep`, some('unexcused')),
  compile(`vang_mat|vang|absent # ${PEOPLE}?`, some('absent')),
  compile(`# ${PEOPLE}? vang_mat|vang|absent`, some('absent')),
  compile(`trieu_tap|tong_so|si_so|tong|expected # ${PEOPLE}?`, one('expected')),
  compile(`${PRESENT} # ${PEOPLE}`, one('present')),
  compile(`# ${PEOPLE}? ${PRESENT}`, one('present')),
  compile(`${PRESENT} #`, one('present'), true),
  compile(`# ${PEOPLE}?`, some('people'), true),
  compile('hinh_thuc truc_tiep ket_hop|va|voi truc_tuyen', mode('both')),
  compile('hinh_thuc truc_tuyen ket_hop|va|voi truc_tiep', mode('both')),
  compile('hinh_thuc ket_hop', mode('both')),
  compile('hinh_thuc truc_tuyen|online', mode('online')),
  compile('hinh_thuc truc_tiep', mode('in_person')),
  compile('truc_tiep ket_hop|va|voi truc_tuyen', mode('both'), true),
  compile('truc_tuyen ket_hop|va|voi truc_tiep', mode('both'), true),
  compile('ket_hop|hybrid', mode('both'), true),
  compile('truc_tuyen|online', mode('online'), true),
  compile('truc_tiep|in_person', mode('in_person'), true),
];

/** The figure that begins at a token, if one does; the one before it ended at `last`. @throws UserError when its number cannot be meant */
export function takeFigure(
  tokens: readonly FigureToken[],
  at: number,
  last: number,
): { found: FoundFigures; next: number } | undefined {
  for (const pattern of PATTERNS) {
    const taken = takePattern(tokens, at, last, pattern);
    if (taken) return taken;
  }
  return undefined;
}

function takePattern(
  tokens: readonly FigureToken[],
  at: number,
  last: number,
  { steps, alone, give }: Pattern,
): { found: FoundFigures; next: number } | undefined {
  const numbers: number[] = [];
  let next = at;
  for (const step of steps) {
    const taken = takeStep(tokens, next, next === at, step);
    if (!taken) return undefined;
    if (taken.value !== undefined) numbers.push(taken.value);
    next = taken.next;
  }
  if (isDate(tokens, at, next) || (alone && !standsAlone(tokens, at, next, last))) return undefined;
  return { found: give(numbers), next };
}

/** Where a step ends, and the number that it took; undefined where it does not fit. */
function takeStep(
  tokens: readonly FigureToken[],
  at: number,
  isFirst: boolean,
  { words, isNumber, optional }: Pattern['steps'][number],
): { next: number; value?: number | undefined } | undefined {
  const missing = optional ? { next: at } : undefined;
  if (isNumber) {
    const from = isFirst ? at : skipColon(tokens, at);
    const value = tokens[from]?.value;
    return value === undefined ? missing : { next: from + 1, value };
  }
  const next = takeWords(tokens, at, words);
  return next === undefined ? missing : { next };
}

/** "vắng: 3", "có mặt là 18". */
function skipColon(tokens: readonly FigureToken[], at: number): number {
  return [':', 'la', '='].includes(tokens[at]?.plain ?? '') ? at + 1 : at;
}

function takeWords(tokens: readonly FigureToken[], at: number, words: readonly (readonly string[])[]) {
  const found = words.find((each) => each.every((word, index) => tokens[at + index]?.plain === word));
  return found && at + found.length;
}

/** A number with a stroke behind these is a date: "tháng 1/2026". */
const DATES = new Set('ngay thang quy nam khoa ky'.split(' '));

function isDate(tokens: readonly FigureToken[], at: number, next: number): boolean {
  return DATES.has(tokens[at - 1]?.plain ?? '') && tokens.slice(at, next).some(({ plain }) => plain === '/');
}

function some(key: 'absent' | 'unexcused' | 'people') {
  return ([value = 0]: readonly number[]): FoundFigures => ({
    [key]: checkCount('present', value),
  });
}

/** What a count may be followed by without a comma: "có mặt 18 vắng 3". */
const GOES_ON = new Set('vang co tong tren trong hinh trieu va khong'.split(' '));

function standsAlone(tokens: readonly FigureToken[], at: number, next: number, last: number): boolean {
  return (
    (at === last || ends(tokens[at - 1])) && (ends(tokens[next]) || GOES_ON.has(tokens[next]?.plain ?? ''))
  );
}

const MARKS = new Set([',', ';', '.', '(', ')', '|', '\n', '–']);

function ends(token: FigureToken | undefined): boolean {
  return token === undefined || MARKS.has(token.plain);
}

function mode(mode: Mode) {
  return (): FoundFigures => ({ mode });
}

function compile(text: string, give: Pattern['give'], alone = false): Pattern {
  return {
    steps: text.split(' ').map((step) => {
      const optional = step.endsWith('?');
      const body = optional ? step.slice(0, -1) : step;
      return { words: body.split('|').map((words) => words.split('_')), isNumber: body === '#', optional };
    }),
    alone,
    give,
  };
}

function one(count: Count) {
  return ([value = 0]: readonly number[]): FoundFigures => ({ [count]: checkCount(count, value) });
}

function ratio([present = 0, expected = 0]: readonly number[]): FoundFigures {
  return {
    present: checkCount('present', present),
    expected: checkCount('expected', expected),
  };
}
