import type { Span } from './markup.ts';

/** One line of what the bot says, in runs of one style. */
export type Line = Span[];

export function plainOf(line: Line): string {
  return line.map((span) => span.text).join('');
}

/** The part of a line between two places in its plain text, with its styles. */
export function sliceLine(line: Line, from: number, to: number): Line {
  let start = 0;
  return line.flatMap((span) => {
    const text = span.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += span.text.length;
    return text === '' ? [] : [{ ...span, text }];
  });
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** The last place up to `limit` where a word ends, or else a character as people see it. */
export function cutAt(text: string, limit: number): number {
  const space = [...text.slice(0, limit + 2).matchAll(/\s(?!\p{M})/gu)].findLast(
    ({ index }) => index <= limit,
  )?.index;
  if (space) return space;
  const grapheme = graphemes.segment(text).containing(limit)?.index;
  if (grapheme) return grapheme;
  return Math.max(1, /[\udc00-\udfff]/.test(text.charAt(limit)) ? limit - 1 : limit);
}
