import { CHOSEN_BOT, type CommandSheet } from '../../chat/assist.ts';
import type { Answers } from '../../chat/command.ts';
import type { Account, Channel, Incoming, IncomingFile, IncomingMessage } from '../../chat/incoming.ts';
import type { Standing } from '../../chat/platform.ts';
import { ANSWER } from './components.ts';
import { readFormId, readInputs } from './forms.ts';
import {
  type Attachment,
  type CommandInteraction,
  type DiscordUser,
  type Interaction,
  languageOf,
  type PressInteraction,
  type SubmitInteraction,
} from './interaction.ts';
import type { OpenedForms } from './opened-forms.ts';
import { inPlainWords, type Names } from './plain-words.ts';

/** What is needed of the rest of Discord to tell what an interaction means. */
export type Surroundings = {
  sheets: readonly CommandSheet[];
  /** The name of a channel, where it is known. */
  nameOf(channel: string): string | undefined;
  /** The same of a role of a server. */
  roleName(server: string, role: string): string | undefined;
  opened: OpenedForms;
};

const THREADS = new Set([10, 11, 12]);
/** Administrator, Manage Server (discord.com/developers/docs/topics/permissions). */
const MANAGES = 0x8n | 0x20n;

type Shown = NonNullable<PressInteraction['message']>;
type Common = Pick<IncomingMessage, 'platform' | 'updateId' | 'channel' | 'sender' | 'sentAt'>;

/** Nobody for an interaction that names no one. */
export function senderOf(interaction: Interaction): Incoming['sender'] | undefined {
  const { member, user } = interaction;
  if (!member) return user && accountOf(user);
  const manages = standingOf(interaction) === 'administrator';
  return { ...accountOf(member.user, member.nick), ...(manages ? { isAdministrator: true } : {}) };
}

/** What the interaction itself says that its sender is in its channel. */
export function standingOf({ member }: Interaction): Standing {
  if (!member) return 'stranger';
  return (BigInt(member.permissions) & MANAGES) === 0n ? 'member' : 'administrator';
}

function accountOf(user: DiscordUser, nick?: string | null): Account {
  return {
    id: user.id,
    name: nick || user.global_name || user.username || user.id,
    ...(user.username ? { username: user.username } : {}),
  };
}

/** What was typed into the options, by the names of the command's arguments. */
export function answersOf(interaction: CommandInteraction, surroundings: Surroundings): Answers {
  return Object.fromEntries(
    typedInto(interaction, surroundings).flatMap(({ argument: { name }, text }) =>
      name === undefined ? [] : [[name, text]],
    ),
  );
}

const FILE = 11;

/** What was typed into the options, with the arguments that they are for; one without a name is the whole line. */
function typedInto(interaction: CommandInteraction, surroundings: Surroundings) {
  const { sheets } = surroundings;
  const { users, members } = interaction.data.resolved;
  const readable = (text: string) =>
    inPlainWords(text, namesIn(interaction, Object.values(users), members, surroundings));
  const sheet = sheets.find(({ name }) => name === interaction.data.name);
  return interaction.data.options.flatMap(({ name, type, value }) => {
    const argument = sheet?.arguments.find(({ option }) => option === name);
    if (!argument || type === FILE || value === undefined || String(value).trim() === '') return [];
    const person = argument.person ? interaction.data.resolved.users[String(value)] : undefined;
    return [{ argument, text: person ? personAnswer(person, interaction) : readable(String(value)) }];
  });
}

/** Somebody chosen from the channel, written so that it can be kept. */
function personAnswer(user: DiscordUser, { data }: CommandInteraction | SubmitInteraction): string {
  const { id, name } = accountOf(user, data.resolved.members[user.id]?.nick);
  return user.bot ? CHOSEN_BOT : `id:${id} ${name}`;
}

type Members = CommandInteraction['data']['resolved']['members'];

/** What the people, channels and roles are called that a text can name. */
function namesIn(
  { guild_id }: Interaction,
  users: readonly DiscordUser[],
  members: Members,
  { nameOf, roleName }: Surroundings,
): Names {
  const people = new Map(users.map((user) => [user.id, accountOf(user, members[user.id]?.nick).name]));
  return {
    person: (id) => people.get(id),
    channel: nameOf,
    role: (id) => (guild_id === undefined ? undefined : roleName(guild_id, id)),
  };
}

// discord.com/developers/docs/reference#snowflakes
const DISCORD_EPOCH = 1_420_070_400_000;

/** What an interaction means to the bot; nothing for what it cannot use. */
export function toIncoming(interaction: Interaction, surroundings: Surroundings): Incoming | undefined {
  const sender = senderOf(interaction);
  if (!sender) return undefined;
  const channel = channelOf(interaction, sender, surroundings);
  const sentAt = sentAtOf(interaction.id);
  const common = { platform: 'discord', updateId: interaction.id, channel, sender, sentAt } as const;
  switch (interaction.type) {
    case 2:
    case 4:
      return interaction.data.type === 1
        ? fromCommand(interaction, common, surroundings)
        : fromMessageMenu(interaction, common, surroundings);
    case 3:
      return fromPress(interaction, common);
    case 5:
      return fromForm(interaction, common, surroundings);
  }
}

/** The moment that is written into an id. */
function sentAtOf(id: string): string {
  return new Date(Number(BigInt(id) >> 22n) + DISCORD_EPOCH).toISOString();
}

/** A private chat goes by the person's own id, as that is what the bot knows them by. */
function channelOf(interaction: Interaction, sender: Account, { nameOf }: Surroundings): Channel {
  const { channel, guild_id } = interaction;
  if (guild_id === undefined) return { id: sender.id, kind: 'private', title: sender.name };
  const id = placeOf(channel);
  if (id === channel.id) return { id, kind: 'group', title: channel.name ?? id, server: guild_id };
  const title = nameOf(id) ?? channel.name ?? channel.id;
  return { id, kind: 'group', title, server: guild_id, thread: channel.id };
}

/** The channel that it goes by: a thread by the one that it belongs to. */
export function placeOf({ id, type, parent_id }: Interaction['channel']): string {
  return THREADS.has(type) && parent_id ? parent_id : id;
}

function fromCommand(interaction: CommandInteraction, common: Common, surroundings: Surroundings): Incoming {
  const line = typedInto(interaction, surroundings).find(({ argument }) => argument.name === undefined);
  return {
    ...common,
    kind: 'message',
    messageId: common.updateId,
    posted: false,
    text: `/${interaction.data.name} ${line?.text ?? ''}`.trim(),
    edited: false,
    ...(line ? {} : { answers: answersOf(interaction, surroundings) }),
    ...peopleChosen(interaction),
    ...filesAs(Object.values(interaction.data.resolved.attachments)),
  };
}

function peopleChosen({ data }: CommandInteraction | SubmitInteraction): { mentions?: Account[] } {
  const mentions = Object.values(data.resolved.users).map((user) =>
    accountOf(user, data.resolved.members[user.id]?.nick),
  );
  return mentions.length > 0 ? { mentions } : {};
}

function filesAs(attachments: readonly Attachment[]): { files?: IncomingFile[] } {
  return attachments.length > 0 ? { files: attachments.map(fileOf) } : {};
}

function fileOf({ url, filename, size, content_type }: Attachment): IncomingFile {
  return {
    id: url,
    name: filename,
    size,
    ...(content_type ? { mimeType: content_type } : {}),
  };
}

/** Somebody else's message becomes what the command is about, with its author and a way back to it. */
function fromMessageMenu(
  interaction: CommandInteraction,
  common: Common,
  surroundings: Surroundings,
): Incoming | undefined {
  const { data, guild_id, channel } = interaction;
  const { sheets } = surroundings;
  const message = data.resolved.messages[data.target_id ?? ''];
  const sheet = sheets.find(({ onMessage }) => onMessage && Object.values(onMessage).includes(data.name));
  if (!message || !sheet) return undefined;
  const names = namesIn(interaction, message.mentions, data.resolved.members, surroundings);
  const author = accountOf(message.author, data.resolved.members[message.author.id]?.nick);
  return {
    ...common,
    kind: 'message',
    messageId: common.updateId,
    posted: false,
    text: `/${sheet.name} ${inPlainWords(message.content, names)}`.trim(),
    edited: false,
    replyTo: { messageId: message.id, author, byBot: message.author.bot },
    about: {
      author: author.name,
      link: `https://discord.com/channels/${guild_id ?? '@me'}/${channel.id}/${message.id}`,
    },
    ...filesAs(message.attachments),
  };
}

function fromPress({ data, message }: PressInteraction, common: Common): Incoming | undefined {
  return (
    message && {
      ...common,
      kind: 'press',
      messageId: message.id,
      pressId: common.updateId,
      line: data.values[0] ?? data.custom_id,
      button: buttonOf(message, data.custom_id, data.values[0]),
    }
  );
}

/** Whether the message carries the button, or the menu with that option, as Discord itself shows it. */
function buttonOf({ components }: Shown, id: string, option?: string) {
  if (!components) return 'unseen';
  const isThere = components
    .flatMap((row) => row.components)
    .some(
      ({ custom_id, options }) =>
        custom_id === id &&
        (option === undefined ? options.length === 0 : options.some(({ value }) => value === option)),
    );
  return isThere ? 'there' : 'gone';
}

function fromForm(interaction: SubmitInteraction, common: Common, { opened }: Surroundings): Incoming {
  const { users } = interaction.data.resolved;
  const inputs = readInputs(interaction.data, (id) => {
    const user = users[id];
    return user ? personAnswer(user, interaction) : id;
  });
  if (interaction.data.custom_id === ANSWER) return fromAnswer(interaction, common, inputs[ANSWER]);
  const { command, known, openedBy } = readFormId(interaction.data.custom_id);
  const typed = Object.entries(inputs).filter(([, value]) => value.trim() !== '');
  return {
    ...common,
    kind: 'message',
    messageId: common.updateId,
    posted: false,
    text: `/${command}`,
    edited: false,
    answers: { ...known, ...Object.fromEntries(typed) },
    ...peopleChosen(interaction),
    ...opened.broughtBy(openedBy, languageOf(interaction)),
  };
}

/** A question's answer goes the way of a press: it is for the open question, or for nothing. */
function fromAnswer({ message }: SubmitInteraction, common: Common, typed = ''): Incoming {
  return {
    ...common,
    kind: 'press',
    messageId: message?.id ?? common.updateId,
    pressId: common.updateId,
    // It is no command, whatever it begins with; and a blank is an answer too, if not a good one.
    line: typed.replace(/^[\s/／]+/u, '') || ' ',
    ...(message ? { button: buttonOf(message, ANSWER) } : {}),
  };
}
