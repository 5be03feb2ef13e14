import type { Gateway } from './gateway.ts';
import type { Field, Interaction, Kind } from './interactions.ts';
import { attach, type Sent, type State } from './routes.ts';
import type { Command } from './schemas.ts';
import {
  type Channel,
  RIGHTS,
  type Server,
  type Shown,
  type User,
  wireBot,
  wireChannel,
  wireMember,
  wireMessage,
  wireRoles,
  wireUser,
} from './world.ts';

type Typed = Record<string, string | Person | Sent>;

export type Person = {
  readonly user: User;
  readonly id: string;
  readonly name: string;
  /** The chat with the bot alone. */
  readonly chat: Channel;
  /** Says something, which the bot does not get to see. */
  says(channel: Channel, text: string, ...attached: Sent[]): Shown;
  /** Uses a slash command with what is typed into its options. */
  uses(channel: Channel, command: string, typed?: Typed): Interaction;
  /** Types into an option of a command, which offers what it may become. */
  types(channel: Channel, command: string, typed: Typed): Interaction;
  /** Chooses a command from the menu of a message. */
  rightClicks(message: Shown, command: string): Interaction;
  /** Presses a button, or chooses a line of a menu. */
  presses(message: Shown, label: string): Interaction;
  /** Presses a button that is not there, or chooses from a menu, or answers, as a changed client can. */
  forges(message: Shown, line: string, as?: 'button' | 'menu' | 'answer'): Interaction;
  /** Sends off the form that an interaction opened, with what is typed into its fields; the others stay as they are. */
  submits(opened: Interaction, typed: Record<string, string | Person>): Interaction;
  blocks(): void;
};

type Deps = { state: State; gateway: () => Gateway; onChange(): void };
type Start = Pick<Interaction, 'kind' | 'by' | 'channel'> & { message?: Shown | undefined };

const TYPE: Record<Kind, number> = { command: 2, press: 3, typing: 4, form: 5 };

type ServerOptions = {
  name: string;
  /** Names of text channels; one called "general" by default. */
  channels?: string[];
  members?: Person[];
  /** Those who may manage the server; the first one owns it. */
  administrators: [Person, ...Person[]];
  /** Whether the bot is in it from the start. */
  bot?: boolean;
};

/** The people and the servers, and what happens to them. */
export function createPeople(deps: Deps) {
  const { world } = deps.state;
  const announce = (server: Server | undefined, event: string, data: object): void => {
    deps.gateway().tell(server, event, data);
    deps.onChange();
  };
  return {
    person: (name: string, username = name.toLowerCase().replace(/\s+/g, ''), locale = 'vi'): Person =>
      makePerson(deps, world.addUser(name, username), locale),

    server: ({ name, channels = ['general'], members = [], administrators, bot = true }: ServerOptions) => {
      const server = world.addServer(name, administrators[0].id);
      server.botIsIn = bot;
      for (const { id } of members) server.members.set(id, RIGHTS.member);
      for (const { id } of administrators) server.members.set(id, RIGHTS.member | RIGHTS.manageServer);
      const made = channels.map((channel) => world.addChannel({ type: 0, name: channel, server }));
      const [first] = made;
      if (!first) throw new Error('a server has a channel');
      return { server, channel: first, channels: made };
    },
    join: (server: Server, { id }: Person): void => {
      server.members.set(id, RIGHTS.member);
    },
    thread: (
      parent: Channel,
      name: string,
      state: Partial<Pick<Channel, 'archived' | 'locked'>> = {},
    ): Channel => world.addChannel({ type: 11, name, parent, server: parent.server, ...state }),
    forum: (server: Server, name: string): Channel => world.addChannel({ type: 15, name, server }),

    /** The bot is taken into the server. */
    invite: (server: Server): void => {
      server.botIsIn = true;
      server.joined = deps.state.clock.now().toString();
      deps.gateway().tellServer(server);
      deps.onChange();
    },
    /** The bot is thrown out of the server. */
    kick: (server: Server): void => {
      announce(server, 'GUILD_DELETE', { id: server.id });
      server.botIsIn = false;
    },
    /** What the bot may not do in a channel, or may do again. */
    forbid: (channel: Channel, what: Partial<Pick<Channel, 'hidden' | 'muted'>>): void => {
      Object.assign(channel, what);
      announce(channel.server, 'CHANNEL_UPDATE', wireChannel(channel));
    },
    /** Whether all may write in the server. */
    quieten: (server: Server, quiet: boolean): void => {
      server.quiet = quiet;
      announce(server, 'GUILD_ROLE_UPDATE', { guild_id: server.id, role: wireRoles(server)[0] });
    },
    /** Gives the bot the role of those who may write in a quiet server. */
    letWrite: (server: Server): void => {
      server.botWrites = true;
      announce(server, 'GUILD_MEMBER_UPDATE', { guild_id: server.id, ...wireBot(server, world.bot) });
    },
    deleteChannel: (channel: Channel): void => {
      channel.deleted = true;
      announce(
        channel.server,
        channel.type === 11 ? 'THREAD_DELETE' : 'CHANNEL_DELETE',
        wireChannel(channel),
      );
    },
  };
}

function makePerson(deps: Deps, user: User, locale: string): Person {
  const { world, blocked } = deps.state;
  return {
    user,
    id: user.id,
    name: user.global_name,
    chat: world.privateChat(user),
    says: (channel, text, ...attached) =>
      world.say(channel, {
        author: user,
        content: text,
        files: attached.map((file) => attach(deps.state, file)),
      }),
    uses: (channel, command, typed = {}) =>
      use(deps, user, locale, { kind: 'command', channel, name: command, typed }),
    types: (channel, command, typed) =>
      use(deps, user, locale, { kind: 'typing', channel, name: command, typed }),
    rightClicks: (message, command) => rightClick(deps, user, locale, message, command),
    presses: (message, label) => press(deps, user, locale, message, label),
    forges: (message, line, as = 'button') => {
      const kind = as === 'answer' ? 'form' : 'press';
      return act(deps, { kind, by: user, channel: message.channel, message }, FORGED[as](line), locale);
    },
    submits: (opened, typed) => submit(deps, user, locale, opened, typed),
    blocks: () => void blocked.add(user),
  };
}

const FORGED: Record<'button' | 'menu' | 'answer', (line: string) => object> = {
  button: (line) => ({ component_type: 2, custom_id: line, id: 2 }),
  menu: (line) => ({ component_type: 3, custom_id: '~select0', values: [line], id: 2 }),
  answer: (value) => ({
    custom_id: '~answer',
    components: [{ type: 18, id: 1, component: { type: 4, id: 2, custom_id: '~answer', value } }],
  }),
};

type Used = { kind: 'command' | 'typing'; channel: Channel; name: string; typed: Typed };

function use(deps: Deps, by: User, locale: string, { kind, channel, name, typed }: Used): Interaction {
  const command = commandFor(deps, by, channel, 1, name);
  const focused = kind === 'typing' ? Object.keys(typed).at(-1) : undefined;
  const data = {
    id: deps.state.world.newId(),
    name,
    type: 1,
    ...readTyped(deps, command, channel, typed, focused),
  };
  return act(deps, { kind, by, channel }, data, locale);
}

/** A command that a person sees in a channel. */
function commandFor(
  { state }: Deps,
  { id, global_name }: User,
  channel: Channel,
  type: number,
  name: string,
): Command {
  const { server } = channel;
  const all = [...(state.commands.get('') ?? []), ...(state.commands.get(server?.id ?? '-') ?? [])];
  const command = all.find((each) => each.type === type && each.name === name);
  if (!command)
    throw new Error(`there is no command "${name}": ${all.map((each) => each.name).join(', ') || 'none'}`);
  if (!command.contexts.includes(server ? 0 : 1))
    throw new Error(`"${name}" is not shown in ${channel.name}`);
  const needed = BigInt(command.default_member_permissions ?? 0);
  const rights = (server?.members.get(id) ?? needed) | (server?.owner === id ? needed : 0n);
  const manages = (rights & RIGHTS.administrator) !== 0n || (rights & needed) === needed;
  if (server && !manages) throw new Error(`${global_name} does not see "${name}"`);
  return command;
}

/** The options as Discord sends them, and what they refer to. */
function readTyped({ state }: Deps, command: Command, channel: Channel, typed: Typed, focused?: string) {
  const attachments: Record<string, object> = {};
  const users: Record<string, object> = {};
  const members: Record<string, object> = {};
  const wireValue = (value: Typed[string]): string => {
    if (typeof value === 'string') return value;
    if (isFile(value)) {
      const file = attach(state, value);
      attachments[file.id] = file;
      return file.id;
    }
    const { user: _, ...member } = {
      user: undefined,
      ...wireMember(value.user, rightsIn(channel, value.user) ?? 0n),
    };
    members[value.id] = member;
    users[value.id] = wireUser(value.user);
    return value.id;
  };
  const options = Object.entries(typed).map(([name, value]) => {
    const option = command.options.find((each) => each.name === name);
    const names = command.options.map((each) => each.name).join(', ');
    if (!option) throw new Error(`"${command.name}" has no option "${name}": ${names || 'none'}`);
    if (name === focused && !option.autocomplete)
      throw new Error(`"${name}" offers nothing while it is typed`);
    checkTyped(option, value);
    return {
      name,
      type: option.type,
      value: wireValue(value),
      ...(name === focused ? { focused: true } : {}),
    };
  });
  return { options, resolved: { attachments, users, members } };
}

function isFile(value: Typed[string]): value is Sent {
  return typeof value !== 'string' && 'bytes' in value;
}

function rightsIn(channel: Channel, { id, global_name }: User): bigint | undefined {
  if (!channel.server) return undefined;
  const rights = channel.server.members.get(id);
  if (rights === undefined) throw new Error(`${global_name} is not in ${channel.server.name}`);
  return rights;
}

const KINDS: Record<number, (value: Typed[string]) => boolean> = {
  3: (value) => typeof value === 'string',
  6: isPerson,
  11: isFile,
};

/** What Discord's client lets a person put into an option. */
function checkTyped(option: Command['options'][number], value: Typed[string]): void {
  const { name, type, choices = [], max_length: most = 6000 } = option;
  if (!KINDS[type]?.(value)) throw new Error(`"${name}" takes something else`);
  if (typeof value !== 'string') return;
  if (value.length > most) throw new Error(`"${name}" takes no text that long`);
  if (choices.length > 0 && !choices.some((choice) => choice.value === value))
    throw new Error(`"${name}" does not offer "${value}"`);
}

/** Hands what a person did to the bot, if it can be reached. */
function act({ state, gateway, onChange }: Deps, start: Start, data: object, locale: string): Interaction {
  const { world, clock, interactions } = state;
  const id = world.newId();
  const { by, channel, message } = start;
  const interaction: Interaction = {
    id,
    token: `token-of-${id}`,
    at: clock.now().epochMilliseconds,
    ...start,
    message,
    answered: undefined,
    answeredAfter: undefined,
    original: undefined,
    answers: [],
    choices: undefined,
    form: undefined,
  };
  interactions.set(id, interaction);
  const rights = rightsIn(channel, by);
  gateway().tell(channel.server, 'INTERACTION_CREATE', {
    id,
    application_id: world.application,
    type: TYPE[start.kind],
    token: interaction.token,
    version: 1,
    locale,
    channel_id: channel.id,
    channel: wireChannel(channel),
    ...(channel.server && rights !== undefined
      ? { guild_id: channel.server.id, guild_locale: 'vi', member: wireMember(by, rights), context: 0 }
      : { user: wireUser(by), context: 1 }),
    ...(message ? { message: wireMessage(message) } : {}),
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: 10_485_760,
    data,
  });
  onChange();
  return interaction;
}

function rightClick(deps: Deps, by: User, locale: string, message: Shown, name: string): Interaction {
  const { channel, author } = message;
  commandFor(deps, by, channel, 3, name);
  const rights = channel.server?.members.get(author.id);
  const { user: _, ...member } = { user: author, ...wireMember(author, rights ?? RIGHTS.member) };
  const resolved = {
    messages: { [message.id]: wireMessage(message, mentionedIn(message, deps)) },
    users: { [author.id]: wireUser(author) },
    ...(rights === undefined ? {} : { members: { [author.id]: member } }),
  };
  const data = { id: deps.state.world.newId(), name, type: 3, target_id: message.id, resolved };
  return act(deps, { kind: 'command', by, channel }, data, locale);
}

function mentionedIn({ content }: Shown, { state: { world } }: Deps): User[] {
  const ids = [...content.matchAll(/<@!?(\d+)>/g)].map(([, id = '']) => id);
  return ids.flatMap((id) => world.user(id) ?? []);
}

function press(deps: Deps, by: User, locale: string, message: Shown, label: string): Interaction {
  const { channel, onlyFor, buttons, deleted } = message;
  const button = buttons.find((each) => each.label === label);
  if (!button)
    throw new Error(
      `no button "${label}" under "${message.text}": ${buttons.map((each) => each.label).join(' · ') || 'none'}`,
    );
  if ((onlyFor && onlyFor !== by) || deleted)
    throw new Error(`${by.global_name} does not see "${message.text}"`);
  const data =
    button.menu === undefined
      ? { component_type: 2, custom_id: button.id, id: 2 }
      : { component_type: 3, custom_id: button.menu, values: [button.id], id: 2 };
  return act(deps, { kind: 'press', by, channel, message }, data, locale);
}

function submit(
  deps: Deps,
  by: User,
  locale: string,
  opened: Interaction,
  typed: Record<string, string | Person>,
): Interaction {
  const { form, channel, message } = opened;
  if (!form) throw new Error('no form was opened');
  const unknown = Object.keys(typed).filter((label) => !form.fields.some((field) => field.label === label));
  if (unknown.length > 0)
    throw new Error(
      `the form has no field "${unknown[0]}": ${form.fields.map(({ label }) => label).join(', ')}`,
    );
  const chosen = Object.values(typed).filter((value) => typeof value !== 'string');
  const filled = ({ argument, label, value, type }: Field) => {
    const given = typed[label] ?? value;
    if ((type === 5) !== (typeof given !== 'string')) throw new Error(`"${label}" takes something else`);
    const input = typeof given === 'string' ? { value: given } : { values: [given.id] };
    return { type: 18, id: 1, component: { type, id: 2, custom_id: argument, ...input } };
  };
  const empty = form.fields.find(({ label, value, required }) => required && (typed[label] ?? value) === '');
  if (empty) throw new Error(`the form wants something in "${empty.label}"`);
  const users = Object.fromEntries(chosen.map(({ id, user }) => [id, wireUser(user)]));
  const data = { custom_id: form.id, components: form.fields.map(filled), resolved: { users } };
  return act(deps, { kind: 'form', by, channel, message }, data, locale);
}

function isPerson(value: Typed[string]): value is Person {
  return typeof value !== 'string' && 'user' in value;
}
