import { z } from 'zod';

/** A platform by its name. Which there are is for `src/platforms` to say. */
export const platformSchema = z.string().regex(/^[a-z]+$/);
export type PlatformName = z.infer<typeof platformSchema>;

/** A person as a platform knows them; `id` is the platform's own. */
const accountSchema = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string().optional(),
});

/** A file that somebody sent: a document or a picture. */
const fileSchema = z.object({
  /** What the platform fetches it by, or sends it again by. */
  id: z.string(),
  name: z.string(),
  /** In bytes, as the platform says; 0 where it does not say. */
  size: z.number(),
  mimeType: z.string().optional(),
});

/** The same with the platform that has it. */
export const sentFileSchema = fileSchema.extend({ platform: platformSchema });

export const channelSchema = z.object({
  id: z.string(),
  kind: z.enum(['private', 'group']),
  title: z.string(),
  /** The topic or thread inside the channel; answers go back into it. */
  thread: z.string().optional(),
  /** The server that it belongs to, on platforms that the bot joins and leaves by servers. */
  server: z.string().optional(),
});

const common = {
  platform: platformSchema,
  /** The same for every delivery of the same event, and never used again. */
  updateId: z.string(),
  channel: channelSchema,
  /** When it was sent, by the platform's clock: ISO 8601. */
  sentAt: z.string().optional(),
  /** It is one too many of this person: for how many seconds they are asked to wait. */
  tooFast: z.number().optional(),
  sender: accountSchema.extend({
    /** The platform already said so with the event, as for an anonymous administrator. */
    isAdministrator: z.boolean().optional(),
  }),
};

/** An event from a platform, in the words of all platforms. It is stored before it is answered. */
export const incomingSchema = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('message'),
    messageId: z.string(),
    /** False where no such message stands in the channel, as for a form: `messageId` only says what is answered. */
    posted: z.literal(false).optional(),
    /** The text or the caption, as typed. */
    text: z.string(),
    /** The person changed an earlier message, which keeps its `messageId`. */
    edited: z.boolean(),
    replyTo: z
      .object({
        messageId: z.string(),
        author: accountSchema,
        byBot: z.boolean(),
        files: z.array(fileSchema).optional(),
      })
      .optional(),
    files: z.array(fileSchema).optional(),
    /** Shared by messages that are one to people, such as the pictures of an album; each comes by itself. */
    album: z.string().optional(),
    /** Somebody else's message that it is about: who wrote it, and the way back to it. */
    about: z.object({ author: z.string(), link: z.string() }).optional(),
    /** People that the text names in a way that the platform resolves. */
    mentions: z.array(accountSchema).optional(),
    /** What the platform's own form gave, by the names of the command's arguments. */
    answers: z.record(z.string(), z.string()).optional(),
  }),
  z.object({
    ...common,
    kind: z.literal('press'),
    /** The message that carries the button. */
    messageId: z.string(),
    /** What the platform wants back to stop its spinner. */
    pressId: z.string(),
    line: z.string(),
    /**
     * Whether the message carries this button, as the platform itself shows it; `unseen` where it shows nothing of
     * the message. Left out where only what is shown can be pressed.
     */
    button: z.enum(['there', 'gone', 'unseen']).optional(),
  }),
  /** `everywhere`: it is about all channels of the server, not about this one alone. */
  z.object({ ...common, kind: z.literal('joined'), everywhere: z.boolean().optional() }),
  z.object({ ...common, kind: z.literal('left'), everywhere: z.boolean().optional() }),
  /**
   * Where the bot is in a server, told when a session with the platform begins and when its rights change: all the
   * channels there, and those that it may write in.
   */
  z.object({
    ...common,
    kind: z.literal('present'),
    channels: z.array(z.string()),
    open: z.array(z.string()),
  }),
  /** All servers that the bot is in, told when a session with the platform begins. */
  z.object({ ...common, kind: z.literal('servers'), all: z.array(z.string()) }),
  /** The channel goes on under another id. */
  z.object({ ...common, kind: z.literal('moved'), newChannelId: z.string() }),
]);

export type Account = z.infer<typeof accountSchema>;
export type IncomingFile = z.infer<typeof fileSchema>;
export type SentFile = z.infer<typeof sentFileSchema>;
export type Channel = z.infer<typeof channelSchema>;
export type Incoming = z.infer<typeof incomingSchema>;
export type IncomingMessage = Extract<Incoming, { kind: 'message' }>;

/** The files that come with a message, or those of somebody's message that it replies to. */
export function filesOf(incoming: Incoming): readonly SentFile[] {
  if (incoming.kind !== 'message') return [];
  const { platform, files = [], replyTo } = incoming;
  const answered = replyTo?.byBot ? [] : (replyTo?.files ?? []);
  return (files.length > 0 ? files : answered).map((file) => ({ ...file, platform }));
}

/** The message in the channel in which somebody wrote this; nothing for a press or a form. */
export function postedIn(incoming: Incoming): string | undefined {
  return incoming.kind === 'message' && incoming.posted !== false ? incoming.messageId : undefined;
}
