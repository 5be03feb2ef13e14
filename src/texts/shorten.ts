import { cleanTyped } from './markup.ts';

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });
/** What stands for something that shows nothing. */
const BLANK = '…';
/** Characters that are there and show nothing, beside white space. */
const UNSEEN = /[\p{Z}\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** The beginning of a text: at most so many UTF-16 code units, and no half of what people see as one character. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text.toWellFormed();
  // A character as people see it may have no end: of such a one the beginning is shown.
  const { index = 0 } = graphemes.segment(text.slice(0, most + 32)).containing(most) ?? {};
  return text.slice(0, index > 0 ? index : most).toWellFormed();
}

/** The same with an ellipsis where something was cut off. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text.toWellFormed() : `${beginning(text, most - 1).trimEnd()}…`;
}

/** A text for where there is only one line and no markup, such as a button or the name of a file: it shows something. */
export function toLabel(text: string, blank: string = BLANK): string {
  const line = cleanTyped(text).replace(/\s+/g, ' ').trim();
  return line.replace(UNSEEN, '') === '' ? blank : line;
}
