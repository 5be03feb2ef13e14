import { z } from 'zod';
import type { Message, OutgoingFile } from '../../chat/message.ts';
import { bytesOf, type ReadBlob } from '../../chat/outgoing-files.ts';
import { PlatformError, type Post, type Target } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import { toPlain, typed } from '../../texts/markup.ts';
import type { Api } from './api.ts';
import { Refusal } from './errors.ts';
import { toKeyboard } from './keyboard.ts';
import { noteFor, type Presses } from './presses.ts';
import { LONGEST_CAPTION, LONGEST_TEXT, toHtmlParts } from './render.ts';

/** One message a second into the same chat (core.telegram.org/bots/faq). */
const BETWEEN_PARTS = 1_000;
const MOST_REMEMBERED = 1_000;
// core.telegram.org/bots/api#sendphoto; one that is very wide or long is refused as well.
const PICTURE = /^image\/(?:jpeg|png|webp)$/;
const LARGEST_PICTURE = 10 * 1000 * 1000;
const NO_PICTURE = /PHOTO_|IMAGE_PROCESS_FAILED/;

const postedSchema = z.object({ message_id: z.int() });

/** What goes out as one message: a text, a file, or a file with the text under it. */
type Part = { html: string; file?: OutgoingFile };
type Parts = { parts: Part[]; posted: string[] };
type Deps = { api: Api; clock: Clock; readBlob: ReadBlob; presses: Presses };

const layout = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

/** Sends posts; one in several parts goes on where it broke off when the same `key` is tried again. */
export function createSend(deps: Deps) {
  const { clock, presses } = deps;
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
    const parts: Parts = unfinished.get(post.key) ?? { parts: partsOf(post), posted: [] };
    while (parts.posted.length < parts.parts.length) {
      if (parts.posted.length > 0) {
        remember(post.key, parts);
        await clock.sleep(BETWEEN_PARTS);
      }
      parts.posted.push(await sendPart(deps, post, parts));
    }
    unfinished.delete(post.key);
    return parts.posted;
  };
}

function replyMarkupOf(message: Message) {
  if (isTypedQuestion(message)) return { reply_markup: { force_reply: true, selective: true } } as const;
  const keyboard = toKeyboard(message);
  return keyboard ? { reply_markup: keyboard } : {};
}

/** It opens the person's answer field as a reply to the bot, which privacy mode lets through. */
function isTypedQuestion(message: Message): boolean {
  return Boolean(message.asks) && toKeyboard(message) === undefined;
}

/** Under a file goes what fits there; a longer text goes before it, as messages of its own. */
function partsOf(post: Post): Part[] {
  const { text, files: [file, ...more] = [] } = post.message;
  if (!file) return textsOf(post).map((html) => ({ html }));
  const [caption, ...rest] = toHtmlParts(text, LONGEST_CAPTION);
  const others = more.map((file) => ({ html: '', file }));
  if (caption !== undefined && rest.length === 0) return [{ html: caption, file }, ...others];
  return [...textsOf(post).map((html) => ({ html })), { html: '', file }, ...others];
}

function textsOf(post: Post): string[] {
  const greeting = greetingOf(post);
  const texts = toHtmlParts(post.message.text, LONGEST_TEXT - greeting.text.length);
  const last = texts.pop();
  if (last === undefined) throw new PlatformError('rejected', 'the message has no text');
  return [...texts, greeting.html + last];
}

/** After a press there is no message of theirs to reply to, so the question names the person it is for. */
function greetingOf({ message, answers, pressId, target }: Post): { text: string; html: string } {
  const { id = '', name = '' } = (pressId && isTypedQuestion(message) && answers?.account) || {};
  // A group's own id is that of an anonymous administrator, who has no profile to link to.
  if (isPrivate(target) || name === '' || !/^\d+$/.test(id)) return { text: '', html: '' };
  const shown = typed(name);
  return { text: `${toPlain(shown)}\n`, html: `<a href="tg://user?id=${id}">${shown.markup}</a>\n` };
}

function isPrivate({ channel }: Target): boolean {
  return !channel.startsWith('-');
}

async function sendPart(deps: Deps, post: Post, { parts, posted }: Parts): Promise<string> {
  const index = posted.length;
  const { html = '', file } = parts[index] ?? {};
  const address = addressOf(post, index === 0, index === parts.length - 1);
  const result = file
    ? await sendFile(deps, file, html, address)
    : await deps.api.call('sendMessage', { text: html, ...layout, ...address });
  const { data } = postedSchema.safeParse(result);
  if (!data) throw new PlatformError('unknown', 'sending: the answer names no message');
  return String(data.message_id);
}

/** Where a part goes, what it replies to, and the buttons under the last one. */
function addressOf(post: Post, isFirst: boolean, isLast: boolean) {
  return {
    chat_id: post.target.channel,
    ...threadOf(post),
    // The question shows only to whom the part that asks it replies to.
    ...(isFirst || (isLast && isTypedQuestion(post.message)) ? replyTo(post) : {}),
    ...(isLast ? replyMarkupOf(post.message) : {}),
  };
}

function threadOf({ target }: Post) {
  return target.thread === undefined ? {} : { message_thread_id: Number(target.thread) };
}

function replyTo({ answers }: Post) {
  return answers
    ? { reply_parameters: { message_id: Number(answers.messageId), allow_sending_without_reply: true } }
    : {};
}

/** A file with the text under it: a picture as one where Telegram takes it so, everything else as a document. */
async function sendFile(
  { api, readBlob }: Deps,
  file: OutgoingFile,
  html: string,
  address: ReturnType<typeof addressOf>,
): Promise<unknown> {
  const under = { ...address, ...(html === '' ? {} : { caption: html, parse_mode: layout.parse_mode }) };
  const upload = { name: file.name, mimeType: file.mimeType, bytes: await bytesOf(file, readBlob) };
  if (PICTURE.test(file.mimeType) && upload.bytes.length <= LARGEST_PICTURE) {
    try {
      return await api.upload('sendPhoto', under, { field: 'photo', ...upload });
    } catch (error) {
      if (!(error instanceof Refusal && NO_PICTURE.test(error.message))) throw error;
    }
  }
  return api.upload('sendDocument', under, { field: 'document', ...upload });
}

export function createEdit({ api, presses }: Pick<Deps, 'api' | 'presses'>) {
  return async (post: Post, messageId: string): Promise<void> => {
    presses.stopSpinner(post.pressId);
    const [text, ...more] = toHtmlParts(post.message.text);
    if (text === undefined || more.length > 0) {
      throw new PlatformError('rejected', 'the message is empty, or too long to take the place of one');
    }
    if (post.message.files?.length) {
      throw new PlatformError('rejected', 'a file cannot take the place of a message');
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
}
