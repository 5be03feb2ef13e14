import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';

/** The rows of the first sheet; the first row is line 1. Cells are texts, trimmed; a date is `2026-01-31`. */
export type Rows = readonly (readonly string[])[];

export type SheetRead = { kind: 'rows'; rows: Rows } | { kind: 'unreadable' | 'unknown-type' | 'too-large' };

const MOST_UNPACKED_BYTES = 20_000_000;
const MOST_ROWS = 2_000;
const ZIP = [0x50, 0x4b];

/** Reads an .xlsx or .csv file. Whether it is the one or the other is seen by its bytes. */
export async function readSpreadsheet(name: string, bytes: Uint8Array): Promise<SheetRead> {
  const isPacked = ZIP.every((byte, at) => bytes[at] === byte);
  if (!isPacked && !/\.(csv|tsv|txt)$/iu.test(name)) return { kind: 'unknown-type' };
  const read = isPacked ? await readExcel(bytes) : readCsv(bytes);
  return read.kind === 'rows' && read.rows.length > MOST_ROWS ? { kind: 'too-large' } : read;
}

async function readExcel(bytes: Uint8Array): Promise<SheetRead> {
  try {
    if (unpackedBytes(bytes) > MOST_UNPACKED_BYTES) return { kind: 'too-large' };
    const rows = await readSheet(new Uint8Array(bytes).buffer);
    return { kind: 'rows', rows: rows.map((row) => row.map(cellText)) };
  } catch {
    // The package throws errors of several kinds for a file that is damaged or no workbook.
    return { kind: 'unreadable' };
  }
}

/** What a packed file says it unpacks to; a small file may unpack to gigabytes. */
function unpackedBytes(bytes: Uint8Array): number {
  let sum = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      sum += originalSize;
      return false;
    },
  });
  return sum;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).normalize('NFC').trim();
}

function readCsv(bytes: Uint8Array): SheetRead {
  const text = decode(bytes);
  if (text === undefined || text.includes('\0')) return { kind: 'unreadable' };
  return { kind: 'rows', rows: splitCells(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')) };
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
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cellText(cell));
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (mark === '"' && cell.trim() === '') quoted = true;
    else if (mark === separator) endCell();
    else if (mark === '\n') {
      endCell();
      rows.push([]);
    } else cell += mark;
  }
  endCell();
  return rows;
}

/** What stands between the cells: whichever of the three the first line has most of. */
function separatorOf(text: string): string {
  const [first = ''] = text.trimStart().split(/\r?\n/, 1);
  const count = (mark: string) => first.split(mark).length;
  return [';', '\t', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ';');
}
