import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import type { SpreadsheetRead } from '../../core/spreadsheet.ts';
import { cellText, isTooLarge } from './limits.ts';
import { looksLikeRoom } from './look-at-cells.ts';

const MOST_UNPACKED_BYTES = 20_000_000;
const MOST_PARTS = 1_000;

/**
 * Reads an .xlsx file. The package that reads it makes room for every cell up to the last one before it can be asked
 * how many there are: so the cells are looked at first.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<SpreadsheetRead> {
  try {
    if (!hasRoom(bytes)) return { kind: 'too-large' };
    const parts = unzipSync(bytes, { filter: ({ name }) => name.endsWith('.xml') });
    for (const part of Object.values(parts)) {
      const look = looksLikeRoom(new TextDecoder().decode(part));
      if (look !== 'fine') return { kind: look };
    }
    const rows = await readSheet(new Uint8Array(bytes).buffer);
    if (isTooLarge(rows)) return { kind: 'too-large' };
    return { kind: 'rows', rows: rows.map((row) => row.map(cellText)) };
  } catch {
    // The package throws errors of several kinds for a file that is damaged or no workbook.
    return { kind: 'unreadable' };
  }
}

/** By what a packed file says it unpacks to, which is all that is unpacked of it: a small file may claim gigabytes. */
function hasRoom(bytes: Uint8Array): boolean {
  let sum = 0;
  let parts = 0;
  unzipSync(bytes, {
    filter: ({ originalSize, size, compression }) => {
      parts += 1;
      sum += compression === 0 ? Math.max(size, originalSize) : originalSize;
      return false;
    },
  });
  return sum <= MOST_UNPACKED_BYTES && parts <= MOST_PARTS;
}
