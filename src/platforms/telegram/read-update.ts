import { z } from 'zod';
import type { Incoming } from '../../chat/incoming.ts';
import type { Log } from '../../core/log.ts';
import { toIncoming } from './incoming.ts';
import { type Bot, updateSchema } from './update.ts';

/** All that confirming an update takes. */
export const numberedSchema = z.looseObject({ update_id: z.int() });
export type Numbered = z.infer<typeof numberedSchema>;

/** What an update means to the bot. One that cannot be read is passed over, or it would come again for ever. */
export function readUpdate(update: Numbered, bot: Bot, log: Log): Incoming | undefined {
  try {
    return toIncoming(updateSchema.parse(update), bot);
  } catch (error) {
    log.warn(
      { updateId: update.update_id, err: error },
      'telegram: an update cannot be read and is passed over',
    );
    return undefined;
  }
}
