/**
 * What the bot says: text with a few marks (`<b>`, `<i>`, `<code>`), in which everything else is escaped. Each
 * platform renders it its own way. It is an object, so that plain text can never be taken for markup.
 */
export type Markup = { readonly markup: string };

export type Style = 'b' | 'i' | 'code';
/** `moment`: the text names this instant, in seconds of the epoch. `isLink`: it is an address to be followed. */
export type Span = { text: string; styles: Style[] } & Meaning;
type Meaning = { moment?: number; isLink?: true };

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const WORD_JOINER = '\u2060';
// Marks that turn the direction of the text around them, or have no width and join nothing, and control characters
// other than the line break.
const INVISIBLE =
  /[\u00ad\u180e\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]|[^\P{Cc}\n]/gu;
/** Where Telegram sees a command, or a person does. */
const COMMAND = /(?<![\p{L}\p{N}/<>])\/(?=\w)|(?<!\S)\/(?=\S)/gu;

/** Text that the bot itself wrote. */
export function markup(text: string): Markup {
  return { markup: text };
}

/** Text that somebody typed: it can never become markup, a mention or a command to press. */
export function escapeTyped(text: string): string {
  return cleanTyped(text)
    .replace(COMMAND, `/${WORD_JOINER}`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@(?=\S)/gu, `@${WORD_JOINER}`);
}

/** The same as plain text: whole characters, and none that would change what others look like. */
export function cleanTyped(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '');
}

export function typed(text: string): Markup {
  return markup(escapeTyped(text));
}

/** A date as it is written, with the instant that it means: a platform may show it to each reader in their own zone. */
export function stamped(text: string, { epochMilliseconds }: { epochMilliseconds: number }): Markup {
  return markup(`<t ${Math.floor(epochMilliseconds / 1000)}>${escapeTyped(text)}</t>`);
}

const ADDRESS = /^https?:\/\/[^\s<>"\\]+$/u;

/** An address that people can follow; what is none is text like any other. */
export function linked(address: string): Markup {
  // It has to stay whole to be followed.
  return ADDRESS.test(address) && URL.canParse(address)
    ? markup(`<l>${address.replaceAll('&', '&amp;')}</l>`)
    : typed(address);
}

export function joinMarkup(parts: readonly Markup[], separator = '\n'): Markup {
  return markup(parts.map((part) => part.markup).join(separator));
}

const TAG = /^<(\/?)(b|i|code)>$/;
const MEANING = /^<(?:\/[tl]|(l)|t (\d+))>$/;
const STYLES: readonly Style[] = ['b', 'i', 'code'];

/** How people answer the bot where it is shown: by writing back, or only by commands, buttons and forms. */
export type AnsweredBy = 'replies' | 'forms';

/** What is said in `<reply>` or `<form>` holds only where people answer so. */
const NOT_FOR: Record<AnsweredBy, RegExp> = {
  replies: /<form>.*?<\/form>|<\/?reply>/gs,
  forms: /<reply>.*?<\/reply>|<\/?form>/gs,
};

/** The runs of one style, line by line: what a renderer works on. */
export function toLines(text: Markup, answeredBy: AnsweredBy = 'replies'): Span[][] {
  let line: Span[] = [];
  const lines = [line];
  const open: Style[] = [];
  let meaning: Meaning = {};
  for (const piece of text.markup
    .replace(NOT_FOR[answeredBy], '')
    .split(/(<\/?(?:b|i|code|t|l)>|<t \d+>|\n)/)) {
    const [, closing, name] = TAG.exec(piece) ?? [];
    const begun = meaningOf(piece);
    if (begun) meaning = begun;
    else if (closing === '/') open.pop();
    else if (name !== undefined) open.push(...STYLES.filter((style) => style === name));
    else if (piece === '\n') {
      line = [];
      lines.push(line);
    } else if (piece !== '') line.push({ text: readEntities(piece), styles: [...open], ...meaning });
  }
  return lines;
}

/** What the text means from a tag on; nothing where it is no such tag. */
function meaningOf(piece: string): Meaning | undefined {
  const [tag, link, moment] = MEANING.exec(piece) ?? [];
  if (tag === undefined) return undefined;
  if (link !== undefined) return { isLink: true };
  return moment === undefined ? {} : { moment: Number(moment) };
}

function readEntities(text: string): string {
  return text.replace(/&(lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

export function toPlain(text: Markup, answeredBy: AnsweredBy = 'replies'): string {
  return toLines(text, answeredBy)
    .map((spans) => spans.map((span) => span.text).join(''))
    .join('\n');
}
