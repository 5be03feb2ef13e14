import { z } from 'zod';
import { PlatformError, type Target } from '../../chat/platform.ts';
import type { Api } from './api.ts';
import { CODES, Refusal } from './errors.ts';

const channelSchema = z.object({ id: z.string() });
const NOBODY: readonly number[] = [CODES.unknownUser, CODES.invalidRecipient, CODES.unknownChannel];

export type Places = ReturnType<typeof createPlaces>;

/**
 * The channels that messages go to. A person's own id stands for the private chat with them, whose channel Discord
 * gives on request; an id says by itself neither that it is a person's nor that it is a channel's.
 */
export function createPlaces(api: Api) {
  const privateChats = new Map<string, string>();

  const openPrivateChat = async (account: string, unknown: unknown): Promise<string> => {
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
      throw error instanceof Refusal && (NOBODY.includes(error.code) || error.status === 404)
        ? unknown
        : error;
    }
  };

  return {
    /** Notes the private chat that a person spoke in. */
    notePrivateChat: (account: string, channel: string): void => {
      privateChats.set(account, channel);
    },

    /** Does something in the channel that a target means. */
    at: async <Result>(target: Target, work: (channel: string) => Promise<Result>): Promise<Result> => {
      if (target.thread !== undefined) return work(target.thread);
      const known = privateChats.get(target.channel);
      try {
        return await work(known ?? target.channel);
      } catch (error) {
        if (known !== undefined || !isUnknownChannel(error)) throw error;
        return work(await openPrivateChat(target.channel, error));
      }
    },
  };
}

function isUnknownChannel(error: unknown): boolean {
  return error instanceof Refusal && error.code === CODES.unknownChannel;
}
