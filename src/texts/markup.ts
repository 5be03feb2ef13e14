/**
 * What the bot says: text with a few marks (`<b>`, `<i>`, `<code>`), in which everything else is escaped. Each
 * platform renders it its own way. It is an object, so that plain text can never be taken for markup.
 */
export type Markup = { readonly markup: string };

export type Style = 'b' | 'i' | 'code';
/** `moment`: the text names this instant, in seconds of the epoch. */
export type Span = { text: string; styles: Style[]; moment?: number };

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

export function joinMarkup(parts: readonly Markup[], separator = '\n'): Markup {
  return markup(parts.map((part) => part.markup).join(separator));
}

const TAG = /^<(\/?)(b|i|code)>$/;
const STAMP = /^<(?:\/t|t (\d+))>$/;
const STYLES: readonly Style[] = ['b', 'i', 'code'];

/** The runs of one style, line by line: what a renderer works on. */
export function toLines(text: Markup): Span[][] {
  let line: Span[] = [];
  const lines = [line];
  const open: Style[] = [];
  let moment: { moment?: number } = {};
  for (const piece of text.markup.split(/(<\/?(?:b|i|code|t)>|<t \d+>|\n)/)) {
    const [, closing, name] = TAG.exec(piece) ?? [];
    const stamp = STAMP.exec(piece);
    if (stamp) moment = stamp[1] === undefined ? {} : { moment: Number(stamp[1]) };
    else if (closing === '/') open.pop();
    else if (name !== undefined) open.push(...STYLES.filter((style) => style === name));
    else if (piece === '\n') {
      line = [];
      lines.push(line);
    } else if (piece !== '') line.push({ text: readEntities(piece), styles: [...open], ...moment });
  }
  return lines;
}

function readEntities(text: string): string {
  return text.replace(/&(lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

export function toPlain(text: Markup): string {
  return toLines(text)
    .map((spans) => spans.map((span) => span.text).join(''))
    .join('\n');
}
