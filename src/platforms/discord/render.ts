import { cutAt, type Line, plainOf, sliceLine } from '../../texts/cut-line.ts';
import { type Markup, type Span, type Style, toLines } from '../../texts/markup.ts';

/** discord.com/developers/docs/resources/message#create-message */
export const LONGEST_TEXT = 2000;

// What could format, mention, link or invite; and in `http://` the colon, without which Discord makes no link.
const ANYWHERE = /[\\*_~`|<[\]@]|:(?=\/\/)|(?<=discord(?:app)?)\./giu;
// Headings, small print, quotes and lists begin a line.
const AT_START = /^(\s*)([#>+-])/u;
const NUMBERED = /^(\s*\d+)([.)])(?=\s)/u;

const MARKS: Record<Exclude<Style, 'code'>, string> = { b: '**', i: '_' };

/** Markdown in as many parts as it takes, cut where lines end; a text of nothing but spaces has no parts. */
export function toMarkdownParts(text: Markup, limit = LONGEST_TEXT): string[] {
  const parts: string[] = [];
  for (const line of toLines(text, 'forms').flatMap((whole) => splitLongLine(whole, limit))) {
    const written = toMarkdown(line);
    const last = parts.at(-1);
    if (last !== undefined && last.length + 1 + written.length <= limit)
      parts[parts.length - 1] = `${last}\n${written}`;
    else parts.push(written);
  }
  return parts.map((part) => part.replace(/^\n+|\s+$/gu, '')).filter((part) => part.trim() !== '');
}

function splitLongLine(line: Line, limit: number): Line[] {
  const text = plainOf(line);
  const pieces: Line[] = [];
  let from = 0;
  while (toMarkdown(sliceLine(line, from, text.length)).length > limit) {
    const to = from + cutAt(text.slice(from), fitting(line, from, limit));
    pieces.push(sliceLine(line, from, to));
    from = /\s/.test(text.charAt(to)) ? to + 1 : to;
  }
  return [...pieces, sliceLine(line, from, text.length)];
}

function toMarkdown(line: Line): string {
  return (
    joined(line)
      // Beside the date as it is written, each reader sees the moment in their own zone.
      .map(
        (span, index) =>
          spanToMarkdown(span, index === 0) + (span.moment === undefined ? '' : ` (<t:${span.moment}:f>)`),
      )
      .join('')
  );
}

/** Neighbours of one style become one, so that no two marks meet. */
function joined(line: Line): Line {
  const spans: Line = [];
  for (const span of line) {
    const last = spans.at(-1);
    if (last && isSameStyle(last, span)) spans[spans.length - 1] = { ...last, text: last.text + span.text };
    else spans.push(span);
  }
  return spans;
}

function isSameStyle(one: Span, other: Span): boolean {
  const isPlain = ({ moment, isLink }: Span) => moment === undefined && !isLink;
  return one.styles.join() === other.styles.join() && isPlain(one) && isPlain(other);
}

/** Marks hold only where they touch a letter, so spaces stay outside of them. */
function spanToMarkdown({ text, styles, isLink }: Span, startsLine: boolean): string {
  if (isLink && URL.canParse(text)) return text;
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (inner === '') return text;
  if (styles.includes('code')) return `${before}\`${inner.replaceAll('`', 'ˋ')}\`${after}`;
  const marks = [...new Set(styles)].filter(isStyle).map((style) => MARKS[style]);
  const escaped = escapeText(`${before}${inner}`, startsLine).slice(before.length);
  return `${before}${marks.join('')}${escaped}${marks.toReversed().join('')}${after}`;
}

function isStyle(style: Style): style is keyof typeof MARKS {
  return style !== 'code';
}

function escapeText(text: string, startsLine: boolean): string {
  const escaped = text.replace(ANYWHERE, '\\$&');
  return startsLine ? escaped.replace(AT_START, '$1\\$2').replace(NUMBERED, '$1\\$2') : escaped;
}

/** How much of the line, from `from` on, stays within the limit once its marks and escapes are written. */
function fitting(line: Line, from: number, limit: number): number {
  let [low, high] = [1, plainOf(line).length - from];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (toMarkdown(sliceLine(line, from, from + middle)).length <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
