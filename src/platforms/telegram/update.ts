import { z } from 'zod';

// Only the fields that are used; everything else that Telegram sends is let through and dropped.

// PostgreSQL takes no NUL and no half of a surrogate pair; both are replaced one for one, so that offsets hold.
const text = z.string().transform((value) => value.toWellFormed().replaceAll('\0', '\ufffd'));
const id = z.int();

const userSchema = z.object({
  id,
  is_bot: z.boolean().default(false),
  first_name: text.default(''),
  last_name: text.optional(),
  username: z.string().optional(),
});

const chatSchema = z.object({
  id,
  type: z.string(),
  title: text.optional(),
  first_name: text.optional(),
  last_name: text.optional(),
  username: z.string().optional(),
});

const entitySchema = z.object({ type: z.string(), user: userSchema.optional() });

const documentSchema = z.object({
  file_id: z.string(),
  file_name: text.optional(),
  mime_type: z.string().optional(),
  file_size: z.number().optional(),
});

/** One size of a picture. */
const photoSchema = z.object({ file_id: z.string(), file_size: z.number().optional() });

const repliedSchema = z.object({
  message_id: id,
  chat: chatSchema,
  from: userSchema.optional(),
  sender_chat: chatSchema.optional(),
  document: documentSchema.optional(),
  photo: z.array(photoSchema).optional(),
  forum_topic_created: z.unknown().optional(),
});

const messageSchema = repliedSchema.extend({
  /** In seconds of the epoch: when it was written, and last changed. */
  date: z.number().optional(),
  edit_date: z.number().optional(),
  message_thread_id: id.optional(),
  is_topic_message: z.boolean().optional(),
  text: text.optional(),
  caption: text.optional(),
  entities: z.array(entitySchema).optional(),
  caption_entities: z.array(entitySchema).optional(),
  reply_to_message: repliedSchema.optional(),
  migrate_to_chat_id: id.optional(),
  media_group_id: z.string().optional(),
});

const keySchema = z.object({ callback_data: z.string().optional() });

const pressSchema = z.object({
  id: z.string(),
  from: userSchema,
  data: z.string().optional(),
  message: z
    .object({
      message_id: id,
      chat: chatSchema,
      /** 0 where nothing more of the message can be seen. */
      date: z.number().default(0),
      message_thread_id: id.optional(),
      is_topic_message: z.boolean().optional(),
      reply_markup: z.object({ inline_keyboard: z.array(z.array(keySchema)) }).optional(),
    })
    .optional(),
});

const standingSchema = z.object({ status: z.string(), is_member: z.boolean().optional() });

const membershipSchema = z.object({
  chat: chatSchema,
  from: userSchema,
  old_chat_member: standingSchema,
  new_chat_member: standingSchema,
});

/** The kinds of updates that the bot asks for. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

export const updateSchema = z.object({
  update_id: id,
  message: messageSchema.optional(),
  edited_message: messageSchema.optional(),
  callback_query: pressSchema.optional(),
  my_chat_member: membershipSchema.optional(),
});

export const botSchema = z.object({ id, username: z.string() });
export const memberSchema = standingSchema;

export type Update = z.infer<typeof updateSchema>;
export type Bot = z.infer<typeof botSchema>;
export type TelegramUser = z.infer<typeof userSchema>;
export type TelegramChat = z.infer<typeof chatSchema>;
export type TelegramMessage = z.infer<typeof messageSchema>;
export type TelegramPress = z.infer<typeof pressSchema>;
export type TelegramMember = z.infer<typeof standingSchema>;

/** Whether someone of this standing is in the chat. */
export function isIn(member: TelegramMember): boolean {
  return member.status === 'restricted'
    ? member.is_member === true
    : /^(creator|administrator|member)$/.test(member.status);
}
