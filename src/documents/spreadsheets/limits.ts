export const MOST_ROWS = 2_000;
export const MOST_COLUMNS = 50;
/** Of all cells together, in UTF-16 code units. */
const MOST_TEXT = 2_000_000;

/** Cells may still be what a package made of them: a text that a workbook names many times is there once. */
export function isTooLarge(rows: readonly (readonly unknown[])[]): boolean {
  if (rows.length > MOST_ROWS || rows.some((row) => row.length > MOST_COLUMNS)) return true;
  let text = 0;
  for (const row of rows) for (const cell of row) text += typeof cell === 'string' ? cell.length : 0;
  return text > MOST_TEXT;
}

/** What a cell holds, as text. */
export function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.valueOf()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell).normalize('NFC').trim();
}
