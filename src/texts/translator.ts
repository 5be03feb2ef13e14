import type { Language } from '../core/languages.ts';
import { en } from './en.ts';
import { escapeTyped, type Markup, markup } from './markup.ts';
import { vi } from './vi.ts';

/** Braces with spaces inside are shown as they are. */
type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` ? never : Name) | Placeholders<Rest>
  : never;

export type TextKey = keyof typeof vi;

/** A number is written the way of the language, a string is escaped, markup is taken as it is. */
export type TextParam = string | number | Markup;
type TextParams<Key extends TextKey> = Record<Placeholders<(typeof vi)[Key]>, TextParam>;
export type ParamsOf<Key extends TextKey> = [Placeholders<(typeof vi)[Key]>] extends [never]
  ? []
  : [params: TextParams<Key>];

/** The texts that say the same every time. */
export type PlainKey = {
  [Key in TextKey]: [Placeholders<(typeof vi)[Key]>] extends [never] ? Key : never;
}[TextKey];

/** The English wording may leave a placeholder out but not name one that the Vietnamese lacks. */
type Checked = {
  [Key in TextKey]: Placeholders<(typeof en)[Key]> extends Placeholders<(typeof vi)[Key]> ? string : never;
};

const catalogues: Record<Language, Checked> = { vi, en };

export type Translator = {
  <Key extends TextKey>(key: Key, ...params: ParamsOf<Key>): Markup;
  readonly language: Language;
};

const numbers: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
};

export function formatNumber(value: number, language: Language): string {
  return numbers[language].format(value);
}

/** A text of the catalogue with its placeholders filled. */
export function fill<Key extends TextKey>(language: Language, key: Key, ...[params]: ParamsOf<Key>): Markup {
  return write(language, key, params ?? {});
}

/** The same for a text whose key is only known when the program runs, with params that were checked where it was chosen. */
export function write(language: Language, key: TextKey, params: Readonly<Record<string, TextParam>>): Markup {
  return markup(
    catalogues[language][key].replace(/\{(\w+)\}/g, (_, name: string) => inWords(params[name], language)),
  );
}

function inWords(param: TextParam | undefined, language: Language): string {
  if (param === undefined) return '';
  if (typeof param === 'number') return formatNumber(param, language);
  return typeof param === 'string' ? escapeTyped(param) : param.markup;
}

export function translator(language: Language): Translator {
  return Object.assign(
    <Key extends TextKey>(key: Key, ...[params]: ParamsOf<Key>): Markup => write(language, key, params ?? {}),
    { language },
  );
}
