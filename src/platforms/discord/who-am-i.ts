import { z } from 'zod';
import { PlatformError } from '../../chat/platform.ts';
import type { Api } from './api.ts';

const userSchema = z.object({ id: z.string() });

/** The id of the bot's own account, when Discord answers for it. @throws PlatformError */
export async function identify(api: Api, within?: number): Promise<string> {
  const result = await api.call('GET', '/users/@me', within === undefined ? {} : { within });
  const { data } = userSchema.safeParse(result);
  if (!data) throw new PlatformError('unavailable', 'GET /users/@me: the answer names nobody');
  return data.id;
}
