import { joinMarkup, type Markup, markup } from '../../texts/markup.ts';
import { beginning } from '../../texts/shorten.ts';
import { UserError } from '../../texts/user-error.ts';

/** What a unit's own reminder may name. */
const PLACEHOLDERS = ['tieude', 'thoigian', 'diadiem', 'chuyende', 'chutri', 'tailieu'] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];

export type WordingValues = Readonly<Record<Placeholder, string>>;

const LONGEST = 1000;
const NAMED = /\{\s*([^{}]*?)\s*\}/g;

/** The placeholders, to be shown. */
export const PLACEHOLDER_NAMES: Markup = joinMarkup(PLACEHOLDERS.map(code), ' ');

/** `{Tiêu đề}` and `{tieude}` are the same. @throws UserError naming the placeholders that there are */
export function readWording(text: string): string {
  const wording = text
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  if (wording.length > LONGEST) throw new UserError('wording.too_long', { max: LONGEST });
  for (const [written, name = ''] of wording.matchAll(NAMED))
    if (!placeholderOf(name))
      throw new UserError('wording.unknown', { written: beginning(written, 40), names: PLACEHOLDER_NAMES });
  if (/[{}]/.test(wording.replace(NAMED, '')))
    throw new UserError('wording.brace', { names: PLACEHOLDER_NAMES });
  if (!/\p{L}/u.test(wording)) throw new UserError('wording.needed', { names: PLACEHOLDER_NAMES });
  if (!namesIn(wording).includes('thoigian'))
    throw new UserError('wording.no_time', { name: code('thoigian') });
  return wording.replace(NAMED, (written, name: string) => {
    const placeholder = placeholderOf(name);
    return placeholder === undefined ? written : `{${placeholder}}`;
  });
}

function placeholderOf(name: string): Placeholder | undefined {
  return PLACEHOLDERS.find((placeholder) => placeholder === plain(name));
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').replace(/\s/g, '').toLowerCase();
}

function namesIn(text: string): (Placeholder | undefined)[] {
  return [...text.matchAll(NAMED)].map(([, name = '']) => placeholderOf(name));
}

function code(placeholder: Placeholder): Markup {
  return markup(`<code>{${placeholder}}</code>`);
}

/** The unit's words for one session. What names only what is not known is left out. */
export function fillWording(wording: string, values: WordingValues): string {
  return wording
    .split('\n')
    .map((line) => ({ line, filled: fillLine(line, values) }))
    .filter(({ line, filled }) => filled !== '' || line === '')
    .map(({ filled }) => filled)
    .join('\n');
}

/** Parts of a line, each with the mark that ends it: what falls away when nothing of it is known. */
const PART = /[^,;.]*[,;.]*\s*/g;

function fillLine(line: string, values: WordingValues): string {
  const filled = (line.match(PART) ?? []).map((part) => fillPart(part, values)).join('');
  return filled === line ? line : filled.replace(/[,;]\s*$/, '').trim();
}

function fillPart(part: string, values: WordingValues): string {
  const names = namesIn(part);
  const isUnknown = names.length > 0 && names.every((name) => name === undefined || values[name] === '');
  if (isUnknown) return '';
  return part.replace(NAMED, (written, name: string) => {
    const placeholder = placeholderOf(name);
    return placeholder === undefined ? written : values[placeholder];
  });
}
