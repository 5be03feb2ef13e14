import { z } from 'zod';
import type { Incoming } from '../../chat/incoming.ts';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import { toIncoming } from './incoming.ts';
import { type Bot, type Update, updateSchema } from './update.ts';

/** All that confirming an update takes. */
export const numberedSchema = z.looseObject({ update_id: z.int() });
type Numbered = z.infer<typeof numberedSchema>;
export type Reader = (update: Numbered) => Incoming[];

type Album = { isMeant: boolean; held: Update[]; since: number };

/** Milliseconds within which all parts of an album come. */
const TOGETHER = 5_000;

/**
 * Reads updates. Of an album in a group it is the part with the words that says whether the bot is meant; those that
 * come before it are held in memory until then, for some seconds, and never written down. An update that cannot be
 * read is passed over, or it would come again for ever.
 */
export function createReader({ clock, log }: { clock: Clock; log: Log }, bot: Bot): Reader {
  const albums = new Map<string, Album>();

  const albumOf = ({ message }: Update): Album | undefined => {
    if (message?.media_group_id === undefined) return undefined;
    const now = clock.now().epochMilliseconds;
    for (const [key, { since }] of albums) if (now - since > TOGETHER) albums.delete(key);
    const key = `${message.chat.id} ${message.media_group_id}`;
    const album = albums.get(key) ?? { isMeant: false, held: [], since: now };
    albums.set(key, album);
    return album;
  };

  const read = (update: Update): Incoming[] => {
    const album = albumOf(update);
    const incoming = toIncoming(update, bot, album?.isMeant);
    if (!album) return incoming ? [incoming] : [];
    if (!incoming) {
      album.held.push(update);
      return [];
    }
    album.isMeant = true;
    const held = album.held.splice(0).flatMap((each) => toIncoming(each, bot, true) ?? []);
    return [...held, incoming];
  };

  return (update) => {
    try {
      return read(updateSchema.parse(update));
    } catch (error) {
      log.warn(
        { updateId: update.update_id, err: error },
        'telegram: an update cannot be read and is passed over',
      );
      return [];
    }
  };
}
