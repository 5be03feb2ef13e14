import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
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
export async function postForm(url: string, form: FormData, way: Way): Promise<unknown> {
  const encoded = new Response(form);
  const type = encoded.headers.get('content-type') ?? '';
  const response = await send(url, { method: 'POST', type, body: await encoded.bytes(), ...way });
  const answer = readJson(await text(response));
  const { statusCode = 0, statusMessage = '' } = response;
  if (statusCode === OK && answer instanceof Object && 'result' in answer) return answer.result;
  const { data: refusal } = refusalSchema.safeParse(answer);
  if (refusal) throw new TelegramError(refusal);
  if (statusCode >= 500) throw new TelegramError({ error_code: statusCode, description: statusMessage });
  throw new Error(`the answer cannot be read (${statusCode})`);
}

/** The agent is for addresses of https. */
type Way = { agent: https.Agent; signal: AbortSignal };
type Sent = Way & { method: 'GET' | 'POST'; type?: string; body?: Uint8Array };

function send(url: string, { method, type, body, agent, signal }: Sent): Promise<IncomingMessage> {
  const headers = body ? { 'content-type': type, 'content-length': body.length } : {};
  const [{ request }, through] = url.startsWith('https:') ? [https, { agent }] : [http, {}];
  return new Promise((resolve, reject) => {
    request(url, { method, headers, signal, ...through })
      .on('response', resolve)
      .on('error', reject)
      .end(body);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const OK = 200;
const NOT_FOUND = 404;

/** The bytes at an address, given up as soon as there are more than `maxBytes`. */
export async function getBytes(url: string, maxBytes: number, way: Way): Promise<Uint8Array> {
  const response = await send(url, { method: 'GET', ...way });
  try {
    return await readAtMost(response, maxBytes);
  } finally {
    response.destroy();
  }
}

async function readAtMost(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  if (response.statusCode === NOT_FOUND) throw new PlatformError('rejected', 'download: the file is gone');
  if (response.statusCode !== OK)
    throw new PlatformError('unavailable', `download: ${response.statusCode} ${response.statusMessage}`);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > maxBytes) throw new PlatformError('rejected', `download: more than ${maxBytes} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
