import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../core/log.ts';

type HttpDeps = {
  /** 0 takes any that is free. */
  port: number;
  host: string;
  log: Log;
  /** The calendar under a secret; nothing when it is none. */
  calendarAt(secret: string): Promise<string | undefined>;
};

/** What calendars are served by. */
export type HttpServer = { address: AddressInfo; stop(): Promise<void> };

const CALENDAR = /^\/calendar\/([\w-]{20,100})\.ics$/;
const FRESH_SECONDS = 900;
const OK = 200;
const NOT_MODIFIED = 304;
const NOT_FOUND = 404;
const SERVER_ERROR = 500;

/**
 * Serves `/calendar/<secret>.ics` and nothing else. What is asked for is not logged: the address is the secret.
 * @throws when the port cannot be listened on
 */
export async function startHttp(deps: HttpDeps): Promise<HttpServer> {
  const { log, calendarAt } = deps;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<number> => {
    const secret = secretIn(request);
    const calendar = secret === undefined ? undefined : await calendarAt(secret);
    if (calendar !== undefined) return sendCalendar(request, response, calendar);
    end(response, NOT_FOUND, 'Not found\n');
    return NOT_FOUND;
  };
  const server = createServer((request, response) => {
    answer(request, response)
      .then((status) => log.debug({ status, method: request.method }, 'http: answered'))
      .catch((err: unknown) => {
        log.error({ err }, 'http: a calendar could not be given');
        if (!response.headersSent) end(response, SERVER_ERROR, 'Something went wrong\n');
        else response.destroy();
      });
  });
  const address = await listen(server, deps);
  server.on('error', (err) => log.error({ err }, 'http: trouble'));
  log.info({ host: address.address, port: address.port }, 'http: calendars are served');
  return {
    address,
    stop: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await closed;
    },
  };
}

function secretIn({ method, url = '' }: IncomingMessage): string | undefined {
  return method === 'GET' || method === 'HEAD' ? CALENDAR.exec(url.split('?', 1)[0] ?? '')?.[1] : undefined;
}

function sendCalendar(request: IncomingMessage, response: ServerResponse, calendar: string): number {
  const body = Buffer.from(calendar);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 32)}"`;
  response.setHeader('etag', tag);
  response.setHeader('cache-control', `private, max-age=${FRESH_SECONDS}`);
  response.setHeader('x-content-type-options', 'nosniff');
  if (isKnown(request, tag)) {
    response.writeHead(NOT_MODIFIED).end();
    return NOT_MODIFIED;
  }
  response.writeHead(OK, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-length': body.length,
    'content-disposition': 'inline; filename="lich.ics"',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
  return OK;
}

function isKnown(request: IncomingMessage, tag: string): boolean {
  return (request.headers['if-none-match'] ?? '')
    .split(',')
    .some((each) => each.trim().replace(/^W\//, '') === tag);
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(text);
}

async function listen(server: Server, { port, host }: HttpDeps): Promise<AddressInfo> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  await promise;
  server.off('error', reject);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address;
}
