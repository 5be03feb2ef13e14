import type { IncomingMessage } from 'node:http';

/** The body is larger than what is taken. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge';
}

/**
 * Reads the body of a request, up to `mostBytes`; what goes beyond is let go as it comes.
 * @throws BodyTooLarge, or what broke the connection
 */
export function readBody(request: IncomingMessage, mostBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    request.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size <= mostBytes) chunks.push(chunk);
      else reject(new BodyTooLarge(`more than ${mostBytes} bytes`));
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}
