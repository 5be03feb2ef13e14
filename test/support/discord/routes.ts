import type { Clock } from '../../../src/core/clock.ts';
import type { FormShown, Interaction } from './interactions.ts';
import { DiscordRefusal, invalidForm, unknown } from './refusal.ts';
import { buttonsOf, checkCommands, type createLimits } from './rules.ts';
import { type Command, type Embeds, READ, type Rows, readBody } from './schemas.ts';
import {
  type Attachment,
  type Channel,
  type Shown,
  type User,
  type World,
  wireChannel,
  wireMember,
  wireMessage,
  wireUser,
} from './world.ts';

const PRIVATE = 1 << 6;
const CALLBACK_WITHIN = 3_000;
const TOKEN_LIVES = 15 * 60_000;
const NONCE_LIVES = 5 * 60_000;
/** After that the address of an attachment answers 404. */
const ADDRESS_LIVES = 24 * 3_600_000;

export type State = {
  world: World;
  clock: Clock;
  limits: ReturnType<typeof createLimits>;
  interactions: Map<string, Interaction>;
  /** The registered commands, by where they are registered. */
  commands: Map<string, Command[]>;
  nonces: Map<string, { message: Shown; at: number }>;
  blocked: Set<User>;
  sessions: { total: number; remaining: number; resetAfter: number };
  shards: number;
  gatewayUrl(): string;
  /** What was attached to messages, by the path at which it can be fetched. */
  attached: Map<string, { bytes: Uint8Array; until: number }>;
  cdn(): string;
};

export type Sent = { name: string; bytes: Uint8Array };
type Asking = { params: string[]; query: URLSearchParams; body: unknown; files: Sent[] };
export type Answer = { status: number; body?: object | undefined; headers?: Record<string, string> };
type Route = { method: string; path: string; open?: true; run(state: State, asking: Asking): Answer };

const DONE: Answer = { status: 204 };

const NO_MESSAGE = {
  content: '',
  embeds: [],
  components: [],
  flags: 0,
  allowed_mentions: { parse: [], users: [] },
};

export type RouteName = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

/** Keeps a file where it can be fetched. */
export function attach(state: State, { name, bytes }: Sent): Attachment {
  const { world, attached, cdn } = state;
  const id = world.newId();
  const path = `/attachments/${id}/${encodeURIComponent(name)}`;
  attached.set(path, { bytes, until: now(state) + ADDRESS_LIVES });
  return { id, filename: name, url: `${cdn()}${path}`, size: bytes.length, content_type: 'image/jpeg' };
}

/** The server has one role for each set of rights, named by it. */
export function roleId(server: string, rights: bigint): string {
  return String(BigInt(server) + rights);
}

/** The part of the REST interface that the bot uses. `open` ones carry the token of an interaction instead of the bot's. */
const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/gateway/bot', run: gatewayBot },
  { method: 'GET', path: '/applications/:app/commands', run: (state) => getCommands(state, '') },
  {
    method: 'PUT',
    path: '/applications/:app/commands',
    run: (state, { body }) => putCommands(state, '', body),
  },
  {
    method: 'GET',
    path: '/applications/:app/guilds/:id/commands',
    run: (state, { params }) => getCommands(state, params[1] ?? ''),
  },
  {
    method: 'PUT',
    path: '/applications/:app/guilds/:id/commands',
    run: (state, { params, body }) => putCommands(state, params[1] ?? '', body),
  },
  { method: 'POST', path: '/interactions/:id/:token/callback', open: true, run: answerInteraction },
  { method: 'POST', path: '/webhooks/:app/:token', open: true, run: followUp },
  {
    method: 'GET',
    path: '/webhooks/:app/:token/messages/:id',
    open: true,
    run: (state, asking) => ok(wireMessage(ofInteraction(state, asking))),
  },
  {
    method: 'PATCH',
    path: '/webhooks/:app/:token/messages/:id',
    open: true,
    run: (state, asking) => {
      const message = ofInteraction(state, asking);
      state.world.change(message, changeOf(state, message, 'followUpEdit', asking));
      return ok(wireMessage(message));
    },
  },
  {
    method: 'DELETE',
    path: '/webhooks/:app/:token/messages/:id',
    open: true,
    run: (state, asking) => {
      Object.assign(ofInteraction(state, asking), { deleted: true, loading: false });
      return DONE;
    },
  },
  { method: 'POST', path: '/channels/:id/messages', run: createMessage },
  { method: 'GET', path: '/channels/:id/messages', run: listMessages },
  {
    method: 'GET',
    path: '/channels/:id/messages/:id',
    run: (state, { params }) => ok(wireMessage(messageIn(visible(state, params[0]), params[1]))),
  },
  { method: 'PATCH', path: '/channels/:id/messages/:id', run: editMessage },
  { method: 'GET', path: '/guilds/:id/members/:id', run: getMember },
  { method: 'GET', path: '/users/@me', run: ({ world }) => ok(wireUser(world.bot)) },
  { method: 'POST', path: '/users/@me/channels', run: openPrivateChat },
];

/** The route of a request, with what stands in the places of its parameters. */
export function findRoute(
  method: string,
  path: string,
): { route: Route; name: string; params: string[] } | undefined {
  for (const route of ROUTES) {
    const pattern = new RegExp(`^${route.path.replace(/:\w+/g, '([^/]+)')}$`);
    const match = route.method === method ? pattern.exec(path) : null;
    if (match) return { route, name: `${method} ${route.path}`, params: match.slice(1) };
  }
  return undefined;
}

function ok(body: object, headers?: Record<string, string>): Answer {
  return {
    status: 200,
    body,
    ...(headers ? { headers } : {}),
  };
}

/** The channel as far as the bot can see it. */
function visible({ world }: State, id = ''): Channel {
  const channel = world.channel(id);
  if (!channel || channel.deleted || channel.parent?.deleted) throw unknown(10_003, 'Channel');
  const isOut = channel.server && !channel.server.botIsIn;
  if (isOut || channel.hidden || channel.parent?.hidden)
    throw new DiscordRefusal(403, 50_001, 'Missing Access');
  return channel;
}

function messageIn(channel: Channel, id = ''): Shown {
  const message = channel.messages.find((each) => each.id === id && !each.deleted && !each.onlyFor);
  if (!message) throw unknown(10_008, 'Message');
  return message;
}

function createMessage(state: State, { params, body, files }: Asking): Answer {
  const read = readBody('message', READ.message, body);
  const { content, embeds, components, flags, nonce, enforce_nonce } = read;
  const channel = writable(state, params[0]);
  const headers = state.limits.take(channel.id);
  requireWords(content, [...files, ...embeds]);
  if (embeds.length > 0 && channel.server?.plain)
    throw new DiscordRefusal(403, 50_013, 'Missing Permissions');
  const known = nonce === undefined ? undefined : state.nonces.get(nonce);
  if (enforce_nonce && known && known.at > now(state) - NONCE_LIVES)
    return ok(wireMessage(known.message), headers);
  const { world } = state;
  const buttons = buttonsOf(components);
  const message = world.say(channel, {
    author: world.bot,
    content,
    components,
    buttons,
    flags,
    nonce,
    called: calledBy(read),
    ...laidOut(state, embeds, files),
  });
  if (nonce !== undefined) state.nonces.set(nonce, { message, at: now(state) });
  return ok(wireMessage(message), headers);
}

/** Files and embeds as they are shown: a picture that an embed names stands in it, and hangs on the message no more. */
function laidOut(state: State, embeds: Embeds, sent: readonly Sent[], before: readonly Attachment[] = []) {
  const files = [...before, ...sent.map((file) => attach(state, file))];
  const shown = embeds.map(({ image, ...embed }) => {
    if (!image) return embed;
    const file = files.find(({ filename }) => image.url === `attachment://${filename}`);
    if (!file) throw invalidForm(`nothing is attached that is called ${image.url}`);
    return { ...embed, image: { url: file.url } };
  });
  const isShown = ({ url }: Attachment) => shown.some((embed) => 'image' in embed && embed.image.url === url);
  return { embeds: shown, files: files.filter((file) => !isShown(file)) };
}

/** Whom a message calls: those whom it names and whom it may call. */
function calledBy({ content, allowed_mentions }: { content: string; allowed_mentions: { users: string[] } }) {
  return allowed_mentions.users.filter((id) => content.includes(`<@${id}>`));
}

function requireWords(content: string, files: readonly unknown[] = []): void {
  if (content.trim() === '' && files.length === 0)
    throw new DiscordRefusal(400, 50_006, 'Cannot send an empty message');
}

function writable(state: State, id = ''): Channel {
  const channel = visible(state, id);
  if (channel.person && state.blocked.has(channel.person))
    throw new DiscordRefusal(403, 50_007, 'Cannot send messages to this user');
  const { server } = channel;
  const isQuiet = server?.quiet === true && !server.botWrites;
  if (isQuiet || channel.muted || channel.parent?.muted)
    throw new DiscordRefusal(403, 50_013, 'Missing Permissions');
  if (channel.type === 15)
    throw new DiscordRefusal(400, 50_008, 'Cannot send messages in a non-text channel');
  if (channel.locked) throw new DiscordRefusal(400, 50_083, 'Thread is archived');
  channel.archived = false;
  return channel;
}

function now({ clock }: State): number {
  return clock.now().epochMilliseconds;
}

/** Files of before stay unless those that are to stay are named; the same goes for what embeds show. */
function changeOf(
  state: State,
  message: Shown,
  spec: 'messageEdit' | 'followUpEdit',
  { body, files }: { body: unknown; files: readonly Sent[] },
) {
  const { content, embeds, flags, components, attachments } = readBody(spec, READ.change, body);
  if (content !== undefined) requireWords(content, embeds);
  const isThere = ({ id, filename }: { id: string; filename: string }) =>
    message.files.some((file) => file.id === id) || files[Number(id)]?.name === filename;
  if (attachments?.every(isThere) === false) throw invalidForm('a file that is to stay is not there');
  const stay = message.files.filter((file) => attachments?.some(({ id }) => id === file.id) ?? true);
  const laid = laidOut(state, embeds ?? [], files, stay);
  return {
    files: laid.files,
    ...(content === undefined ? {} : { content }),
    ...(embeds === undefined ? {} : { embeds: laid.embeds }),
    ...(flags === undefined ? {} : { flags }),
    ...(components ? { components, buttons: buttonsOf(components) } : {}),
  };
}

/** The first hundred after a message, as Discord orders them: the newest first, and without nonces. */
function listMessages(state: State, { params, query }: Asking): Answer {
  const after = BigInt(query.get('after') ?? '0');
  const messages = visible(state, params[0]).messages.filter(
    ({ id, deleted, onlyFor }) => !deleted && !onlyFor && BigInt(id) > after,
  );
  const wired = messages.slice(0, Number(query.get('limit') ?? '50')).toReversed();
  return ok(wired.map((message) => ({ ...wireMessage(message), nonce: undefined })));
}

function editMessage(state: State, { params, body, files }: Asking): Answer {
  const message = messageIn(visible(state, params[0]), params[1]);
  if (message.author !== state.world.bot)
    throw new DiscordRefusal(403, 50_005, 'Cannot edit a message authored by another user');
  state.world.change(message, changeOf(state, message, 'messageEdit', { body, files }));
  return ok(wireMessage(message));
}

function answerInteraction(state: State, { params, query, body, files }: Asking): Answer {
  const { type, data } = readBody('callback', READ.callback, body);
  const interaction = state.interactions.get(params[0] ?? '');
  if (!interaction || interaction.token !== params[1]) throw unknown(10_062, 'interaction');
  if (interaction.answered !== undefined)
    throw new DiscordRefusal(400, 40_060, 'Interaction has already been acknowledged.');
  if (now(state) - interaction.at >= CALLBACK_WITHIN) throw unknown(10_062, 'interaction');
  if (!canTake(interaction, type)) throw invalidForm(`a ${interaction.kind} takes no answer of type ${type}`);
  firstAnswer(state, interaction, type, data, files);
  interaction.answered = type;
  interaction.answeredAfter = now(state) - interaction.at;
  if (query.get('with_response') !== 'true') return DONE;
  const shown = type === 4 || type === 7 ? interaction.original : undefined;
  return ok({
    interaction: { id: interaction.id, type: 2 },
    ...(shown ? { resource: { type, message: wireMessage(shown) } } : {}),
  });
}

function firstAnswer(
  state: State,
  interaction: Interaction,
  type: number,
  data: unknown,
  files: Sent[],
): void {
  if (type === 4) {
    const message = READ.message.parse(data);
    if (message.allowed_mentions.parse.length > 0) throw invalidForm('it may ping somebody');
    interaction.original = sayTo(state, interaction, { ...message, files });
  }
  if (type === 5) {
    const flags = READ.callback.safeParse({ type, data }).data?.data;
    const isPrivate =
      typeof flags === 'object' && flags !== null && Number(Reflect.get(flags, 'flags')) & PRIVATE;
    interaction.original = sayTo(state, interaction, { ...NO_MESSAGE, flags: isPrivate ? PRIVATE : 0 }, true);
  }
  if (type === 6 || type === 7) interaction.original = interaction.message;
  if (type === 7 && interaction.message)
    state.world.change(
      interaction.message,
      changeOf(state, interaction.message, 'followUpEdit', { body: data, files }),
    );
  if (type === 8) interaction.choices = READ.choices.parse(data).choices;
  if (type === 9) interaction.form = readForm(data);
}

/** Says what a callback or a follow-up holds; a private message is shown to the person alone. */
function sayTo(
  state: State,
  interaction: Interaction,
  {
    files = [],
    ...message
  }: { content: string; embeds: Embeds; components: Rows; flags: number; files?: Sent[] },
  loading = false,
): Shown {
  if (!loading) requireWords(message.content, [...files, ...message.embeds]);
  const said = state.world.say(interaction.channel, {
    author: state.world.bot,
    ...message,
    ...laidOut(state, message.embeds, files),
    buttons: buttonsOf(message.components),
    onlyFor: message.flags & PRIVATE ? interaction.by : undefined,
    loading,
  });
  interaction.answers.push(said);
  return said;
}

function readForm(data: unknown): FormShown {
  const { custom_id, title, components } = READ.form.parse(data);
  return {
    id: custom_id,
    title,
    fields: components.map(({ label, component: { custom_id: argument, ...field } }) => ({
      argument,
      label,
      ...field,
    })),
  };
}

function canTake(interaction: Interaction, type: number): boolean {
  if (interaction.kind === 'typing') return type === 8;
  if (type === 6 || type === 7) return interaction.message !== undefined;
  return type === 9 ? interaction.kind !== 'form' : type === 4 || type === 5;
}

function followUp(state: State, { params, body, files }: Asking): Answer {
  const interaction = byToken(state, params);
  const message = readBody('followUp', READ.message, body);
  const { original } = interaction;
  // What follows on "thinking" takes its place, seen by whoever saw that.
  if (original?.loading) {
    const laid = laidOut(state, message.embeds, files);
    state.world.change(original, { ...message, ...laid, buttons: buttonsOf(message.components) });
    return ok(wireMessage(original));
  }
  return ok(wireMessage(sayTo(state, interaction, { ...message, files })));
}

function byToken(state: State, [application, token]: string[]): Interaction {
  const interaction = [...state.interactions.values()].find((each) => each.token === token);
  if (!interaction || application !== state.world.application) throw unknown(10_015, 'Webhook');
  if (now(state) - interaction.at >= TOKEN_LIVES)
    throw new DiscordRefusal(401, 50_027, 'Invalid Webhook Token');
  if (interaction.answered === undefined) throw unknown(10_015, 'Webhook');
  return interaction;
}

function ofInteraction(state: State, { params }: Asking): Shown {
  const interaction = byToken(state, params);
  const message =
    params[2] === '@original' ? interaction.original : interaction.answers.find(({ id }) => id === params[2]);
  if (!message || message.deleted) throw unknown(10_008, 'Message');
  return message;
}

function putCommands(state: State, where: string, body: unknown): Answer {
  const commands = readBody('commands', READ.commands, body);
  checkCommands(commands);
  state.commands.set(where, commands);
  return ok(commands.map((command) => wireCommand(state, command)));
}

/** As Discord gives a command back: with what it adds, and with rights as a text. */
function wireCommand({ world }: State, command: Command): object {
  return {
    ...command,
    id: world.newId(),
    application_id: world.application,
    version: world.newId(),
    nsfw: false,
    dm_permission: true,
    default_member_permissions:
      typeof command.default_member_permissions === 'number'
        ? String(command.default_member_permissions)
        : null,
    ...(command.options.length === 0 ? { options: undefined } : {}),
  };
}

function getCommands(state: State, where: string): Answer {
  return ok((state.commands.get(where) ?? []).map((command) => wireCommand(state, command)));
}

function getMember(state: State, { params }: Asking): Answer {
  const server = state.world.server(params[0] ?? '');
  if (!server?.botIsIn) throw new DiscordRefusal(403, 50_001, 'Missing Access');
  const user = state.world.user(params[1] ?? '');
  if (!user) throw unknown(10_013, 'User');
  const rights = server.members.get(user.id);
  if (rights === undefined) throw unknown(10_007, 'Member');
  const { permissions, ...member } = { permissions: '', ...wireMember(user, rights) };
  return ok({ ...member, roles: rolesOf(server.id, rights) });
}

function rolesOf(server: string, rights: bigint): string[] {
  return [roleId(server, rights)];
}

function openPrivateChat(state: State, { body }: Asking): Answer {
  const { recipient_id } = readBody('privateChannel', READ.recipient, body);
  const user = state.world.user(recipient_id);
  if (!user || user.bot) throw new DiscordRefusal(400, 50_033, 'Invalid Recipient(s)');
  const channel = state.world.privateChat(user);
  return ok({ ...wireChannel(channel), recipients: [wireUser(user)] });
}

function gatewayBot(state: State): Answer {
  return ok({
    url: state.gatewayUrl(),
    shards: state.shards,
    session_start_limit: {
      total: state.sessions.total,
      remaining: state.sessions.remaining,
      reset_after: state.sessions.resetAfter,
      max_concurrency: 16,
    },
  });
}
