import type { Temporal } from 'temporal-polyfill';
import { type Message, presentable } from '../chat/message.ts';
import { type Platform, PlatformError, type Post } from '../chat/platform.ts';
import type { Database } from '../storage/database.ts';
import { findPosts, keepPost, type PostPlace } from './post-store.ts';

/** How a platform is reached. `turn` waits until one more request may go out. */
type Way = { platform: Platform; turn(): Promise<void> };

/** What was posted: the ids of the new messages, and where the last of them is to be found again. */
export type Posted = { ids: readonly string[]; place: PostPlace | undefined };

/**
 * Posts a message, or puts it in the place of one. `pressed`: the message whose button was pressed; otherwise it is
 * the newest about the same subject in the channel. Every other one about it then says the same.
 * @throws PlatformError
 */
export async function putInPlace(
  db: Database,
  way: Way,
  post: Post,
  pressed: string | undefined,
): Promise<Posted> {
  const place = placeOf(way.platform, post);
  if (!post.message.inPlace) return send(way, post, place);
  const about = place === undefined ? [] : await findPosts(db, place);
  const target = pressed ?? about[0];
  if (target === undefined || !(await edit(way.platform, post, target))) return send(way, post, place);
  const [newest] = about.includes(target) ? [] : about;
  if (newest !== undefined) await followUp(way, post, newest);
  return { ids: [], place: undefined };
}

/** Under which subject it is kept where a message was posted. */
function placeOf({ name }: Platform, { target, message: { subject } }: Post): PostPlace | undefined {
  return subject === undefined ? undefined : { platform: name, channel: target.channel, subject };
}

async function send({ platform }: Way, post: Post, place: PostPlace | undefined): Promise<Posted> {
  return { ids: await platform.send(shown(post)), place };
}

/** Where a question about something was answered, the message about it says the same from now on, if it can be changed. */
async function followUp({ platform, turn }: Way, post: Post, messageId: string): Promise<void> {
  await turn();
  await platform
    .edit({ ...shown(post), pressId: undefined, answers: undefined }, messageId)
    .catch((error: unknown) => {
      if (!(error instanceof PlatformError)) throw error;
    });
}

/** Puts a post in the place of a message; false when that one is gone, or too old to be changed. */
async function edit(platform: Platform, post: Post, messageId: string): Promise<boolean> {
  try {
    await platform.edit(shown(post), messageId);
    return true;
  } catch (error) {
    if (error instanceof PlatformError && error.kind === 'rejected') return false;
    throw error;
  }
}

/**
 * Changes what was posted about the subject, and says in a line what changed: where a message cannot be changed any
 * more, or, if `aloud`, in any case. Without a line only the newest is changed.
 * @throws PlatformError
 */
export async function correctPosts(
  db: Database,
  { platform, turn }: Way,
  post: Post,
  { line, aloud }: { line?: Message | undefined; aloud: boolean },
): Promise<Posted> {
  const place = placeOf(platform, post);
  const [newest, ...older] = place === undefined ? [] : await findPosts(db, place);
  if (newest === undefined) return { ids: [], place: undefined };
  let isStale = !(await edit(platform, post, newest));
  if (!line) return { ids: [], place: undefined };
  for (const messageId of older) {
    await turn();
    if (!(await edit(platform, post, messageId))) isStale = true;
  }
  if (!aloud && !isStale) return { ids: [], place: undefined };
  await turn();
  return { ids: await platform.send(shown({ ...post, message: line })), place: undefined };
}

function shown(post: Post): Post {
  return { ...post, message: presentable(post.message) };
}

/** Notes where a message was posted, so that it can be changed in place. */
export async function keepPlace(db: Database, { ids, place }: Posted, now: Temporal.Instant): Promise<void> {
  const messageId = ids.at(-1);
  if (place && messageId !== undefined) await keepPost(db, place, messageId, now);
}
