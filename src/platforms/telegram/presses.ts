import type { Post } from '../../chat/platform.ts';
import type { Log } from '../../core/log.ts';
import { toPlain } from '../../texts/markup.ts';
import type { Api } from './api.ts';
import { Refusal } from './errors.ts';
import { toKeyboard } from './keyboard.ts';

const LONGEST_NOTE = 200;
const MOST_REMEMBERED = 1_000;
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

type Note = { pressId: string; text: string };

export type Presses = {
  showNote(note: Note): Promise<void>;
  /** Lets the button rest unless the answer will be a note on it: Telegram takes one of both. */
  acknowledge(pressId: string, answer: Post | undefined): void;
  /** Lets the button rest, once; the message does not wait for it, nor fail with it. */
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
  const resting = new Set<string>();
  const answer = async (pressId: string, note: { text?: string; show_alert?: boolean }): Promise<void> => {
    try {
      await api.call('answerCallbackQuery', { callback_query_id: pressId, ...note });
    } catch (error) {
      if (!(error instanceof Refusal && /query is too old/.test(error.message))) throw error;
      log.debug({ pressId }, 'telegram: a press was answered too late to be seen');
    }
  };

  const stopSpinner = (pressId: string | undefined): void => {
    if (pressId === undefined || resting.has(pressId)) return;
    resting.add(pressId);
    const [oldest] = resting;
    if (resting.size > MOST_REMEMBERED && oldest !== undefined) resting.delete(oldest);
    answer(pressId, {}).catch((error: unknown) => {
      resting.delete(pressId);
      log.debug({ err: error }, 'telegram: a press was not answered');
    });
  };

  return {
    showNote: ({ pressId, text }) => answer(pressId, { text, show_alert: true }),
    acknowledge: (pressId, answer) => {
      if (!answer || !noteFor(answer)) stopSpinner(pressId);
    },
    stopSpinner,
  };
}
