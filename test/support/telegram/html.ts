import { badRequest } from './refusal.ts';

export type Entity = { type: string; offset: number; length: number; url?: string; user?: unknown };
export type Formatted = { text: string; entities: Entity[] };

const ENTITY_OF_TAG: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
};
const CHARACTER: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const MOST_ENTITIES = 100;

type Open = { tag: string; offset: number; url?: string };

const TOKEN = /<[^>]*>?|&#?\w{1,8};|&|[^<&]+/gs;

/** Reads `parse_mode: 'HTML'` the way Telegram does, with its words for what is wrong. */
export function parseHtml(html: string): Formatted {
  const entities: Entity[] = [];
  const open: Open[] = [];
  let text = '';

  const readTag = (token: string, at: number): void => {
    const inner = token.slice(1).replace(/>$/, '');
    if (inner.startsWith('/')) {
      const { tag, offset, url } = close(open.pop(), inner, at);
      const type = ENTITY_OF_TAG[tag] ?? tag;
      entities.push({ type, offset, length: text.length - offset, ...(url === undefined ? {} : { url }) });
      return;
    }
    open.push(openTag(inner, at, text.length));
    if (!token.endsWith('>')) throw broken(`Unclosed start tag at byte offset ${at}`);
  };

  for (const { 0: token, index } of html.matchAll(TOKEN)) {
    if (token.startsWith('<')) readTag(token, Buffer.byteLength(html.slice(0, index)));
    else text += (token.startsWith('&') ? character(token.slice(1, -1)) : undefined) ?? token;
  }
  const left = open.at(-1);
  if (left) throw broken(`Can't find end tag corresponding to start tag "${left.tag}"`);
  return trim({ text, entities });
}

function close(open: Open | undefined, inner: string, at: number): Open {
  const tag = inner.slice(1).trim().toLowerCase();
  if (!open) throw broken(`Unexpected end tag at byte offset ${at}`);
  if (open.tag !== tag) {
    throw broken(`Unmatched end tag at byte offset ${at}, expected "</${open.tag}>", found "</${tag}>"`);
  }
  return open;
}

function trim({ text, entities }: Formatted): Formatted {
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const moved = entities.flatMap((entity) => {
    const from = Math.max(0, entity.offset - start);
    const to = Math.min(trimmed.length, entity.offset - start + entity.length);
    return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
  });
  return { text: trimmed, entities: moved.sort((a, b) => a.offset - b.offset).slice(0, MOST_ENTITIES) };
}

function broken(what: string): Error {
  return badRequest(`can't parse entities: ${what}`);
}

function openTag(inner: string, at: number, offset: number): Open {
  const tag = /^[^\s>]*/.exec(inner)?.[0].toLowerCase() ?? '';
  if (!Object.hasOwn(ENTITY_OF_TAG, tag)) throw broken(`Unsupported start tag "${tag}" at byte offset ${at}`);
  const url = /\bhref="([^"]*)"/.exec(inner)?.[1];
  return { tag, offset, ...(url === undefined ? {} : { url }) };
}

function character(name: string): string | undefined {
  const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
  if (!number) return CHARACTER[name];
  return String.fromCodePoint(number[1] ? Number.parseInt(number[1], 16) : Number(number[2]));
}
