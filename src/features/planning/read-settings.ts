import type { Temporal } from 'temporal-polyfill';
import { cleanLine } from '../../chat/read-line.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import { readTimeOrAsk } from './read-time.ts';

export const SETTINGS = ['zone', 'quiet', 'language', 'usual'] as const;
export type Setting = (typeof SETTINGS)[number];

const NAMES: readonly [RegExp, Setting][] = [
  [/^(?:mui gio|time ?zone|zone)\b/, 'zone'],
  [/^(?:gio yen lang|gio yen tinh|yen lang|yen tinh|quiet hours|quiet)\b/, 'quiet'],
  [/^(?:ngon ngu|language)\b/, 'language'],
  [/^(?:gio hop thuong|gio hop|gio thuong|usual hour|usual)\b/, 'usual'],
];

/** `múi giờ Asia/Tokyo`, `giờ yên lặng 22h-6h`, or only which one is to be set. @throws UserError naming all four */
export function readSettingLine(line: string): Record<string, string> {
  const text = cleanLine(line);
  const folded = fold(text);
  for (const [pattern, setting] of NAMES) {
    const name = pattern.exec(folded)?.[0];
    if (name === undefined) continue;
    const value = text
      .split(' ')
      .slice(name.split(' ').length)
      .join(' ')
      .replace(/^[:\s]+/, '');
    return value === '' ? { ask: setting } : { [setting]: value };
  }
  throw new UserError('settings.unknown');
}

export function readSetting(text: string): Setting {
  const setting = SETTINGS.find((each) => each === text);
  if (!setting) throw new UserError('settings.unknown');
  return setting;
}

const VIETNAM = 'Asia/Ho_Chi_Minh';
const VIETNAMESE = new Set([
  'viet nam',
  'vietnam',
  'ha noi',
  'hanoi',
  'ho chi minh',
  'asia/ho_chi_minh',
  'asia/saigon',
]);
const CONFIRMED = /\s+(?:xac ?nhan|confirm)$/;

/** By its name or by its city. @throws UserError when there is none such */
export function readZone(text: string): { zone: string; confirmed: boolean } {
  const said = fold(text);
  const name = said.replace(CONFIRMED, '');
  const known = Intl.supportedValuesOf('timeZone').find((id) => {
    const folded = id.toLowerCase();
    return folded === name || folded.split('/').at(-1)?.replaceAll('_', ' ') === name;
  });
  const zone = VIETNAMESE.has(name) ? VIETNAM : known;
  if (zone === undefined) throw new UserError('settings.zone_unknown');
  return { zone, confirmed: name !== said };
}

const NONE = new Set(['khong', 'khong co', 'bo', 'none']);

/** The hour at which a unit usually meets; nothing where it has none any more. @throws UserError when it is no hour */
export function readUsual(text: string): { time: Temporal.PlainTime | undefined } {
  return { time: NONE.has(fold(text)) ? undefined : readTimeOrAsk(text) };
}
