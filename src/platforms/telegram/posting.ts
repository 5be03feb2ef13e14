import { z } from 'zod';
import type { Message } from '../../chat/message.ts';
import { PlatformError, type Post, type Target } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import { toPlain, typed } from '../../texts/markup.ts';
import type { Api } from './api.ts';
import { Refusal } from './errors.ts';
import { toKeyboard } from './keyboard.ts';
import { noteFor, type Presses } from './presses.ts';
import { LONGEST_TEXT, toHtmlParts } from './render.ts';

/** One message a second into the same chat (core.telegram.org/bots/faq). */
const BETWEEN_PARTS = 1_000;
const MOST_REMEMBERED = 1_000;

const postedSchema = z.object({ message_id: z.int() });

type Parts = { texts: string[]; posted: string[] };
type Deps = { api: Api; clock: Clock; presses: Presses };

const layout = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

const isPrivate = ({ channel }: Target): boolean => !channel.startsWith('-');

/** It opens the person's answer field as a reply to the bot, which privacy mode lets through. */
const isTypedQuestion = (message: Message): boolean =>
  Boolean(message.asks) && toKeyboard(message) === undefined;

/** After a press there is no message of theirs to reply to, so the question names the person it is for. */
const greetingOf = ({ message, answers, pressId, target }: Post): { text: string; html: string } => {
  const { id = '', name = '' } = (pressId && isTypedQuestion(message) && answers?.account) || {};
  // A group's own id is that of an anonymous administrator, who has no profile to link to.
  if (isPrivate(target) || name === '' || !/^\d+$/.test(id)) return { text: '', html: '' };
  const shown = typed(name);
  return { text: `${toPlain(shown)}\n`, html: `<a href="tg://user?id=${id}">${shown.markup}</a>\n` };
};

const textsOf = (post: Post): string[] => {
  const greeting = greetingOf(post);
  const texts = toHtmlParts(post.message.text, LONGEST_TEXT - greeting.text.length);
  const last = texts.pop();
  if (last === undefined) throw new PlatformError('rejected', 'the message has no text');
  return [...texts, greeting.html + last];
};

const replyMarkupOf = (message: Message) => {
  if (isTypedQuestion(message)) return { reply_markup: { force_reply: true, selective: true } } as const;
  const keyboard = toKeyboard(message);
  return keyboard ? { reply_markup: keyboard } : {};
};

const replyTo = ({ answers }: Post) =>
  answers
    ? { reply_parameters: { message_id: Number(answers.messageId), allow_sending_without_reply: true } }
    : {};

const threadOf = ({ target }: Post) =>
  target.thread === undefined ? {} : { message_thread_id: Number(target.thread) };

const sendPart = async (api: Api, post: Post, { texts, posted }: Parts): Promise<string> => {
  const index = posted.length;
  const isLast = index === texts.length - 1;
  const result = await api.call('sendMessage', {
    chat_id: post.target.channel,
    text: texts[index] ?? '',
    ...layout,
    ...threadOf(post),
    // The question shows only to whom the part that asks it replies to.
    ...(index === 0 || (isLast && isTypedQuestion(post.message)) ? replyTo(post) : {}),
    ...(isLast ? replyMarkupOf(post.message) : {}),
  });
  const { data } = postedSchema.safeParse(result);
  if (!data) throw new PlatformError('unknown', 'sendMessage: the answer names no message');
  return String(data.message_id);
};

/** Sends posts; one in several parts goes on where it broke off when the same `key` is tried again. */
export const createSend = ({ api, clock, presses }: Deps) => {
  const unfinished = new Map<string, Parts>();

  const remember = (key: string, parts: Parts): void => {
    unfinished.set(key, parts);
    const oldest = unfinished.keys().next();
    if (unfinished.size > MOST_REMEMBERED && !oldest.done) unfinished.delete(oldest.value);
  };

  return async (post: Post): Promise<string[]> => {
    const note = noteFor(post);
    if (note) {
      await presses.showNote(note);
      return [];
    }
    presses.stopSpinner(post.pressId);
    replyMarkupOf(post.message); // A keyboard that Telegram would refuse is found before the first part is out.
    const parts = unfinished.get(post.key) ?? { texts: textsOf(post), posted: [] };
    while (parts.posted.length < parts.texts.length) {
      if (parts.posted.length > 0) {
        remember(post.key, parts);
        await clock.sleep(BETWEEN_PARTS);
      }
      parts.posted.push(await sendPart(api, post, parts));
    }
    unfinished.delete(post.key);
    return parts.posted;
  };
};

export const createEdit =
  ({ api, presses }: Deps) =>
  async (post: Post, messageId: string): Promise<void> => {
    presses.stopSpinner(post.pressId);
    const [text, ...more] = toHtmlParts(post.message.text);
    if (text === undefined || more.length > 0) {
      throw new PlatformError('rejected', 'the message is empty, or too long to take the place of one');
    }
    if (isTypedQuestion(post.message)) {
      throw new PlatformError(
        'rejected',
        'a question to be answered by typing cannot take the place of a message',
      );
    }
    const keyboard = toKeyboard(post.message);
    try {
      await api.call('editMessageText', {
        chat_id: post.target.channel,
        message_id: Number(messageId),
        text,
        ...layout,
        ...(keyboard ? { reply_markup: keyboard } : {}),
      });
    } catch (error) {
      if (!(error instanceof Refusal && /message is not modified/.test(error.message))) throw error;
    }
  };
