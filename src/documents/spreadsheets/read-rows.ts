import type { SpreadsheetRead } from '../../core/spreadsheet.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';

const ZIP = [0x50, 0x4b];

/** Reads an .xlsx or .csv file. Whether it is the one or the other is seen by its bytes. */
export async function readRows(name: string, bytes: Uint8Array): Promise<SpreadsheetRead> {
  const isPacked = ZIP.every((byte, at) => bytes[at] === byte);
  if (!isPacked && !/\.(csv|tsv|txt)$/iu.test(name)) return { kind: 'unknown-type' };
  return isPacked ? readWorkbook(bytes) : readCsv(bytes);
}
