import { z } from 'zod';

// As strict as can be: a field that is not here is one that the bot has no business sending.
const chatId = z.union([z.int(), z.string()]);
const threadId = z.int().positive();

const button = z.strictObject({ text: z.string(), callback_data: z.string() });
const inlineKeyboard = z.strictObject({ inline_keyboard: z.array(z.array(button)) });
const forceReply = z.strictObject({
  force_reply: z.literal(true),
  selective: z.boolean().optional(),
  input_field_placeholder: z.string().min(1).max(64).optional(),
});
const replyParameters = z.strictObject({
  message_id: z.int(),
  allow_sending_without_reply: z.boolean().optional(),
});
const linkPreviewOptions = z.strictObject({ is_disabled: z.boolean().optional() });
const parseMode = z.literal('HTML');

const scope = z.union([
  z.strictObject({
    type: z.enum(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']),
  }),
  z.strictObject({ type: z.enum(['chat', 'chat_administrators']), chat_id: chatId }),
]);
const languageCode = z.string().length(2).optional();

/** A file is named by its id; one that comes with the call stands as `attach://<number>` once it is taken in. */
const underFile = {
  chat_id: chatId,
  message_thread_id: threadId.optional(),
  caption: z.string().optional(),
  parse_mode: parseMode.optional(),
  reply_parameters: replyParameters.optional(),
  reply_markup: z.union([inlineKeyboard, forceReply]).optional(),
};

/** What the bot may send with each method of the Bot API that it calls. */
export const schemas = {
  getMe: z.strictObject({}),
  getUpdates: z.strictObject({
    offset: z.int().optional(),
    limit: z.int().min(1).max(100).optional(),
    timeout: z.int().nonnegative().optional(),
    allowed_updates: z.array(z.string()).optional(),
  }),
  setWebhook: z.strictObject({
    url: z.string(),
    max_connections: z.int().min(1).max(100).optional(),
    allowed_updates: z.array(z.string()).optional(),
    drop_pending_updates: z.boolean().optional(),
    secret_token: z
      .string()
      .regex(/^[\w-]{1,256}$/)
      .optional(),
  }),
  getWebhookInfo: z.strictObject({}),
  deleteWebhook: z.strictObject({ drop_pending_updates: z.boolean().optional() }),
  sendMessage: z.strictObject({
    chat_id: chatId,
    message_thread_id: threadId.optional(),
    text: z.string(),
    parse_mode: parseMode.optional(),
    link_preview_options: linkPreviewOptions.optional(),
    disable_notification: z.boolean().optional(),
    protect_content: z.boolean().optional(),
    reply_parameters: replyParameters.optional(),
    reply_markup: z.union([inlineKeyboard, forceReply]).optional(),
  }),
  getFile: z.strictObject({ file_id: z.string() }),
  sendDocument: z.strictObject({ ...underFile, document: z.string() }),
  sendPhoto: z.strictObject({ ...underFile, photo: z.string() }),
  editMessageText: z.strictObject({
    chat_id: chatId,
    message_id: z.int(),
    text: z.string(),
    parse_mode: parseMode.optional(),
    link_preview_options: linkPreviewOptions.optional(),
    reply_markup: inlineKeyboard.optional(),
  }),
  editMessageReplyMarkup: z.strictObject({
    chat_id: chatId,
    message_id: z.int(),
    reply_markup: inlineKeyboard.optional(),
  }),
  deleteMessage: z.strictObject({ chat_id: chatId, message_id: z.int() }),
  answerCallbackQuery: z.strictObject({
    callback_query_id: z.string().min(1),
    text: z.string().optional(),
    show_alert: z.boolean().optional(),
    cache_time: z.int().nonnegative().optional(),
  }),
  setMyCommands: z.strictObject({
    commands: z.array(z.strictObject({ command: z.string(), description: z.string() })),
    scope: scope.optional(),
    language_code: languageCode,
  }),
  getMyCommands: z.strictObject({ scope: scope.optional(), language_code: languageCode }),
  getChat: z.strictObject({ chat_id: chatId }),
  getChatMember: z.strictObject({ chat_id: chatId, user_id: z.int() }),
  getChatAdministrators: z.strictObject({ chat_id: chatId }),
  leaveChat: z.strictObject({ chat_id: chatId }),
  sendChatAction: z.strictObject({
    chat_id: chatId,
    message_thread_id: threadId.optional(),
    action: z.enum(['typing', 'upload_photo', 'upload_document']),
  }),
};

export type Method = keyof typeof schemas;
export type Params<M extends Method> = z.infer<(typeof schemas)[M]>;
export type Button = z.infer<typeof button>;
export type ReplyMarkup = NonNullable<Params<'sendMessage'>['reply_markup']>;

export function isMethod(name: string): name is Method {
  return Object.hasOwn(schemas, name);
}
