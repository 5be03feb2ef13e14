import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  CreatePrivateChannelRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { z } from 'zod';
import { type $ZodType, prettifyError, safeParse } from 'zod/v4/core';
import { invalidForm } from './refusal.ts';
import { strict } from './strict.ts';

const callback = z.union([
  strict(CreateMessageInteractionCallbackRequestSchema),
  strict(UpdateMessageInteractionCallbackRequestSchema),
  strict(ApplicationCommandAutocompleteCallbackRequestSchema),
  strict(ModalInteractionCallbackRequestSchema),
]);

/** Discord's own description of what it takes. */
const SPEC = {
  message: strict(MessageCreateRequestSchema),
  messageEdit: strict(MessageEditRequestPartialSchema),
  followUp: strict(IncomingWebhookRequestPartialSchema),
  followUpEdit: strict(IncomingWebhookUpdateRequestPartialSchema),
  callback,
  commands: z.array(strict(ApplicationCommandUpdateRequestSchema)).max(110),
  privateChannel: strict(CreatePrivateChannelRequestSchema),
} satisfies Record<string, $ZodType>;

export type SpecName = keyof typeof SPEC;

const button = z.object({
  type: z.literal(2),
  style: z.int().min(1).max(4),
  label: z.string().min(1),
  custom_id: z.string(),
});
const menu = z.object({
  type: z.literal(3),
  custom_id: z.string(),
  options: z.array(z.object({ label: z.string(), value: z.string() })),
});
const rows = z.array(z.object({ type: z.literal(1), components: z.array(z.union([button, menu])) }));

const embeds = z
  .array(
    z.object({
      description: z.string().min(1).max(4096),
      color: z.int(),
      image: z.object({ url: z.string() }).optional(),
    }),
  )
  .max(10)
  .refine((all) => all.reduce((sum, { description }) => sum + description.length, 0) <= 6000);

/** The same requests as far as the fake acts on them. */
export const READ = {
  message: z.object({
    content: z.string().max(2000).default(''),
    embeds: embeds.default([]),
    components: rows.default([]),
    flags: z.int().default(0),
    nonce: z.string().optional(),
    enforce_nonce: z.boolean().default(false),
    allowed_mentions: z.object({ parse: z.array(z.string()), users: z.array(z.string()).default([]) }),
  }),
  change: z.object({
    content: z.string().max(2000).optional(),
    embeds: embeds.optional(),
    flags: z.int().optional(),
    /** One that comes with the request goes by its number there. */
    attachments: z.array(z.object({ id: z.string(), filename: z.string() })).optional(),
    components: rows.optional(),
  }),
  callback: z.object({ type: z.int(), data: z.unknown().optional() }),
  choices: z.object({
    choices: z
      .array(z.object({ name: z.string().min(1).max(100), value: z.string().min(1).max(100) }))
      .max(25),
  }),
  form: z.object({
    custom_id: z.string(),
    title: z.string(),
    components: z
      .array(
        z.object({
          label: z.string(),
          component: z.object({
            type: z.int(),
            custom_id: z.string(),
            value: z.string().default(''),
            placeholder: z.string().default(''),
            required: z.boolean().default(true),
          }),
        }),
      )
      .max(5),
  }),
  recipient: z.object({ recipient_id: z.string() }),
  commands: z.array(
    z.looseObject({
      name: z.string(),
      type: z.int().default(1),
      options: z
        .array(
          z.looseObject({
            name: z.string(),
            type: z.int(),
            autocomplete: z.boolean().optional(),
            max_length: z.int().optional(),
            choices: z.array(z.looseObject({ name: z.string(), value: z.string() })).optional(),
          }),
        )
        .default([]),
      default_member_permissions: z.number().nullish(),
      contexts: z.array(z.int()).default([0, 1]),
    }),
  ),
} as const;

export type Command = z.infer<typeof READ.commands>[number];
export type Rows = z.infer<typeof rows>;
export type Embeds = z.infer<typeof embeds>;

/** Holds a request against Discord's description of it, and gives what the fake needs of it. */
export function readBody<Out>(spec: SpecName, reader: z.ZodType<Out>, body: unknown): Out {
  const checked = safeParse(SPEC[spec], body);
  if (checked.error) throw invalidForm(prettifyError(checked.error));
  const read = reader.safeParse(body);
  if (read.error) throw invalidForm(z.prettifyError(read.error));
  return read.data;
}
