import { z } from 'zod';
import { PlatformError } from '../../chat/platform.ts';
import type { Api, Upload } from './api.ts';
import type { Asked } from './asked.ts';
import { PRIVATE } from './interaction.ts';

/** discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback-type */
export const CALLBACK = { message: 4, thinking: 5, resting: 6, update: 7, choices: 8, modal: 9 } as const;
type CallbackType = (typeof CALLBACK)[keyof typeof CALLBACK];
const LOADING = 1 << 7;

/** A text that is set off by a line of colour, with a picture below it. */
export type Embed = { description: string; color: number; image?: { url: string } };

/** What goes out as one message. */
export type Part = {
  body: {
    content: string;
    embeds: readonly Embed[];
    components: object[];
    flags: number;
    allowed_mentions: object;
    /** Which of the files a changed message has from now on; left out, it keeps those that it has. */
    attachments?: readonly { id: string; filename: string }[];
  };
  files: readonly Upload[];
};

const messageSchema = z.object({ id: z.string(), flags: z.int().default(0) });
const callbackSchema = z.object({ resource: z.object({ message: messageSchema }).optional() });

export type InteractionApi = ReturnType<typeof createInteractionApi>;

/** The calls that answer an interaction; all of them go by its own token. */
export function createInteractionApi(api: Api) {
  const webhook = ({ application, token }: Asked): `/${string}` => `/webhooks/${application}/${token}`;
  const original = (asked: Asked): `/${string}` => `${webhook(asked)}/messages/@original`;

  return {
    /** The first answer. Gives the id of the message, where there is one. */
    callback: async (
      { id, token }: Asked,
      type: CallbackType,
      data?: object,
      { within, files = [] }: { within?: number; files?: readonly Upload[] } = {},
    ): Promise<string | undefined> => {
      const result = await api.call('POST', `/interactions/${id}/${token}/callback`, {
        body: { type, ...(data ? { data } : {}) },
        files,
        query: { with_response: 'true' },
        withoutBotToken: true,
        // What is said must not be said again elsewhere; a second callback of any other kind changes nothing.
        repeatable: type !== CALLBACK.message,
        ...(within === undefined ? {} : { within }),
      });
      return callbackSchema.safeParse(result).data?.resource?.message.id;
    },

    follow: async (asked: Asked, { body, files }: Part): Promise<string> =>
      readId(await api.call('POST', webhook(asked), { body, files, withoutBotToken: true })),

    /** What stands as the first answer. */
    original: async (asked: Asked) => {
      const result = await api.call('GET', original(asked), { withoutBotToken: true });
      const { id, flags } = messageSchema.parse(result);
      return { id, isLoading: (flags & LOADING) !== 0, isPrivate: (flags & PRIVATE) !== 0 };
    },

    /** Puts something in the place of what stands as the first answer. `isAnswer`: nothing has been said before. */
    changeOriginal: async (
      asked: Asked,
      body: object,
      { files = [], isAnswer = false }: { files?: readonly Upload[]; isAnswer?: boolean } = {},
    ): Promise<string> => {
      const request = { body, files, withoutBotToken: true, repeatable: !isAnswer };
      return readId(await api.call('PATCH', original(asked), request));
    },

    deleteOriginal: async (asked: Asked): Promise<void> => {
      await api.call('DELETE', original(asked), { withoutBotToken: true });
    },
  };
}

function readId(result: unknown): string {
  const { data } = messageSchema.safeParse(result);
  if (!data) throw new PlatformError('unknown', 'the answer names no message');
  return data.id;
}
