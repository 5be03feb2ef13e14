import { TelegramError } from 'telegraf';
import { z } from 'zod';
import { PlatformError } from '../../chat/platform.ts';

// What telegraf does not do: files, to and fro. Errors are told apart where those of telegraf are.
const refusalSchema = z.object({
  error_code: z.int(),
  description: z.string(),
  parameters: z
    .object({ retry_after: z.number().exactOptional(), migrate_to_chat_id: z.number().exactOptional() })
    .exactOptional(),
});

/** The result of a call of the Bot API. */
export async function postForm(url: string, body: FormData, signal: AbortSignal): Promise<unknown> {
  const response = await send(url, { method: 'POST', body, signal });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && answer instanceof Object && 'result' in answer) return answer.result;
  if (response.ok) throw new PlatformError('unknown', 'the answer cannot be read');
  const { data: refusal } = refusalSchema.safeParse(answer);
  throw new TelegramError(refusal ?? { error_code: response.status, description: response.statusText });
}

/** What the system says went wrong, which fetch hides behind "fetch failed". */
function send(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init).catch((error: unknown) => {
    throw error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
  });
}

const NOT_FOUND = 404;

/** The bytes at an address, given up as soon as there are more than `maxBytes`. */
export async function getBytes(url: string, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const response = await send(url, { signal, redirect: 'error' });
  if (response.status === NOT_FOUND) throw new PlatformError('rejected', 'download: the file is gone');
  if (!response.ok)
    throw new TelegramError({ error_code: response.status, description: response.statusText });
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) throw new PlatformError('rejected', `download: more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
