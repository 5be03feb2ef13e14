import type { Language } from '../core/languages.ts';
import { joinMarkup } from '../texts/markup.ts';
import { fill } from '../texts/translator.ts';
import type { UserError } from '../texts/user-error.ts';
import type { Message } from './message.ts';
import { fitsButton } from './unused-words.ts';

/** What is wrong, with the answers that may be pressed; those too long for a button are shown, to be typed. */
export function refusal(error: UserError, language: Language): Message {
  const text = error.inWords(language);
  const rows = error.choices.filter(fitsButton).map((choice) => [{ label: choice, line: choice }]);
  const tooLong = error.choices.filter((choice) => !fitsButton(choice));
  const toType = tooLong.map((choice) => fill(language, 'dialog.choice_to_type', { choice }));
  return {
    text:
      toType.length === 0 ? text : joinMarkup([text, fill(language, 'dialog.choices_to_type'), ...toType]),
    ...(rows.length > 0 ? { buttons: rows } : {}),
  };
}
