import type { Account, Channel, Incoming, IncomingFile, IncomingMessage } from '../../chat/incoming.ts';
import {
  type Bot,
  isIn,
  type TelegramChat,
  type TelegramMessage,
  type TelegramPress,
  type TelegramUser,
  type Update,
} from './update.ts';

type Replied = NonNullable<TelegramMessage['reply_to_message']>;
type Named = Pick<TelegramChat, 'title' | 'first_name' | 'last_name' | 'username'>;

/**
 * What an update means to the bot. Whatever people say to each other in a group gives nothing and is not kept:
 * only commands, replies to the bot, presses and what happens to the bot's own membership. `isMeant`: it belongs to
 * a message that is one of these.
 */
export function toIncoming(update: Update, bot: Bot, isMeant = false): Incoming | undefined {
  const common = { platform: 'telegram', updateId: String(update.update_id) } as const;
  const message = update.message ?? update.edited_message;
  if (message) {
    if (message.chat.type === 'channel') return undefined;
    return fromMessage(message, { ...common, edited: update.message === undefined, isMeant }, bot);
  }
  if (update.callback_query) return fromPress(update.callback_query, common);
  return update.my_chat_member && fromMembership(update.my_chat_member, common);
}

// Telegram marks `/viec_tot` as a command but not `/việctốt` or `／viectot`, so the text itself is looked at.
const COMMAND = /^\s*[/／]/u;

function fromMessage(
  message: TelegramMessage,
  common: { platform: 'telegram'; updateId: string; edited: boolean; isMeant: boolean },
  bot: Bot,
): Incoming | undefined {
  const { edited, isMeant, ...rest } = common;
  const channel = channelOf(message.chat, message);
  if (message.migrate_to_chat_id !== undefined) {
    const sender = accountOf(message.from ?? message.chat);
    return { ...rest, kind: 'moved', channel, sender, newChannelId: String(message.migrate_to_chat_id) };
  }
  const sender = senderOf(message);
  const text = message.text ?? message.caption ?? '';
  const attached = filesIn(message);
  if (!sender || (text === '' && !attached.files)) return undefined;
  const replied = repliedTo(message);
  const replyTo = replied && replyOf(replied, bot);
  const meant = isMeant || channel.kind === 'private' || COMMAND.test(text) || replyTo?.byBot;
  if (!meant || isForAnotherBot(text, bot)) return undefined;
  const mentions = peopleNamed(message);
  return {
    ...rest,
    kind: 'message',
    channel,
    sender,
    messageId: String(message.message_id),
    text,
    edited,
    ...sentAtOf(message),
    ...attached,
    ...(message.media_group_id === undefined ? {} : { album: message.media_group_id }),
    ...(replyTo ? { replyTo } : {}),
    ...(mentions.length > 0 ? { mentions } : {}),
  };
}

function sentAtOf({ date, edit_date: edited = date }: TelegramMessage): { sentAt?: string } {
  return edited === undefined ? {} : { sentAt: new Date(edited * 1000).toISOString() };
}

function channelOf(
  chat: TelegramChat,
  topic: { is_topic_message?: boolean | undefined; message_thread_id?: number | undefined } = {},
): Channel {
  return {
    id: String(chat.id),
    kind: chat.type === 'private' ? 'private' : 'group',
    title: nameOf(chat),
    // A thread id without this mark is a chain of replies, no topic.
    ...(topic.is_topic_message && topic.message_thread_id !== undefined
      ? { thread: String(topic.message_thread_id) }
      : {}),
  };
}

function nameOf({ title, first_name, last_name, username }: Named): string {
  return title ?? ([first_name, last_name].filter(Boolean).join(' ').trim() || (username ?? ''));
}

function accountOf(whom: TelegramUser | TelegramChat): Account {
  return {
    id: String(whom.id),
    name: nameOf(whom),
    ...(whom.username ? { username: whom.username } : {}),
  };
}

/** A person, or an administrator who stays anonymous behind the group; nobody for bots and linked channels. */
function senderOf(message: TelegramMessage): Incoming['sender'] | undefined {
  const { sender_chat: behind, from, chat } = message;
  if (behind) return behind.id === chat.id ? { ...accountOf(behind), isAdministrator: true } : undefined;
  return from && !from.is_bot ? accountOf(from) : undefined;
}

/** A document, or the largest size of a picture. */
function filesIn({ document, photo }: Replied): { files?: IncomingFile[] } {
  if (document) {
    const { file_id: id, file_name: name = 'file', file_size: size = 0, mime_type: mimeType } = document;
    return { files: [{ id, name, size, ...(mimeType === undefined ? {} : { mimeType }) }] };
  }
  const picture = photo?.at(-1);
  if (!picture) return {};
  const { file_id: id, file_size: size = 0 } = picture;
  return { files: [{ id, name: 'photo.jpg', size, mimeType: 'image/jpeg' }] };
}

/** In a topic every message "replies" to the one that opened the topic. */
function repliedTo(message: TelegramMessage): Replied | undefined {
  const replied = message.reply_to_message;
  if (!replied || replied.forum_topic_created) return undefined;
  if (message.is_topic_message && replied.message_id === message.message_thread_id) return undefined;
  return replied;
}

function replyOf(replied: Replied, bot: Bot): NonNullable<IncomingMessage['replyTo']> {
  return {
    messageId: String(replied.message_id),
    author: accountOf(replied.sender_chat ?? replied.from ?? replied.chat),
    byBot: replied.from?.id === bot.id,
    ...filesIn(replied),
  };
}

const ADDRESSED = /^\s*[/／][^\s@]+@(\w+)/u;

function isForAnotherBot(text: string, bot: Bot): boolean {
  const name = ADDRESSED.exec(text)?.[1];
  return name !== undefined && name.toLowerCase() !== bot.username.toLowerCase();
}

function peopleNamed(message: TelegramMessage): Account[] {
  return [...(message.entities ?? []), ...(message.caption_entities ?? [])].flatMap(({ type, user }) =>
    type === 'text_mention' && user && !user.is_bot ? [accountOf(user)] : [],
  );
}

function fromPress(
  press: TelegramPress,
  common: { platform: 'telegram'; updateId: string },
): Incoming | undefined {
  const { message, data } = press;
  if (!message || !data || message.chat.type === 'channel') return undefined;
  return {
    ...common,
    kind: 'press',
    channel: channelOf(message.chat, message),
    sender: accountOf(press.from),
    messageId: String(message.message_id),
    pressId: press.id,
    line: data,
    button: buttonOf(message, data),
  };
}

/** A changed client can name any message and any line; the keyboard under the message is Telegram's own word. */
function buttonOf({ date, reply_markup }: NonNullable<TelegramPress['message']>, line: string) {
  if (date === 0) return 'unseen';
  const keys = reply_markup?.inline_keyboard.flat() ?? [];
  return keys.some(({ callback_data }) => callback_data === line) ? 'there' : 'gone';
}

function fromMembership(
  { chat, from, old_chat_member: before, new_chat_member: after }: NonNullable<Update['my_chat_member']>,
  common: { platform: 'telegram'; updateId: string },
): Incoming | undefined {
  if (chat.type === 'channel' || isIn(before) === isIn(after)) return undefined;
  return {
    ...common,
    kind: isIn(after) ? 'joined' : 'left',
    channel: channelOf(chat),
    sender: accountOf(from),
  };
}
