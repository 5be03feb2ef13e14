import { type Dispatcher, fetch, type Response } from 'undici';
import { PlatformError } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';

type Download = (fileId: string, maxBytes: number) => Promise<Uint8Array>;

/** Where Discord keeps what people attach. */
const HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];
const PATIENCE = 100_000;

/** Fetches an attachment by its address, from Discord's own hosts only; an address is good for about a day. */
export function createDownload({
  apiRoot,
  dispatcher,
  deadlines,
}: {
  apiRoot: string;
  dispatcher: Dispatcher | undefined;
  deadlines: Clock;
}): Download {
  return async (fileId, maxBytes) => {
    const url = URL.parse(fileId);
    const hosts = [...HOSTS, new URL(apiRoot).host];
    if (!url || !hosts.includes(url.host)) throw new PlatformError('rejected', 'download: not an attachment');
    const [late, done] = [new AbortController(), new AbortController()];
    deadlines.sleep(PATIENCE, done.signal).then(
      () => late.abort(),
      () => undefined,
    );
    try {
      const way = dispatcher ? { dispatcher } : {};
      const response = await fetch(url, { signal: late.signal, redirect: 'error', ...way });
      return await readAtMost(response, maxBytes);
    } catch (error) {
      throw inWords(error);
    } finally {
      done.abort();
    }
  };
}

async function readAtMost(response: Response, maxBytes: number): Promise<Uint8Array> {
  if (!response.ok) {
    const kind = response.status >= 500 ? 'unavailable' : 'rejected';
    throw new PlatformError(kind, `download: ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) throw new PlatformError('rejected', `download: more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function inWords(error: unknown): PlatformError {
  return error instanceof PlatformError
    ? error
    : new PlatformError('unavailable', `download: ${error instanceof Error ? error.message : String(error)}`);
}
