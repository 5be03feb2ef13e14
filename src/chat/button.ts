import { toPlain } from '../texts/markup.ts';
import type { ParamsOf, TextKey, Translator } from '../texts/translator.ts';
import type { Call } from './call.ts';
import type { Button, Message } from './message.ts';

/** The buttons that are more than one among others: the next step, a yes, and what ends or withdraws something. */
const DOES: Partial<Record<TextKey, Button['does']>> = {
  'button.set_schedule': 'leads-on',
  'button.complete': 'leads-on',
  'button.new_date': 'leads-on',
  'button.confirm': 'approves',
  'button.apply_change': 'approves',
  'button.verify': 'approves',
  'button.verify_all': 'approves',
  'button.present': 'approves',
  'button.all_present': 'approves',
  'button.held': 'approves',
  'button.join': 'approves',
  'button.set_zone': 'approves',
  'button.withdraw': 'ends',
  'button.cancel_session': 'ends',
  'button.put_channel_out': 'ends',
  'button.put_person_out': 'ends',
  'button.put_out': 'ends',
  'button.part': 'ends',
};

/** A button that a text names; `line` is what it stands for: a command, or the answer to a question. */
export function button<Key extends TextKey>(
  t: Translator,
  key: Key,
  line: string,
  ...params: ParamsOf<Key>
): Button {
  const does = DOES[key];
  return { label: toPlain(t(key, ...params)), line, ...(does && { does }) };
}

/** What answers a press takes the place of the message that carried the button. */
export function inPlaceOfPressed({ incoming }: Call, message: Message): Message {
  return incoming.kind === 'press' ? { ...message, inPlace: true } : message;
}
