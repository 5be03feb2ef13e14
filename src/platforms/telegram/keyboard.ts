import type { Button, Message } from '../../chat/message.ts';
import { PlatformError } from '../../chat/platform.ts';

type Keyboard = { inline_keyboard: { text: string; callback_data: string }[][] };

/** In bytes of UTF-8 (core.telegram.org/bots/api#inlinekeyboardbutton). */
const LONGEST_LINE = 64;

/** The keyboard under a message; nothing where it has no buttons. */
export function toKeyboard({ buttons = [] }: Message): Keyboard | undefined {
  const rows = buttons.filter((row) => row.length > 0);
  return rows.length > 0 ? { inline_keyboard: rows.map((row) => row.map(toKey)) } : undefined;
}

function toKey({ label, line }: Button): Keyboard['inline_keyboard'][number][number] {
  const bytes = Buffer.byteLength(line);
  if (bytes < 1 || bytes > LONGEST_LINE) {
    throw new PlatformError(
      'rejected',
      `the button "${label}" carries ${bytes} bytes; Telegram takes 1 to ${LONGEST_LINE}`,
    );
  }
  return { text: label, callback_data: line };
}
