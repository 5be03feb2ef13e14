import type { Temporal } from 'temporal-polyfill';
import { toIso } from '../core/local-time.ts';
import type { Database } from '../storage/database.ts';
import { prepared } from '../storage/prepared.ts';

/** What was posted, and where: enough to change it in place later. */
export type PostPlace = { platform: string; channel: string; subject: string };

/** Every message about a subject in a channel, the newest first. */
export async function findPosts(db: Database, { platform, channel, subject }: PostPlace): Promise<string[]> {
  const rows = await db
    .selectFrom('posts')
    .select(['message_id', 'posted_at'])
    .where('platform', '=', platform)
    .where('channel', '=', channel)
    .where('subject', '=', subject)
    .orderBy('posted_at', 'desc')
    .execute();
  return rows.map((row) => row.message_id);
}

export async function keepPost(
  db: Database,
  place: PostPlace,
  messageId: string,
  now: Temporal.Instant,
): Promise<void> {
  await insertPost(db, { ...place, messageId, at: toIso(now) });
}

const insertPost = prepared<PostPlace & { messageId: string; at: string }>()((db, value) =>
  db
    .insertInto('posts')
    .values({
      platform: value('platform'),
      channel: value('channel'),
      subject: value('subject'),
      message_id: value('messageId'),
      posted_at: value('at'),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'channel', 'subject', 'message_id'])
        .doUpdateSet({ posted_at: value('at') }),
    ),
);

/** The channel goes on under another id. */
export async function movePosts(db: Database, platform: string, from: string, to: string): Promise<void> {
  await db
    .updateTable('posts')
    .set({ channel: to })
    .where('platform', '=', platform)
    .where('channel', '=', from)
    .execute();
}

/** Forgets a few of where it was posted long ago. True when there may be more. */
export async function forgetPosts(db: Database, before: Temporal.Instant, most: number): Promise<boolean> {
  const rows = await db
    .selectFrom('posts')
    .select(['platform', 'channel', 'subject', 'message_id'])
    .where('posted_at', '<', toIso(before))
    .limit(most)
    .execute();
  for (const row of rows)
    await db
      .deleteFrom('posts')
      .where('platform', '=', row.platform)
      .where('channel', '=', row.channel)
      .where('subject', '=', row.subject)
      .where('message_id', '=', row.message_id)
      .execute();
  return rows.length >= most;
}
