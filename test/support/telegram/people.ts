import type { Press, State } from './methods.ts';
import { isCommandFor, typedText } from './speech.ts';
import {
  ANONYMOUS,
  type Chat,
  nameOf,
  type Shown,
  type Status,
  type StoredFile,
  type Topic,
  type User,
  wireMessage,
} from './world.ts';

export type Group = { readonly chat: Chat; readonly id: string };

type SayOptions = {
  replyTo?: Shown;
  /** Under a photo instead of as a message. */
  caption?: boolean;
  topic?: Topic;
  /** As an administrator behind the group. */
  anonymously?: boolean;
  /** Under a file, or without a word a file alone. */
  file?: { name: string; bytes: Uint8Array; mimeType?: string; kind?: StoredFile['kind'] };
  /** The album that it is part of. */
  album?: string;
  /** People whose name in the text becomes a link to them. */
  mentions?: Person[];
};

export type Person = {
  readonly user: User;
  readonly id: string;
  readonly name: string;
  /** The chat with the bot alone. */
  readonly chat: Chat;
  says(group: Group, text: string, options?: SayOptions): Shown;
  /** Says something in the chat with the bot alone, and starts it where that was not done. */
  writes(text: string, options?: Pick<SayOptions, 'replyTo' | 'caption' | 'file'>): Shown;
  /** Answers a message where it stands. */
  replies(message: Shown, text: string, options?: Pick<SayOptions, 'file'>): Shown;
  /** Sends pictures as one; the words stand under one of them, the first unless told. Without a group, to the bot alone. */
  sendsAlbum(pictures: readonly Uint8Array[], options?: AlbumOptions): Shown[];
  edits(message: Shown, text: string): void;
  presses(message: Shown, label: string): Press;
  /** Presses what is not there, as a changed client can; `unseen`: under a message of which Telegram shows no more. */
  forges(message: Shown, line: string, options?: { unseen?: boolean }): Press;
  blocks(): void;
  unblocks(): void;
};

type AlbumOptions = { group?: Group; text?: string; under?: number; replyTo?: Shown };

type GroupOptions = {
  title: string;
  members?: Person[];
  administrators?: Person[];
  /** A basic group, which can be migrated. */
  basic?: boolean;
  forum?: boolean;
  /** `member` by default; an administrator sees everything that is said. */
  bot?: Status;
};

const PRESENT: readonly Status[] = ['creator', 'administrator', 'member'];

/** The people and the groups, and what happens to them. */
export function createPeople(state: State) {
  const creatorOf = ({ chat }: Group): User => {
    const [id] = [...chat.standing].find(([, status]) => status === 'creator') ?? [];
    return (id === undefined ? undefined : state.world.user(id)) ?? ANONYMOUS;
  };
  return {
    chatOf: (where: Group | Person): Chat => where.chat,
    openTopic: (group: Group, name: string) => openTopic(state, group, name),
    fake: {
      person: (name: string, username?: string): Person => {
        const { user, chat } = state.world.addPerson(name, username);
        return personOf(state, user, chat);
      },
      group: (options: GroupOptions): Group => makeGroup(state, options),
      join: (group: Group, person: Person, status: Status = 'member'): void => {
        group.chat.standing.set(person.user.id, status);
      },
      /** The bot is taken into the group. */
      invite: (group: Group, by?: Person): void => {
        const user = by?.user ?? creatorOf(group);
        setBot(state, group.chat, user, 'member');
        service(state, group.chat, user, { new_chat_members: [state.world.bot] });
      },
      /** The bot is thrown out of the group. */
      kick: (group: Group): void => setBot(state, group.chat, creatorOf(group), 'kicked'),
      /** The bot becomes an administrator of the group. */
      promote: (group: Group): void => setBot(state, group.chat, creatorOf(group), 'administrator'),
      mute: (group: Group): void => {
        group.chat.botIsMuted = true;
      },
      /** The topic is deleted, with all that was said in it. */
      deleteTopic: ({ chat }: Group, topic: Topic): void => {
        chat.topics.splice(chat.topics.indexOf(topic), 1);
        for (const message of chat.messages) if (message.topic === topic.id) message.deleted = true;
      },
      dissolve: (group: Group): void => {
        group.chat.deleted = true;
      },
      /** The basic group becomes a supergroup, under another id; `quietly`: the bot is not told yet. */
      migrate: (group: Group, { quietly = false } = {}): Group => migrate(state, group, quietly),
      tellOfMigration: ({ chat }: Group): void => tellOfMigration(state, chat),
    },
  };
}

function openTopic(state: State, { chat }: Group, name: string): Topic {
  if (!chat.forum) throw new Error(`${chat.title} has no topics`);
  const topic = { id: state.world.numberIn(chat), name, closed: false };
  chat.topics.push(topic);
  return topic;
}

function personOf(state: State, user: User, chat: Chat): Person {
  return {
    user,
    chat,
    id: String(user.id),
    name: nameOf(user),
    says: (group, text, options) => sayInGroup(state, user, group, text, options),
    writes: (text, options = {}) => {
      if (chat.bot === 'left') chat.bot = 'member';
      return say(state, user, chat, text, options);
    },
    replies: (message, text, options = {}) =>
      message.chat.person
        ? say(state, user, chat, text, { ...options, replyTo: message })
        : sayInGroup(state, user, { chat: message.chat, id: '' }, text, { ...options, replyTo: message }),
    sendsAlbum: (pictures, options) => sayAlbum(state, user, options?.group?.chat ?? chat, pictures, options),
    edits: (message, text) => edit(state, user, message, text),
    presses: (message, label) => press(state, user, message, label),
    forges: (message, line, { unseen = false } = {}) => pressLine(state, user, message, line, unseen),
    blocks: () => setBot(state, chat, user, 'kicked'),
    unblocks: () => setBot(state, chat, user, 'member'),
  };
}

function sayInGroup(
  state: State,
  user: User,
  { chat }: Group,
  text: string,
  options: SayOptions = {},
): Shown {
  const standing = chat.standing.get(user.id) ?? 'left';
  if (!PRESENT.includes(standing)) throw new Error(`${nameOf(user)} is not in ${chat.title}`);
  if (options.anonymously && standing === 'member') throw new Error('only administrators are anonymous');
  return say(state, user, chat, text, options);
}

function say(state: State, user: User, chat: Chat, text: string, options: SayOptions): Shown {
  const { replyTo, caption = false, topic, anonymously = false, mentions = [], file, album } = options;
  if (replyTo && replyTo.chat !== chat) throw new Error('a reply goes to where the message stands');
  const said = state.world.say(chat, {
    author: user,
    formatted: typedText(
      text,
      mentions.map((person) => person.user),
    ),
    anonymous: anonymously,
    underPhoto: caption,
    file: file && state.world.keepFile({ kind: 'document', mimeType: 'application/octet-stream', ...file }),
    album,
    topic: topic?.id ?? replyTo?.topic,
    replyTo,
  });
  if (isShown(state, said)) state.updates.push('message', wireMessage(said));
  return said;
}

function sayAlbum(
  state: State,
  user: User,
  chat: Chat,
  pictures: readonly Uint8Array[],
  { text = '', under = 0, replyTo }: AlbumOptions = {},
): Shown[] {
  if (pictures.length < 2 || pictures.length > 10) throw new Error('an album has 2 to 10 pictures');
  if (chat.person && chat.bot === 'left') chat.bot = 'member';
  const album = `1350${chat.messages.length}${state.world.seconds()}`;
  return pictures.map((bytes, index) =>
    say(state, user, chat, index === under ? text : '', {
      album,
      file: { name: `${index}.jpg`, bytes, mimeType: 'image/jpeg', kind: 'photo' },
      ...(replyTo ? { replyTo } : {}),
    }),
  );
}

/** Whether Telegram shows a message to the bot, whose privacy mode is on. */
function isShown({ world }: State, { chat, replyTo, text, entities }: Shown): boolean {
  if (chat.person || chat.bot === 'administrator') return true;
  if (chat.bot !== 'member') return false;
  return replyTo?.author.id === world.bot.id || isCommandFor({ text, entities }, world.bot.username ?? '');
}

function edit(state: State, user: User, message: Shown, text: string): void {
  if (message.author.id !== user.id) throw new Error('people edit only what they wrote');
  state.world.change(message, typedText(text), message.buttons);
  if (isShown(state, message)) state.updates.push('edited_message', wireMessage(message));
}

function press(state: State, user: User, message: Shown, label: string): Press {
  const button = message.buttons.flat().find(({ text }) => text === label);
  if (!button) {
    const labels = message.buttons.flat().map(({ text }) => text);
    throw new Error(`no button "${label}" under "${message.text}": ${labels.join(' · ') || 'none'}`);
  }
  return pressLine(state, user, message, button.callback_data, false);
}

function pressLine(state: State, user: User, message: Shown, line: string, unseen: boolean): Press {
  const id = `55${user.id}${state.presses.size + 1}`;
  const pressed: Press = { id, by: user, at: state.world.seconds(), message, answer: undefined };
  state.presses.set(id, pressed);
  const { reply_to_message, ...shown } = wireMessage(message);
  state.updates.push('callback_query', {
    id,
    from: user,
    message: unseen
      ? { message_id: message.id, chat: state.world.wireChat(message.chat), date: 0 }
      : { ...shown, ...(reply_to_message ? { reply_to_message } : {}) },
    chat_instance: String(message.chat.id * 7),
    data: line,
  });
  return pressed;
}

function setBot(state: State, chat: Chat, by: User, to: Status): void {
  const from = chat.bot;
  chat.bot = to;
  state.updates.push('my_chat_member', memberUpdate(state, chat, by, from, to));
}

function memberUpdate(state: State, chat: Chat, by: User, from: Status, to: Status): object {
  return {
    chat: state.world.wireChat(chat),
    from: by,
    date: state.world.seconds(),
    old_chat_member: { user: state.world.bot, status: from },
    new_chat_member: { user: state.world.bot, status: to },
  };
}

function makeGroup(state: State, options: GroupOptions): Group {
  const { title, members = [], administrators = [], basic = false, forum = false, bot = 'member' } = options;
  if (basic && forum) throw new Error('only a supergroup has topics');
  const chat = state.world.addGroup({ type: basic ? 'group' : 'supergroup', title, forum, bot });
  for (const { user } of members) chat.standing.set(user.id, 'member');
  for (const [index, { user }] of administrators.entries()) {
    chat.standing.set(user.id, index === 0 ? 'creator' : 'administrator');
  }
  return { chat, id: String(chat.id) };
}

function service(state: State, chat: Chat, from: User, content: object): void {
  state.updates.push('message', {
    message_id: state.world.numberIn(chat),
    from,
    chat: state.world.wireChat(chat),
    date: state.world.seconds(),
    ...content,
  });
}

function migrate(state: State, { chat: old }: Group, quietly: boolean): Group {
  if (old.type !== 'group') throw new Error('only a basic group is migrated: make it with `basic: true`');
  const chat = state.world.addGroup({ type: 'supergroup', title: old.title, bot: old.bot });
  for (const [id, status] of old.standing) chat.standing.set(id, status);
  old.movedTo = chat;
  if (!quietly) tellOfMigration(state, old);
  return { chat, id: String(chat.id) };
}

function tellOfMigration(state: State, old: Chat): void {
  if (!old.movedTo) throw new Error('it was not migrated');
  service(state, old, ANONYMOUS, { migrate_to_chat_id: old.movedTo.id });
  service(state, old.movedTo, ANONYMOUS, { migrate_from_chat_id: old.id });
}
