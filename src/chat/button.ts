import { toPlain } from '../texts/markup.ts';
import type { ParamsOf, TextKey, Translator } from '../texts/translator.ts';
import type { Button } from './message.ts';

/** A button that a text names; `line` is what it stands for: a command, or the answer to a question. */
export function button<Key extends TextKey>(
  t: Translator,
  key: Key,
  line: string,
  ...params: ParamsOf<Key>
): Button {
  return { label: toPlain(t(key, ...params)), line };
}
