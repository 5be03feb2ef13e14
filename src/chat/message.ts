import { z } from 'zod';
import { toLabel } from '../texts/shorten.ts';

const markupSchema = z.object({ markup: z.string() });

/** A press is read like a typed line: `/duyet VT12`, or, without a slash, the answer to what was asked. */
const buttonSchema = z.object({
  label: z.string(),
  line: z.string(),
  /** What pressing it does, where that is nothing plain and a platform can show it. */
  does: z.enum(['leads-on', 'approves', 'ends']).optional(),
});

/** A file that the bot sends: kept, and named by the SHA-256 of its content. */
const fileSchema = z.object({
  name: z.string(),
  mimeType: z.string(),
  blob: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What the bot says, on every platform; the adapter escapes, splits and lays it out. */
export const messageSchema = z.object({
  text: markupSchema,
  /** Rows of buttons under the text. */
  buttons: z.array(z.array(buttonSchema)).optional(),
  files: z.array(fileSchema).optional(),
  /** Shown with the text on platforms that can; left out on others. Its text stands without it. */
  picture: fileSchema.optional(),
  /** The bot waits for this person's answer. */
  asks: z.boolean().optional(),
  /** For the person alone: a note on the pressed button, or an answer that only they see. */
  privately: z.boolean().optional(),
  /** What sort of message it is, where a platform sets off those that people look for. */
  kind: z.enum(['receipt', 'reminder', 'summary']).optional(),
  /** Only the person who asked has any use for it: where that can be, nobody else sees it. */
  aside: z.boolean().optional(),
  /** The accounts, on the platform that it goes to, of people whom it calls: they and nobody else. */
  calls: z.array(z.string()).optional(),
  /** Takes the place of the pressed message, or of the last one about the same subject in this channel. */
  inPlace: z.boolean().optional(),
  /** What the message is about, such as `report:<id>`; kept with the ids of what was posted. */
  subject: z.string().optional(),
});

export type Button = z.infer<typeof buttonSchema>;
export type OutgoingFile = z.infer<typeof fileSchema>;
export type Message = z.infer<typeof messageSchema>;

/** An event cannot be acted on yet: it is kept and tried again, and meanwhile the person is told this. */
export type Postponed = { postponed: Message };

/** The message as people are to get it: what they named cannot make a button, or a file, look like something else. */
export function presentable(message: Message): Message {
  const { buttons, files } = message;
  return {
    ...message,
    ...(buttons && {
      buttons: buttons.map((row) => row.map((button) => ({ ...button, label: toLabel(button.label) }))),
    }),
    ...(files && { files: files.map((file) => ({ ...file, name: toFileName(file.name) })) }),
  };
}

function toFileName(name: string): string {
  return toLabel(name.replace(/[/\\]+/g, '-'), 'tep');
}
