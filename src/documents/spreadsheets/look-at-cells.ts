import { MOST_COLUMNS, MOST_ROWS } from './limits.ts';

/** Of Excel itself. */
const LAST_ROW = 1_048_576;
/** Rows and cells that are there only for their looks. */
const MOST_EMPTY = 20_000;
const TAG = /<(?:[^\s<>/:]+:)?(row|c)(?![^\s<>/])/g;
/** An attribute as XML has it: what cannot be followed here is not handed on to be read. */
const ATTRIBUTE = /\s+(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const END = /\s*(\/?)>/y;

/**
 * Whether the cells of a sheet, given as its XML, are within what is read of one. Only those with something in them
 * count: a sheet may be formatted to its last row.
 */
export function looksLikeRoom(xml: string): 'fine' | 'too-large' | 'unreadable' {
  let row = 0;
  let empty = 0;
  for (const { index, 0: beginning, 1: tag } of xml.matchAll(TAG)) {
    const read = readTag(xml, index + beginning.length);
    const place = read && (tag === 'row' ? placeOfRow(read.at, row) : placeOfCell(read.at, row));
    if (!place || place.row > LAST_ROW) return 'unreadable';
    row = place.row;
    const isFilled = tag === 'c' && !read.closed;
    empty += isFilled ? 0 : 1;
    if (empty > MOST_EMPTY || (isFilled && isBeyond(place))) return 'too-large';
  }
  return 'fine';
}

function isBeyond({ row, column }: { row: number; column: number }): boolean {
  return row > MOST_ROWS || column > MOST_COLUMNS;
}

/** Where a tag says that it is, and whether there is nothing in it; nothing for one that XML does not allow. */
function readTag(xml: string, start: number): { at: string | undefined; closed: boolean } | undefined {
  const places: string[] = [];
  let from = start;
  for (;;) {
    ATTRIBUTE.lastIndex = from;
    const found = ATTRIBUTE.exec(xml);
    if (!found) break;
    from = ATTRIBUTE.lastIndex;
    if (found[1] === 'r') places.push(found[2] ?? found[3] ?? '');
  }
  END.lastIndex = from;
  const end = END.exec(xml);
  return end && places.length <= 1 ? { at: places[0], closed: end[1] === '/' } : undefined;
}

type Place = { row: number; column: number } | undefined;

/** A row without a number is the next one. */
function placeOfRow(at: string | undefined, before: number): Place {
  if (at === undefined) return { row: before + 1, column: 0 };
  return /^\d{1,7}$/.test(at) ? { row: Math.max(before, Number(at)), column: 0 } : undefined;
}

function placeOfCell(at: string | undefined, before: number): Place {
  const [, letters = '', number = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(at ?? '') ?? [];
  if (letters === '') return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Math.max(before, Number(number)), column };
}
