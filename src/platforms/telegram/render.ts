import { cutAt, type Line, plainOf, sliceLine } from '../../texts/cut-line.ts';
import { type Markup, type Span, type Style, toLines } from '../../texts/markup.ts';

/** In UTF-16 units, after the entities are parsed (core.telegram.org/bots/api#sendmessage). */
export const LONGEST_TEXT = 4096;
/** Of a text under a file (core.telegram.org/bots/api#senddocument). */
export const LONGEST_CAPTION = 1024;
/** Telegram drops the formatting of what comes after the hundredth entity. */
const MOST_ENTITIES = 100;

type Measure = { length: number; entities: number };

/** Telegram HTML in as many parts as it takes; no part is empty, and a text of nothing but spaces has no parts. */
export function toHtmlParts(text: Markup, limit = LONGEST_TEXT): string[] {
  return splitLines(toLines(text), limit).map((part) =>
    part.map((line) => line.map(spanToHtml).join('')).join('\n'),
  );
}

function splitLines(lines: Line[], limit: number): Line[][] {
  const parts: Line[][] = [];
  let room: Measure = { length: 0, entities: 0 };
  for (const line of lines.flatMap((whole) => splitLongLine(whole, limit))) {
    const { length, entities } = measure(line);
    const part = parts.at(-1);
    if (part && length + 1 <= room.length && entities <= room.entities) {
      part.push(line);
      room = { length: room.length - length - 1, entities: room.entities - entities };
    } else {
      parts.push([line]);
      room = { length: limit - length, entities: MOST_ENTITIES - entities };
    }
  }
  return parts.filter((part) => part.some((line) => plainOf(line).trim() !== ''));
}

function splitLongLine(line: Line, limit: number): Line[] {
  const text = plainOf(line);
  const pieces: Line[] = [];
  let from = 0;
  while (text.length - from > limit) {
    const to = from + cutAt(text.slice(from), limit);
    pieces.push(sliceLine(line, from, to));
    from = /\s/.test(text.charAt(to)) ? to + 1 : to;
  }
  return [...pieces, sliceLine(line, from, text.length)];
}

function measure(line: Line): Measure {
  return {
    length: line.reduce((sum, span) => sum + span.text.length, 0),
    entities: line.reduce((sum, span) => sum + span.styles.length, 0),
  };
}

function spanToHtml({ text, styles }: Span): string {
  return tagsOf(styles).reduceRight((html, tag) => `<${tag}>${html}</${tag}>`, escapeHtml(text));
}

// Telegram lets nothing else be inside `code`.
function tagsOf(styles: Style[]): Style[] {
  return styles.includes('code') ? ['code'] : [...new Set(styles)];
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
