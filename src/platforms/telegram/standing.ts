import { PlatformError, type Standing } from '../../chat/platform.ts';
import type { Api } from './api.ts';
import { Refusal } from './errors.ts';
import { isIn, memberSchema } from './update.ts';

const NO_SUCH_PERSON =
  /user not found|member not found|PARTICIPANT_ID_INVALID|USER_ID_INVALID|invalid user_id/;

/** What an account is in a chat, as Telegram itself sees it. */
export async function standingOf(api: Api, channel: string, account: string): Promise<Standing> {
  if (channel === account) {
    // In a chat with the bot alone its id is the person's. In a group only an anonymous administrator speaks as it.
    return channel.startsWith('-') ? 'administrator' : 'member';
  }
  // Another chat's account, such as a linked channel, is never a member.
  if (!/^\d+$/.test(account)) return 'stranger';
  try {
    const result = await api.call('getChatMember', { chat_id: channel, user_id: Number(account) });
    const { data: member } = memberSchema.safeParse(result);
    if (!member) throw new PlatformError('unknown', 'getChatMember: the answer names no status');
    if (/^(creator|administrator)$/.test(member.status)) return 'administrator';
    return isIn(member) ? 'member' : 'stranger';
  } catch (error) {
    if (error instanceof Refusal && NO_SUCH_PERSON.test(error.message)) return 'stranger';
    throw error;
  }
}
