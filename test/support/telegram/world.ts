import type { Clock } from '../../../src/core/clock.ts';
import type { Entity, Formatted } from './html.ts';
import { badRequest } from './refusal.ts';
import type { Button, ReplyMarkup } from './schemas.ts';

export type Status = 'creator' | 'administrator' | 'member' | 'left' | 'kicked';
export type User = { id: number; is_bot: boolean; first_name: string; last_name?: string; username?: string };
export type Topic = { id: number; name: string; closed: boolean };

export type Chat = {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  title: string;
  /** The person of a private chat. */
  readonly person: User | undefined;
  readonly forum: boolean;
  readonly topics: Topic[];
  /** What each person is in it, by their id. */
  readonly standing: Map<number, Status>;
  /** What the bot is in it. In a private chat: `left` until the person starts, `kicked` when they block it. */
  bot: Status;
  botIsMuted: boolean;
  deleted: boolean;
  movedTo: Chat | undefined;
  readonly messages: Shown[];
};

/** A file that Telegram holds. */
export type StoredFile = {
  readonly id: string;
  readonly kind: 'document' | 'photo';
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
};

/** A message as people see it. */
export type Shown = {
  readonly id: number;
  readonly chat: Chat;
  readonly author: User;
  /** The author stays anonymous behind the group. */
  readonly anonymous: boolean;
  readonly date: number;
  readonly topic: number | undefined;
  readonly replyTo: Shown | undefined;
  /** The text stands under a photo. */
  readonly underPhoto: boolean;
  /** Shared by the messages of an album. */
  readonly album: string | undefined;
  /** The text stands under this file. */
  readonly file: StoredFile | undefined;
  text: string;
  entities: Entity[];
  buttons: Button[][];
  /** For whom it opens the answer field. */
  asks: 'everyone' | User[] | undefined;
  editDate: number | undefined;
  /** Every text it has had, the present one last. */
  readonly versions: string[];
  deleted: boolean;
};

export const ANONYMOUS: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

export type World = ReturnType<typeof createWorld>;

export function nameOf({ first_name, last_name }: User): string {
  return [first_name, last_name].filter(Boolean).join(' ');
}

type Wire = { reply_to_message?: object; [field: string]: unknown };

export function wireMessage(message: Shown): Wire {
  return {
    message_id: message.id,
    from: message.anonymous ? ANONYMOUS : message.author,
    ...(message.anonymous ? { sender_chat: wireChat(message.chat) } : {}),
    chat: wireChat(message.chat),
    date: message.date,
    ...(message.editDate === undefined ? {} : { edit_date: message.editDate }),
    ...(message.topic === undefined ? {} : { message_thread_id: message.topic, is_topic_message: true }),
    ...wireReply(message),
    ...(message.album === undefined ? {} : { media_group_id: message.album }),
    ...contentOf(message),
    ...(message.buttons.length > 0 ? { reply_markup: { inline_keyboard: message.buttons } } : {}),
  };
}

function wireChat(chat: Chat): object {
  return {
    id: chat.id,
    type: chat.type,
    ...(chat.person
      ? {
          first_name: chat.person.first_name,
          ...(chat.person.last_name ? { last_name: chat.person.last_name } : {}),
        }
      : { title: chat.title }),
    ...(chat.forum ? { is_forum: true } : {}),
  };
}

/** In a topic, what replies to nothing replies to the message that opened the topic. */
function wireReply({ replyTo, topic, chat, date }: Shown): object {
  if (replyTo) {
    const { reply_to_message, ...replied } = wireMessage(replyTo);
    return { reply_to_message: replied };
  }
  const opened = chat.topics.find(({ id }) => id === topic);
  if (!opened) return {};
  const head = {
    message_id: opened.id,
    chat: wireChat(chat),
    date,
    from: ANONYMOUS,
    message_thread_id: opened.id,
  };
  const created = { name: opened.name, icon_color: 7_322_096 };
  return { reply_to_message: { ...head, forum_topic_created: created, is_topic_message: true } };
}

function contentOf({ underPhoto, file, text, entities }: Shown): object {
  return file
    ? {
        ...wireFile(file),
        ...(text === '' ? {} : { caption: text, ...entitiesAs('caption_entities', entities) }),
      }
    : underPhoto
      ? {
          photo: [{ file_id: 'AgACAg', file_unique_id: 'AQADAg', width: 90, height: 90, file_size: 1200 }],
          caption: text,
          ...entitiesAs('caption_entities', entities),
        }
      : { text, ...entitiesAs('entities', entities) };
}

function wireFile({ id, kind, name, mimeType, bytes }: StoredFile): object {
  const file = { file_id: id, file_unique_id: `u${id}`, file_size: bytes.length };
  return kind === 'photo'
    ? {
        photo: [
          { ...file, file_id: `small-${id}`, file_size: 10, width: 9, height: 9 },
          { ...file, width: 90, height: 90 },
        ],
      }
    : { document: { ...file, file_name: name, mime_type: mimeType } };
}

function entitiesAs(name: string, entities: Entity[]): object {
  return entities.length > 0 ? { [name]: entities } : {};
}

export function buttonsOf(markup: ReplyMarkup | undefined): Button[][] {
  return markup && 'inline_keyboard' in markup ? markup.inline_keyboard : [];
}

type NewMessage = Partial<
  Pick<Shown, 'anonymous' | 'topic' | 'replyTo' | 'underPhoto' | 'file' | 'album' | 'asks'>
> & {
  author: User;
  formatted: Formatted;
  buttons?: Button[][];
};

/** The chats of this Telegram, with all that was said in them. */
export function createWorld(clock: Clock, botUser: User) {
  const users = new Map<number, User>();
  const chats = new Map<number, Chat>();
  let nextUser = 700_000_001;
  let nextGroup = 2_200_000_001;
  const nextMessage = new Map<Chat, number>();
  const files = new Map<string, StoredFile>();

  const addChat = (
    chat: Pick<Chat, 'id' | 'type' | 'title' | 'bot'> & { person?: User; forum?: boolean },
  ): Chat => {
    const made: Chat = {
      person: undefined,
      forum: false,
      ...chat,
      topics: [],
      standing: new Map(),
      botIsMuted: false,
      deleted: false,
      movedTo: undefined,
      messages: [],
    };
    chats.set(made.id, made);
    return made;
  };

  const numberIn = (chat: Chat): number => {
    const id = nextMessage.get(chat) ?? 1;
    nextMessage.set(chat, id + 1);
    return id;
  };

  const seconds = (): number => Math.floor(clock.now().epochMilliseconds / 1000);

  return {
    bot: botUser,
    wireChat,
    seconds,
    numberIn,
    user: (id: number): User | undefined => users.get(id),
    chat: (id: number): Chat | undefined => chats.get(id),

    addPerson: (name: string, username: string | undefined): { user: User; chat: Chat } => {
      const [first = name, ...others] = name.split(' ');
      const last = others.join(' ');
      const id = nextUser;
      nextUser += 1;
      const user = {
        id,
        is_bot: false,
        first_name: first,
        ...(last ? { last_name: last } : {}),
        ...(username ? { username } : {}),
      };
      users.set(id, user);
      return { user, chat: addChat({ id, type: 'private', title: name, person: user, bot: 'left' }) };
    },

    addGroup: (group: {
      type: 'group' | 'supergroup';
      title: string;
      forum?: boolean;
      bot: Status;
    }): Chat => {
      const number = nextGroup;
      nextGroup += 1;
      return addChat({ ...group, id: group.type === 'group' ? -number : -1_000_000_000_000 - number });
    },

    file: (id: string): StoredFile | undefined => files.get(id),

    keepFile: (file: Omit<StoredFile, 'id'>): StoredFile => {
      const kept = { ...file, id: `BQACAgUAAx-${files.size + 1}` };
      files.set(kept.id, kept);
      return kept;
    },

    say: (chat: Chat, message: NewMessage): Shown => {
      const { author, formatted, buttons = [], anonymous = false, underPhoto = false } = message;
      const said: Shown = {
        id: numberIn(chat),
        chat,
        author,
        anonymous,
        date: seconds(),
        topic: message.topic,
        replyTo: message.replyTo,
        underPhoto,
        file: message.file,
        album: message.album,
        ...formatted,
        buttons,
        asks: message.asks,
        editDate: undefined,
        versions: [formatted.text],
        deleted: false,
      };
      chat.messages.push(said);
      return said;
    },

    change: (message: Shown, formatted: Formatted, buttons: Button[][]): void => {
      if (formatted.text !== message.text) message.versions.push(formatted.text);
      Object.assign(message, formatted, { buttons, editDate: seconds() });
    },

    /** The message with this id that is still there. */
    find: (chat: Chat, id: number): Shown | undefined =>
      chat.messages.find((message) => message.id === id && !message.deleted),
  };
}

/** The chat that a call names, or what Telegram answers where the bot cannot reach it. */
export function requireId(id: number | string): number {
  const number = Number(id);
  if (id === '' || !Number.isSafeInteger(number)) throw badRequest('chat not found');
  return number;
}
