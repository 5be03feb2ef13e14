import type { Clock } from '../../../src/core/clock.ts';
import { type Formatted, readMarkdown } from './markdown.ts';

export type User = { id: string; username: string; global_name: string; bot: boolean };

export type Channel = {
  readonly id: string;
  /** 0 text, 1 private, 11 thread, 15 forum. */
  readonly type: number;
  readonly name: string;
  readonly server: Server | undefined;
  readonly parent: Channel | undefined;
  /** The person of a private chat. */
  readonly person: User | undefined;
  archived: boolean;
  locked: boolean;
  deleted: boolean;
  /** What the bot may not do in it. */
  hidden: boolean;
  muted: boolean;
  readonly messages: Shown[];
};

export type Server = {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly channels: Channel[];
  /** Each person's rights, by their id. */
  readonly members: Map<string, bigint>;
  botIsIn: boolean;
  joined: string;
  /** Nobody may write there without the role of the writers, which the bot may have. */
  quiet: boolean;
  botWrites: boolean;
  /** Nobody may post embeds there. */
  plain: boolean;
};

export type Attachment = { id: string; filename: string; url: string; size: number; content_type?: string };

type Embed = { description: string; color: number; image?: { url: string } | undefined };

/** `style`: its colour, as Discord numbers them; an option of a menu has none. */
export type Button = { label: string; id: string; menu: string | undefined; style?: number };

/** A message as people see it. */
export type Shown = Formatted & {
  readonly id: string;
  readonly channel: Channel;
  readonly author: User;
  /** Only this person sees it. */
  readonly onlyFor: User | undefined;
  /** The bot is "thinking". */
  loading: boolean;
  /** All that it says, in a colour or not. */
  content: string;
  /** What of it is set off by a colour. */
  embeds: Embed[];
  buttons: Button[];
  components: unknown[];
  flags: number;
  nonce: string | undefined;
  /** The ids of those whom it called when it was posted. */
  readonly called: readonly string[];
  /** Every text it has had, the present one last. */
  readonly versions: string[];
  /** What hangs on it, but for pictures that embeds show. */
  readonly files: Attachment[];
  deleted: boolean;
};

export const RIGHTS = {
  administrator: 0x8n,
  manageServer: 0x20n,
  see: 0x400n,
  /** In a channel, and in its threads. */
  write: 0x800n | 0x4000000000n,
  /** What is set off by a colour is taken of it. */
  embed: 0x4000n,
  member: 0x400n | 0x800n | 0x4000n | 0x4000000000n | 0x80000000n,
} as const;

const EPOCH = 1_420_070_400_000;

type NewMessage = {
  author: User;
  content: string;
  onlyFor?: User | undefined;
  loading?: boolean;
  embeds?: Embed[];
  components?: unknown[];
  buttons?: Button[];
  flags?: number;
  nonce?: string | undefined;
  called?: readonly string[];
  files?: Attachment[];
};

export type World = ReturnType<typeof createWorld>;

export { wireUser };

/** The servers, channels and people of this Discord, with all that was said. */
export function createWorld(clock: Clock) {
  let count = 0;
  const servers: Server[] = [];
  const channels = new Map<string, Channel>();
  const users = new Map<string, User>();

  const newId = (): string => {
    count += 1;
    return String((BigInt(clock.now().epochMilliseconds - EPOCH) << 22n) + BigInt(count));
  };

  const addUser = (name: string, username: string, bot = false): User => {
    const user = { id: newId(), username, global_name: name, bot };
    users.set(user.id, user);
    return user;
  };

  const addChannel = (channel: Pick<Channel, 'type' | 'name'> & Partial<Channel>): Channel => {
    const made: Channel = {
      id: newId(),
      server: undefined,
      parent: undefined,
      person: undefined,
      archived: false,
      locked: false,
      deleted: false,
      hidden: false,
      muted: false,
      messages: [],
      ...channel,
    };
    channels.set(made.id, made);
    made.server?.channels.push(made);
    return made;
  };

  const bot = addUser('Nêu Gương', 'neu_guong', true);

  return {
    newId,
    bot,
    application: newId(),
    servers,
    addUser,
    addChannel,
    user: (id: string): User | undefined => users.get(id),
    channel: (id: string): Channel | undefined => channels.get(id),
    server: (id: string): Server | undefined => servers.find((server) => server.id === id),
    privateChat: (person: User): Channel =>
      [...channels.values()].find((channel) => channel.person === person) ??
      addChannel({ type: 1, name: person.global_name, person }),

    addServer: (name: string, owner: string): Server => {
      const joined = clock.now().toString();
      const server: Server = {
        id: newId(),
        name,
        owner,
        channels: [],
        members: new Map(),
        botIsIn: true,
        joined,
        quiet: false,
        botWrites: false,
        plain: false,
      };
      servers.push(server);
      return server;
    },

    say: (channel: Channel, message: NewMessage): Shown => {
      const {
        author,
        content,
        onlyFor,
        loading = false,
        embeds = [],
        components = [],
        buttons = [],
        flags = 0,
        files = [],
      } = message;
      const words = wordsOf(content, embeds, flags);
      const said: Shown = {
        id: newId(),
        channel,
        author,
        onlyFor,
        loading,
        content: words,
        embeds,
        ...readMarkdown(words),
        components,
        buttons,
        flags,
        nonce: message.nonce,
        called: message.called ?? [],
        versions: [words],
        files,
        deleted: false,
      };
      channel.messages.push(said);
      return said;
    },

    change: (
      message: Shown,
      change: Partial<Pick<Shown, 'content' | 'embeds' | 'flags' | 'components' | 'buttons' | 'files'>>,
    ): void => {
      const before = { content: plainOf(message), embeds: message.embeds };
      Object.assign(message, change, { loading: false });
      const { content, embeds } = { ...before, ...change };
      message.content = wordsOf(content, embeds, message.flags);
      Object.assign(message, readMarkdown(message.content));
      if (message.content !== message.versions.at(-1)) message.versions.push(message.content);
    },
  };
}

const SUPPRESSED = 1 << 2;

/** What people read of a message: a message without previews shows no embeds either. */
function wordsOf(content: string, embeds: readonly Embed[], flags: number): string {
  const shown = (flags & SUPPRESSED) === 0 ? embeds.map(({ description }) => description) : [];
  return [...(content === '' ? [] : [content]), ...shown].join('\n');
}

/** What of a message is not set off by a colour. */
function plainOf({ content, embeds }: Shown): string {
  const set = embeds.map(({ description }) => description).join('\n');
  return set !== '' && content.endsWith(set) ? content.slice(0, -set.length).trimEnd() : content;
}

/** `mentioned`: the people whom its text names. */
export function wireMessage(message: Shown, mentioned: readonly User[] = []): object {
  return {
    id: message.id,
    channel_id: message.channel.id,
    author: wireUser(message.author),
    content: plainOf(message),
    timestamp: '2026-12-01T00:00:00.000000+00:00',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: mentioned.map(wireUser),
    mention_roles: [],
    attachments: message.files,
    embeds: message.embeds.map((embed) => ({ type: 'rich', ...embed })),
    components: message.components,
    pinned: false,
    type: 0,
    flags: message.flags | (message.onlyFor ? 1 << 6 : 0) | (message.loading ? 1 << 7 : 0),
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
  };
}

function wireUser({ id, username, global_name, bot }: User): object {
  return {
    id,
    username,
    global_name,
    discriminator: '0',
    avatar: null,
    bot,
  };
}

export function wireChannel(channel: Channel): object {
  return {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    ...(channel.server ? { guild_id: channel.server.id } : {}),
    ...(channel.parent ? { parent_id: channel.parent.id } : {}),
    ...(channel.type === 11
      ? {
          thread_metadata: {
            archived: channel.archived,
            locked: channel.locked,
            auto_archive_duration: 60,
            archive_timestamp: '2026-12-01T00:00:00Z',
          },
        }
      : { position: 0, permission_overwrites: overwritesOf(channel) }),
  };
}

/** What everybody is denied in the channel. */
function overwritesOf({ server, hidden, muted }: Channel): object[] {
  const deny = (hidden ? RIGHTS.see : 0n) | (muted ? RIGHTS.write : 0n);
  return server && deny !== 0n ? [{ id: server.id, type: 0, allow: '0', deny: String(deny) }] : [];
}

/** Everybody's role, and that of those who may write where nobody else does. */
export function wireRoles({ id, quiet, plain }: Server): object[] {
  const denied = (quiet ? RIGHTS.write : 0n) | (plain ? RIGHTS.embed : 0n);
  const everyone = RIGHTS.member & ~denied;
  return [wireRole(id, '@everyone', everyone), wireRole(writersOf(id), 'writers', RIGHTS.write)];
}

function writersOf(server: string): string {
  return String(BigInt(server) + (1n << 60n));
}

export function wireRole(id: string, name: string, permissions: bigint): object {
  return {
    id,
    name,
    permissions: String(permissions),
    position: 0,
    color: 0,
    hoist: false,
    managed: false,
    mentionable: false,
  };
}

/** The bot as a member of a server. */
export function wireBot(server: Server, bot: User): object {
  return { ...wireMember(bot, RIGHTS.member), roles: server.botWrites ? [writersOf(server.id)] : [] };
}

export function wireMember(user: User, rights: bigint): object {
  return {
    user: wireUser(user),
    nick: null,
    roles: [],
    joined_at: '2026-01-01T00:00:00Z',
    deaf: false,
    mute: false,
    flags: 0,
    permissions: String(rights),
  };
}
