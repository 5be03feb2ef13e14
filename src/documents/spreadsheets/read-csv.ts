import type { SpreadsheetRead } from '../../core/spreadsheet.ts';
import { cellText, isTooLarge, MOST_COLUMNS, MOST_ROWS } from './limits.ts';

/** Reads a .csv file in UTF-8 or UTF-16; of one that is too large no more than shows that it is. */
export function readCsv(bytes: Uint8Array): SpreadsheetRead {
  const text = decode(bytes);
  if (text === undefined || text.includes('\0')) return { kind: 'unreadable' };
  const rows = splitCells(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
  return isTooLarge(rows) ? { kind: 'too-large' } : { kind: 'rows', rows };
}

function decode(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** RFC 4180: a quoted cell may hold separators, line breaks and doubled quotes. */
function splitCells(text: string): string[][] {
  const separator = separatorOf(text);
  const plain = `[^\\n${separator}]*`;
  const cell = new RegExp(`[^\\S\\n${separator}]*"([^"]*(?:""[^"]*)*)"?(${plain})|(${plain})`, 'y');
  const rows: string[][] = [[]];
  let at = 0;
  while (isWithin(rows)) {
    cell.lastIndex = at;
    const [whole = '', quoted, after = '', unquoted = ''] = cell.exec(text) ?? [];
    rows.at(-1)?.push(cellText(quoted === undefined ? unquoted : `${quoted.replaceAll('""', '"')}${after}`));
    at += whole.length;
    if (at >= text.length) break;
    if (text.charAt(at) === '\n') rows.push([]);
    at += 1;
  }
  return rows;
}

function isWithin(rows: readonly string[][]): boolean {
  return rows.length <= MOST_ROWS && (rows.at(-1)?.length ?? 0) <= MOST_COLUMNS;
}

/** What stands between the cells: whichever of the three the first line has most of. */
function separatorOf(text: string): string {
  const [first = ''] = text.trimStart().split(/\r?\n/, 1);
  const count = (mark: string) => first.split(mark).length;
  return [';', '\t', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ';');
}
