/** The rows of the first sheet; the first row is line 1. Cells are texts, trimmed; a date is `2026-01-31`. */
export type Rows = readonly (readonly string[])[];

export type SpreadsheetRead =
  | { kind: 'rows'; rows: Rows }
  | { kind: 'unreadable' | 'unknown-type' | 'too-large' };
