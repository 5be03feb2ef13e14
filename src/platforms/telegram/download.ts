import { z } from 'zod';
import { PlatformError } from '../../chat/platform.ts';
import type { Api } from './api.ts';

const placeSchema = z.object({ file_path: z.string(), file_size: z.number().optional() });

/** So the ids of pictures began that were kept before the files themselves were. */
const KEPT_AS_PHOTO = /^photo:/;

/** Fetches a file that somebody sent (core.telegram.org/bots/api#getfile). */
export function createDownload(api: Api) {
  return async (id: string, maxBytes: number): Promise<Uint8Array> => {
    const { data: place } = placeSchema.safeParse(
      await api.call('getFile', { file_id: id.replace(KEPT_AS_PHOTO, '') }),
    );
    if (!place) throw new PlatformError('rejected', 'getFile: the answer names no place');
    if ((place.file_size ?? 0) > maxBytes)
      throw new PlatformError('rejected', `getFile: the file has more than ${maxBytes} bytes`);
    return api.download(place.file_path, maxBytes);
  };
}
