import { cleanLine, readLine } from '../../chat/read-line.ts';
import { beginning } from '../../texts/shorten.ts';
import { UserError } from '../../texts/user-error.ts';

const LONGEST_TITLE = 300;
const LONGEST_SHORT = 60;
const LONGEST_NAME = 200;
const LONGEST_URL = 500;
/** In a longer text no address is looked for. */
const LONGEST_SEARCHED = 1_000;

/** A material as it was typed, not yet in a topic. */
export type NewMaterial = { name: string; url: string | undefined };
export type TopicWords = { title: string; shortTitle: string; materials: readonly NewMaterial[] };

// Word characters before the dot, so that "tr.12" and "v.v." are no addresses.
const ADDRESS =
  /(?:https?:\/\/|www\.|(?:[a-z0-9-]+\.)*[a-z0-9-]{2,}\.(?:vn|com|org|net|info|gov|edu|me|be)\/)\S+/iu;

/**
 * `https://… Tên tài liệu`, in either order, or only the name of a work.
 * @throws UserError when it is too long or has neither
 */
export function readMaterial(text: string): NewMaterial {
  const url = readUrl(text);
  if (url !== undefined && url.length > LONGEST_URL)
    throw new UserError('material.url_too_long', { max: LONGEST_URL });
  const words = cleanLine(url === undefined ? text : text.replace(ADDRESS, ' ')).replace(
    /^[\s:|–—-]+|[\s:|–—-]+$/gu,
    '',
  );
  const name = words === '' && url !== undefined ? new URL(url).hostname : words;
  return { name: readMaterialName(name), url };
}

function readMaterialName(text: string): string {
  return readLine(text, {
    needs: /[\p{L}\d]/u,
    most: LONGEST_NAME,
    none: () => new UserError('material.needed'),
    tooLong: (size) => new UserError('material.name_too_long', size),
  });
}

function readUrl(text: string): string | undefined {
  if (text.length > LONGEST_SEARCHED) return undefined;
  const address = ADDRESS.exec(text)?.[0].replace(/[.,;)”"]+$/u, '');
  if (address === undefined || !URL.canParse(address.replace(/^(?!https?:)/i, 'https://'))) return undefined;
  const { href, hostname, username } = new URL(address.replace(/^(?!https?:)/i, 'https://'));
  return hostname.includes('.') && username === '' ? href.replaceAll('@', '%40') : undefined;
}

/**
 * `Tên đầy đủ | Tên gọi ngắn | https://…`: all but the first may be missing.
 * @throws UserError when there is no title, or one is too long
 */
export function readTopicWords(text: string): TopicWords {
  const [first = '', ...more] = text.split('|').map(cleanLine);
  const links = more.filter(isLink);
  const [short = '', ...extra] = more.filter((part) => part !== '' && !isLink(part));
  const title = readTitle(first);
  if (extra.length > 0) throw new UserError('topic.too_many_parts');
  if (short.length > LONGEST_SHORT)
    throw new UserError('topic.short_too_long', { n: short.length, max: LONGEST_SHORT });
  return {
    title,
    shortTitle: short === '' ? shorten(title) : short,
    materials: links.map(readMaterial),
  };
}

function readTitle(text: string): string {
  return readLine(text, {
    most: LONGEST_TITLE,
    none: () => new UserError('topic.title_needed'),
    tooLong: (size) => new UserError('topic.title_too_long', size),
  });
}

function isLink(text: string): boolean {
  return readUrl(text) !== undefined;
}

/** The beginning of a title, cut where a word ends. */
function shorten(title: string): string {
  if (title.length <= LONGEST_SHORT) return title;
  const start = beginning(title, LONGEST_SHORT - 1);
  const cut = /\s/.test(title.charAt(start.length)) ? start : start.replace(/\s\S*$/u, '');
  return `${cut.replace(/[\s,;:.–—“"(-]+$/u, '')}…`;
}
