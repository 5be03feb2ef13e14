import type { Temporal } from 'temporal-polyfill';
import { toIso } from '../core/local-time.ts';
import type { Database } from '../storage/database.ts';

/** What was posted, and where: enough to change it in place later. */
export type PostPlace = { platform: string; channel: string; subject: string };

/** Where something was posted last in a channel. */
export const findPost = async (
  db: Database,
  { platform, channel, subject }: PostPlace,
): Promise<string | undefined> => {
  const row = await db
    .selectFrom('posts')
    .select('message_id')
    .where('platform', '=', platform)
    .where('channel', '=', channel)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.message_id;
};

export const keepPost = async (
  db: Database,
  place: PostPlace,
  messageId: string,
  now: Temporal.Instant,
): Promise<void> => {
  const posted = { message_id: messageId, posted_at: toIso(now) };
  await db
    .insertInto('posts')
    .values({ ...place, ...posted })
    .onConflict((conflict) => conflict.columns(['platform', 'channel', 'subject']).doUpdateSet(posted))
    .execute();
};
