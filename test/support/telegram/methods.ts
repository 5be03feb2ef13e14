import type { z } from 'zod';
import { type Formatted, parseHtml } from './html.ts';
import type { createLimits } from './limits.ts';
import { badRequest, forbidden, tooManyRequests } from './refusal.ts';
import { type Method, type Params, type ReplyMarkup, schemas } from './schemas.ts';
import type { Updates } from './updates.ts';
import {
  buttonsOf,
  type Chat,
  requireId,
  type Shown,
  type StoredFile,
  type User,
  type World,
  wireMessage,
} from './world.ts';

const LONGEST_TEXT = 4096;
const LONGEST_NOTE = 200;
const LONGEST_DATA = 64;
const MOST_BUTTONS = 100;
const MOST_COMMANDS = 100;
/** Seconds in which a press may be answered. */
const PRESS_LIVES = 900;

export type Press = {
  readonly id: string;
  readonly by: User;
  readonly at: number;
  readonly message: Shown;
  /** What the bot showed to the one who pressed; no text where it only stopped the spinner. */
  answer: { text: string | undefined; alert: boolean } | undefined;
};

export type State = {
  world: World;
  updates: Updates;
  limits: ReturnType<typeof createLimits>;
  presses: Map<string, Press>;
  /** By scope and language. */
  commands: Map<string, Params<'setMyCommands'>['commands']>;
};

const WEBHOOK_PORTS = new Set(['', '80', '88', '443', '8443']);
const LONGEST_CAPTION = 1024;
const LARGEST_DOWNLOAD = 20 * 1024 * 1024;

type Run = (state: State, raw: unknown, gone: AbortSignal) => unknown;

export const methods: Record<Method, Run> = {
  getMe: define(schemas.getMe, getMe),
  getUpdates: define(schemas.getUpdates, ({ updates }, params, gone) => updates.get(params, gone)),
  setWebhook: define(schemas.setWebhook, setWebhook),
  getWebhookInfo: define(schemas.getWebhookInfo, ({ updates }) => updates.webhookInfo()),
  deleteWebhook: define(schemas.deleteWebhook, deleteWebhook),
  sendMessage: define(schemas.sendMessage, sendMessage),
  sendDocument: define(schemas.sendDocument, (state, params) =>
    sendFile(state, params, params.document, 'document'),
  ),
  sendPhoto: define(schemas.sendPhoto, (state, params) => sendFile(state, params, params.photo, 'photo')),
  getFile: define(schemas.getFile, getFile),
  editMessageText: define(schemas.editMessageText, editMessageText),
  editMessageReplyMarkup: define(schemas.editMessageReplyMarkup, editMessageReplyMarkup),
  deleteMessage: define(schemas.deleteMessage, deleteMessage),
  answerCallbackQuery: define(schemas.answerCallbackQuery, answerCallbackQuery),
  setMyCommands: define(schemas.setMyCommands, setMyCommands),
  getMyCommands: define(
    schemas.getMyCommands,
    ({ commands }, params) => commands.get(commandsKey(params)) ?? [],
  ),
  getChat: define(schemas.getChat, getChat),
  getChatMember: define(schemas.getChatMember, getChatMember),
  getChatAdministrators: define(schemas.getChatAdministrators, getChatAdministrators),
  leaveChat: define(schemas.leaveChat, leaveChat),
  sendChatAction: define(schemas.sendChatAction, sendChatAction),
};

function getMe({ world }: State): object {
  return {
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  };
}

/** Checks what was sent, then does it or throws an ApiRefusal. */
function define<Schema extends z.ZodType>(
  schema: Schema,
  handle: (state: State, params: z.infer<Schema>, gone: AbortSignal) => unknown,
): Run {
  return (state, raw, gone) => {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return handle(state, parsed.data, gone);
    const what = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw badRequest(`the fake refuses ${what.join('; ')}`);
  };
}

function setWebhook({ updates }: State, params: Params<'setWebhook'>): true {
  const { protocol, port } = URL.parse(params.url) ?? {};
  if (protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  if (!WEBHOOK_PORTS.has(port ?? ''))
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  const { url, secret_token: secret, allowed_updates: kinds, max_connections: most = 40 } = params;
  if (params.drop_pending_updates) updates.drop();
  updates.setWebhook({ url, secret, most }, kinds);
  return true;
}

function deleteWebhook(state: State, params: Params<'deleteWebhook'>): true {
  if (params.drop_pending_updates) state.updates.drop();
  state.updates.setWebhook(undefined);
  return true;
}

function sendMessage(state: State, params: Params<'sendMessage'>): object {
  const chat = reachable(state, params.chat_id);
  if (chat.botIsMuted) throw badRequest('not enough rights to send text messages to the chat');
  const topic = openTopic(chat, params.message_thread_id);
  const formatted = withMentions(state, readText(params.text, params.parse_mode === 'HTML'));
  const replyTo = repliedTo(state, chat, params.reply_parameters);
  checkMarkup(params.reply_markup);
  const wait = state.limits.take(chat.id, chat.person === undefined);
  if (wait !== undefined) throw tooManyRequests(wait);
  const said = state.world.say(chat, {
    author: state.world.bot,
    formatted,
    topic,
    replyTo,
    buttons: buttonsOf(params.reply_markup),
    asks: askedBy(params.reply_markup, replyTo, formatted, state.world),
  });
  return wireMessage(said);
}

function reachable({ world }: State, id: number | string): Chat {
  const chat = world.chat(requireId(id));
  if (!chat) throw badRequest('chat not found');
  if (chat.movedTo) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.movedTo.id });
  }
  if (chat.person) {
    if (chat.deleted) throw forbidden('user is deactivated');
    if (chat.bot === 'kicked') throw forbidden('bot was blocked by the user');
    if (chat.bot === 'left') throw forbidden("bot can't initiate conversation with a user");
    return chat;
  }
  if (chat.deleted) throw forbidden('the group chat was deleted');
  if (chat.bot === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (chat.bot === 'left') throw forbidden(`bot is not a member of the ${chat.type} chat`);
  return chat;
}

function openTopic(chat: Chat, id: number | undefined): number | undefined {
  if (id === undefined) return undefined;
  const topic = chat.topics.find((each) => each.id === id);
  if (!topic) throw badRequest('message thread not found');
  if (topic.closed && chat.bot !== 'administrator') throw badRequest('TOPIC_CLOSED');
  return id;
}

/** A link to a person that the bot may know becomes a mention. */
function withMentions({ world }: State, { text, entities }: Formatted): Formatted {
  return {
    text,
    entities: entities.map((entity) => {
      const id = /^tg:\/\/user\?id=(\d+)$/.exec(entity.url ?? '')?.[1];
      const user = id === undefined ? undefined : world.user(Number(id));
      return user ? { type: 'text_mention', offset: entity.offset, length: entity.length, user } : entity;
    }),
  };
}

function readText(text: string, isHtml: boolean): Formatted {
  const formatted = isHtml ? parseHtml(text) : { text: text.trim(), entities: [] };
  if (formatted.text === '') throw badRequest('message text is empty');
  if (formatted.text.length > LONGEST_TEXT) throw badRequest('message is too long');
  return formatted;
}

function repliedTo(
  state: State,
  chat: Chat,
  reply: Params<'sendMessage'>['reply_parameters'],
): Shown | undefined {
  if (!reply) return undefined;
  const message = state.world.find(chat, reply.message_id);
  if (!message && !reply.allow_sending_without_reply) throw badRequest('message to be replied not found');
  return message;
}

function checkMarkup(markup: ReplyMarkup | undefined): void {
  const buttons = buttonsOf(markup).flat();
  if (buttons.length > MOST_BUTTONS) throw badRequest('reply markup is too long');
  for (const { text, callback_data: data } of buttons) {
    if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
    const bytes = Buffer.byteLength(data);
    if (bytes < 1 || bytes > LONGEST_DATA) throw badRequest('BUTTON_DATA_INVALID');
  }
}

function askedBy(
  markup: ReplyMarkup | undefined,
  replyTo: Shown | undefined,
  { entities }: Formatted,
  world: World,
): Shown['asks'] {
  if (!markup || !('force_reply' in markup)) return undefined;
  if (!markup.selective) return 'everyone';
  const mentioned = entities.flatMap(({ user }) =>
    user && typeof user === 'object' && 'id' in user ? [user.id] : [],
  );
  const ids = [...(replyTo && !replyTo.author.is_bot ? [replyTo.author.id] : []), ...mentioned];
  return ids.flatMap((id) => world.user(Number(id)) ?? []);
}

type FileParams = Params<'sendDocument'> | Params<'sendPhoto'>;

function sendFile(state: State, params: FileParams, id: string, kind: StoredFile['kind']): object {
  const chat = reachable(state, params.chat_id);
  if (chat.botIsMuted) throw badRequest('not enough rights to send documents to the chat');
  const topic = openTopic(chat, params.message_thread_id);
  const { caption = '' } = params;
  const isHtml = params.parse_mode === 'HTML';
  const formatted = caption === '' ? { text: '', entities: [] } : readText(caption, isHtml);
  if (formatted.text.length > LONGEST_CAPTION) throw badRequest('message caption is too long');
  const file = fileFor(state, id, kind);
  const replyTo = repliedTo(state, chat, params.reply_parameters);
  checkMarkup(params.reply_markup);
  const wait = state.limits.take(chat.id, chat.person === undefined);
  if (wait !== undefined) throw tooManyRequests(wait);
  const said = state.world.say(chat, {
    author: state.world.bot,
    formatted: withMentions(state, formatted),
    topic,
    replyTo,
    file,
    buttons: buttonsOf(params.reply_markup),
    asks: askedBy(params.reply_markup, replyTo, formatted, state.world),
  });
  return wireMessage(said);
}

/** A file that came with the call, or one that is sent again as what it was. */
function fileFor({ world }: State, id: string, kind: StoredFile['kind']): StoredFile {
  const file = world.file(id);
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
  if (file.kind !== kind) throw badRequest(`can't use file of type ${file.kind} as ${kind}`);
  if (file.bytes.length === 0) throw badRequest('file must be non-empty');
  return file;
}

function getFile({ world }: State, { file_id }: Params<'getFile'>): object {
  const file = world.file(file_id);
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
  if (file.bytes.length > LARGEST_DOWNLOAD) throw badRequest('file is too big');
  const { id, kind, bytes } = file;
  return { file_id: id, file_unique_id: `u${id}`, file_size: bytes.length, file_path: `${kind}s/${id}` };
}

function editMessageText(state: State, params: Params<'editMessageText'>): object {
  const message = ownMessage(state, reachable(state, params.chat_id), params.message_id);
  const formatted = withMentions(state, readText(params.text, params.parse_mode === 'HTML'));
  return change(state, message, formatted, params.reply_markup);
}

function ownMessage(state: State, chat: Chat, id: number): Shown {
  const message = state.world.find(chat, id);
  if (!message) throw badRequest('message to edit not found');
  if (message.author.id !== state.world.bot.id) throw badRequest("message can't be edited");
  return message;
}

function change(state: State, message: Shown, formatted: Formatted, markup: ReplyMarkup | undefined): object {
  checkMarkup(markup);
  const seen = ({ text, entities, buttons }: Pick<Shown, 'text' | 'entities' | 'buttons'>): string =>
    JSON.stringify([text, entities, buttons]);
  const buttons = buttonsOf(markup);
  if (seen(message) === seen({ ...formatted, buttons })) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  state.world.change(message, formatted, buttons);
  return wireMessage(message);
}

function editMessageReplyMarkup(state: State, params: Params<'editMessageReplyMarkup'>): object {
  const message = ownMessage(state, reachable(state, params.chat_id), params.message_id);
  return change(state, message, { text: message.text, entities: message.entities }, params.reply_markup);
}

function deleteMessage(state: State, params: Params<'deleteMessage'>): true {
  const chat = reachable(state, params.chat_id);
  const message = state.world.find(chat, params.message_id);
  if (!message) throw badRequest('message to delete not found');
  if (message.author.id !== state.world.bot.id && chat.bot !== 'administrator') {
    throw badRequest("message can't be deleted");
  }
  message.deleted = true;
  return true;
}

function answerCallbackQuery(state: State, params: Params<'answerCallbackQuery'>): true {
  const press = state.presses.get(params.callback_query_id);
  if (!press || press.answer || state.world.seconds() - press.at > PRESS_LIVES) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  if ((params.text ?? '').length > LONGEST_NOTE) throw badRequest('MESSAGE_TOO_LONG');
  press.answer = { text: params.text, alert: params.show_alert ?? false };
  return true;
}

function setMyCommands(state: State, { commands, ...where }: Params<'setMyCommands'>): true {
  if (commands.length > MOST_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (description.length < 1 || description.length > 256)
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  state.commands.set(commandsKey(where), commands);
  return true;
}

function commandsKey({ scope, language_code = '' }: Params<'getMyCommands'>): string {
  return JSON.stringify([scope ?? { type: 'default' }, language_code]);
}

function getChat(state: State, params: Params<'getChat'>): object {
  return {
    ...state.world.wireChat(reachable(state, params.chat_id)),
    accent_color_id: 0,
    max_reaction_count: 11,
  };
}

function getChatMember(state: State, params: Params<'getChatMember'>): object {
  const chat = reachable(state, params.chat_id);
  const user = params.user_id === state.world.bot.id ? state.world.bot : state.world.user(params.user_id);
  if (!user) throw badRequest('user not found');
  return member(state, chat, user);
}

function member(state: State, chat: Chat, user: User): object {
  return {
    user,
    status: chat.standing.get(user.id) ?? 'left',
    ...(user.id === state.world.bot.id ? { status: chat.bot } : {}),
  };
}

function getChatAdministrators(state: State, params: Params<'getChatAdministrators'>): object[] {
  const chat = reachable(state, params.chat_id);
  if (chat.person) throw badRequest('there are no administrators in the private chat');
  return [...chat.standing]
    .filter(([, status]) => status === 'creator' || status === 'administrator')
    .flatMap(([id]) => state.world.user(id) ?? [])
    .map((user) => member(state, chat, user));
}

function leaveChat(state: State, params: Params<'leaveChat'>): true {
  const chat = reachable(state, params.chat_id);
  if (chat.person) throw badRequest('chat is not a group or a channel chat');
  chat.bot = 'left';
  return true;
}

function sendChatAction(state: State, params: Params<'sendChatAction'>): true {
  openTopic(reachable(state, params.chat_id), params.message_thread_id);
  return true;
}
