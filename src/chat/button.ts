import { toPlain } from '../texts/markup.ts';
import type { ParamsOf, TextKey, Translator } from '../texts/translator.ts';
import type { Call } from './call.ts';
import type { Button, Message } from './message.ts';

/** A button that a text names; `line` is what it stands for: a command, or the answer to a question. */
export function button<Key extends TextKey>(
  t: Translator,
  key: Key,
  line: string,
  ...params: ParamsOf<Key>
): Button {
  return { label: toPlain(t(key, ...params)), line };
}

/** What answers a press takes the place of the message that carried the button. */
export function inPlaceOfPressed({ incoming }: Call, message: Message): Message {
  return incoming.kind === 'press' ? { ...message, inPlace: true } : message;
}
