import type { Message } from '../chat/message.ts';
import type { Platform, Post } from '../chat/platform.ts';
import type { Database } from '../storage/database.ts';
import { editInPlace } from './edit-in-place.ts';
import type { Claimed } from './outbox.ts';
import { findPosts } from './post-store.ts';

/** How a channel is reached. `turn` waits until one more request may go out. */
type Way = { platform: Platform; turn(): Promise<void> };

/**
 * Posts an entry whose turn it is, or puts it in the place of what was posted about the same subject; gives the ids of new messages.
 * @throws PlatformError
 */
export async function postEntry(db: Database, way: Way, entry: Claimed, message: Message): Promise<string[]> {
  const { platform } = way;
  const post: Post = { target: entry.target, message, answers: entry.answers, key: entry.id };
  if (!message.inPlace || message.subject === undefined) return platform.send(post);
  const place = { platform: entry.platform, channel: entry.target.channel, subject: message.subject };
  const messageIds = await findPosts(db, place);
  if (entry.corrects) return correct(way, post, messageIds, entry.corrects);
  const [newest] = messageIds;
  if (newest !== undefined && (await editInPlace(platform, post, newest))) return [];
  return platform.send(post);
}

/** Changes what was posted about the subject, and says in a line what changed where that is wanted or needed. */
async function correct(
  { platform, turn }: Way,
  post: Post,
  [newest, ...older]: readonly string[],
  { line, aloud }: { line?: Message | undefined; aloud: boolean },
): Promise<string[]> {
  if (newest === undefined) return [];
  let isStale = !(await editInPlace(platform, post, newest));
  if (!line) return [];
  for (const messageId of older) {
    await turn();
    if (!(await editInPlace(platform, post, messageId))) isStale = true;
  }
  if (!aloud && !isStale) return [];
  await turn();
  return platform.send({ ...post, message: line });
}
