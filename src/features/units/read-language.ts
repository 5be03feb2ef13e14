import type { Language } from '../../core/languages.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';

const WORDS: Record<string, Language> = {
  vi: 'vi',
  viet: 'vi',
  'tieng viet': 'vi',
  vietnamese: 'vi',
  en: 'en',
  anh: 'en',
  'tieng anh': 'en',
  english: 'en',
};

/** @throws UserError naming the languages */
export function readLanguage(text: string): Language {
  const language = WORDS[fold(text)];
  if (!language) throw new UserError('language.unknown');
  return language;
}
