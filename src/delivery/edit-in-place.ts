import { type Platform, PlatformError, type Post } from '../chat/platform.ts';

/**
 * Puts a post in the place of a message; false when that one is gone, or too old to be changed.
 * @throws PlatformError for every other failure
 */
export async function editInPlace(platform: Platform, post: Post, messageId: string): Promise<boolean> {
  try {
    await platform.edit(post, messageId);
    return true;
  } catch (error) {
    if (error instanceof PlatformError && error.kind === 'rejected') return false;
    throw error;
  }
}
