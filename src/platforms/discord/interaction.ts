import { z } from 'zod';
import type { Language } from '../../core/languages.ts';

// Only the fields that are used; everything else that Discord sends is let through and dropped.

// PostgreSQL takes no NUL and no half of a surrogate pair; both are replaced one for one.
const text = z.string().transform((value) => value.toWellFormed().replaceAll('\0', '\ufffd'));
const id = z.string().regex(/^\d+$/);

const userSchema = z.object({
  id,
  username: text.default(''),
  global_name: text.nullish(),
  bot: z.boolean().default(false),
});

const memberSchema = z.object({
  user: userSchema,
  nick: text.nullish(),
  permissions: z.string().regex(/^\d+$/),
});

const channelSchema = z.object({
  id,
  type: z.int(),
  name: text.nullish(),
  parent_id: id.nullish(),
});

const attachmentSchema = z.object({
  id,
  filename: text,
  url: z.string(),
  content_type: z.string().nullish(),
  size: z.int(),
});

const resolvedSchema = z.object({
  users: z.record(z.string(), userSchema).default({}),
  members: z.record(z.string(), z.object({ nick: text.nullish() })).default({}),
  messages: z
    .record(
      z.string(),
      z.object({
        id,
        content: text.default(''),
        author: userSchema,
        attachments: z.array(attachmentSchema).default([]),
        mentions: z.array(userSchema).default([]),
      }),
    )
    .default({}),
  attachments: z.record(z.string(), attachmentSchema).default({}),
});

const optionSchema = z.object({
  name: z.string(),
  type: z.int(),
  value: z.union([text, z.number(), z.boolean()]).optional(),
  focused: z.boolean().default(false),
});

/** `values`: the people who were chosen. */
const inputSchema = z.object({
  custom_id: z.string(),
  value: text.default(''),
  values: z.array(z.string()).optional(),
});

/** A button, or a menu with its options. */
const shownSchema = z.object({
  custom_id: text.optional(),
  options: z.array(z.object({ value: text })).default([]),
});

const common = {
  id,
  application_id: id,
  token: z.string(),
  guild_id: id.optional(),
  channel: channelSchema,
  member: memberSchema.optional(),
  user: userSchema.optional(),
  locale: z.string().default('vi'),
  /** The message that carries the button. */
  message: z
    .object({
      id,
      content: text.default(''),
      flags: z.int().default(0),
      components: z.array(z.object({ components: z.array(shownSchema).default([]) })).optional(),
    })
    .optional(),
};

const commandSchema = z.object({
  ...common,
  type: z.union([z.literal(2), z.literal(4)]),
  data: z.object({
    name: z.string(),
    /** 1: typed, 3: chosen from the menu of a message. */
    type: z.int().default(1),
    options: z.array(optionSchema).default([]),
    resolved: resolvedSchema.default(resolvedSchema.parse({})),
    target_id: id.optional(),
  }),
});

const pressSchema = z.object({
  ...common,
  type: z.literal(3),
  data: z.object({ custom_id: text, values: z.array(text).default([]) }),
});

const submitSchema = z.object({
  ...common,
  type: z.literal(5),
  data: z.object({
    custom_id: text,
    components: z.array(
      z.object({ component: inputSchema.optional(), components: z.array(inputSchema).default([]) }),
    ),
    resolved: resolvedSchema.default(resolvedSchema.parse({})),
  }),
});

/** An INTERACTION_CREATE as it is used here. */
export const interactionSchema = z.discriminatedUnion('type', [commandSchema, pressSchema, submitSchema]);

export type Interaction = z.infer<typeof interactionSchema>;
export type CommandInteraction = z.infer<typeof commandSchema>;
export type PressInteraction = z.infer<typeof pressSchema>;
export type SubmitInteraction = z.infer<typeof submitSchema>;
export type Attachment = z.infer<typeof attachmentSchema>;
export type DiscordUser = z.infer<typeof userSchema>;

/** The flag of a message that one person alone sees. */
export const PRIVATE = 1 << 6;

/** The language of a person's own Discord. */
export function languageOf({ locale }: Interaction): Language {
  return locale.startsWith('en') ? 'en' : 'vi';
}
