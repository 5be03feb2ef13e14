import { z } from 'zod';
import { PlatformError, type Target } from '../../chat/platform.ts';
import type { Api } from './api.ts';
import { CODES, Refusal } from './errors.ts';

const channelSchema = z.object({ id: z.string() });
const NOBODY: readonly number[] = [
  CODES.unknownUser,
  CODES.invalidRecipient,
  CODES.unknownChannel,
  CODES.invalidForm,
];

export type Places = ReturnType<typeof createPlaces>;

/**
 * The channels that messages go to. A person's own id stands for the private chat with them, whose channel Discord
 * gives on request; an id says by itself neither that it is a person's nor that it is a channel's. `isChannel` tells
 * of those that the bot sees: one that is deleted under it need not be tried as a person.
 */
export function createPlaces(api: Api, isChannel: (id: string) => boolean) {
  const privateChats = new Map<string, string>();

  const openPrivateChat = async (account: string): Promise<string> => {
    try {
      const result = await api.call('POST', '/users/@me/channels', {
        body: { recipient_id: account },
        repeatable: true,
      });
      const { data } = channelSchema.safeParse(result);
      if (!data)
        throw new PlatformError('unavailable', 'POST /users/@me/channels: the answer names no channel');
      privateChats.set(account, data.id);
      return data.id;
    } catch (error) {
      if (error instanceof Refusal && (NOBODY.includes(error.code) || error.status === 404))
        throw new PlatformError('gone', `${account} is neither a channel nor a person: ${error.message}`);
      throw error;
    }
  };

  return {
    /** Notes the private chat that a person spoke in. */
    notePrivateChat: (account: string, channel: string): void => {
      privateChats.set(account, channel);
    },

    /** Does something in the channel that a target means. */
    at: async <Result>(
      { channel, kind, thread }: Target,
      work: (channel: string) => Promise<Result>,
    ): Promise<Result> => {
      const known = thread ?? privateChats.get(channel);
      if (known !== undefined) return work(known);
      if (kind === 'private') return work(await openPrivateChat(channel));
      const isSure = kind === 'group' || isChannel(channel);
      try {
        return await work(channel);
      } catch (error) {
        if (isSure || !isUnknownChannel(error)) throw error;
        return work(await openPrivateChat(channel));
      }
    },
  };
}

function isUnknownChannel(error: unknown): boolean {
  return error instanceof Refusal && error.code === CODES.unknownChannel;
}
