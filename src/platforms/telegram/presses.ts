import type { Post } from '../../chat/platform.ts';
import type { Log } from '../../core/log.ts';
import { toPlain } from '../../texts/markup.ts';
import type { Api } from './api.ts';
import { Refusal } from './errors.ts';
import { toKeyboard } from './keyboard.ts';

const LONGEST_NOTE = 200;
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

type Note = { pressId: string; text: string };

export type Presses = {
  showNote(note: Note): Promise<void>;
  /** Lets the button rest; the message does not wait for it, nor fail with it. */
  stopSpinner(pressId: string | undefined): void;
};

/** Only words, for the one who pressed: it becomes a note over the chat. */
export function noteFor({ message, pressId }: Post): Note | undefined {
  return message.privately && pressId && !message.asks && !message.files?.length && !toKeyboard(message)
    ? { pressId, text: shorten(toPlain(message.text)) }
    : undefined;
}

function shorten(text: string): string {
  if (text.length <= LONGEST_NOTE) return text;
  const kept = [...graphemes.segment(text)].filter(
    ({ index, segment }) => index + segment.length < LONGEST_NOTE,
  );
  return `${kept
    .map(({ segment }) => segment)
    .join('')
    .trimEnd()}…`;
}

export function createPresses({ api, log }: { api: Api; log: Log }): Presses {
  const answer = async (pressId: string, note: { text?: string; show_alert?: boolean }): Promise<void> => {
    try {
      await api.call('answerCallbackQuery', { callback_query_id: pressId, ...note });
    } catch (error) {
      if (!(error instanceof Refusal && /query is too old/.test(error.message))) throw error;
      log.debug({ pressId }, 'telegram: a press was answered too late to be seen');
    }
  };

  return {
    showNote: ({ pressId, text }) => answer(pressId, { text, show_alert: true }),
    stopSpinner: (pressId) => {
      if (pressId === undefined) return;
      answer(pressId, {}).catch((error: unknown) => {
        log.debug({ err: error }, 'telegram: a press was not answered');
      });
    },
  };
}
