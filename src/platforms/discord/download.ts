import { PlatformError } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';

type Download = (fileId: string, maxBytes: number) => Promise<Uint8Array>;

/** Where Discord keeps what people attach. */
const HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];
const PATIENCE = 100_000;

/** Fetches an attachment by its address, from Discord's own hosts only; an address is good for about a day. */
export function createDownload({ apiRoot, deadlines }: { apiRoot: string; deadlines: Clock }): Download {
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
      return await fetchAtMost(url, maxBytes, late.signal);
    } catch (error) {
      throw inWords(error);
    } finally {
      done.abort();
    }
  };
}

async function fetchAtMost(url: URL, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(url, { signal, redirect: 'error' });
  if (response.ok) return readAtMost(response, maxBytes);
  throw new PlatformError(
    response.status >= 500 ? 'unavailable' : 'rejected',
    `download: ${response.status}`,
  );
}

async function readAtMost(response: Response, maxBytes: number): Promise<Uint8Array> {
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
