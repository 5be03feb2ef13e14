import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import { Frequency } from './frequency.ts';
import { BodyTooLarge, readBody } from './read-body.ts';
import type { HttpResponse, Route } from './route.ts';

type HttpDeps = {
  /** 0 takes any that is free. */
  port: number;
  host: string;
  log: Log;
  routes: readonly Route[];
  clock?: Clock;
  limits?: Partial<typeof LIMITS>;
};

/** What routes are served by. */
export type HttpServer = { address: AddressInfo; stop(): Promise<void> };

/** Who is slow, or many, keeps nobody else waiting. */
const LIMITS = {
  connections: 200,
  /** Milliseconds until the head of a request is there, and until all of it is. */
  head: 5_000,
  whole: 15_000,
  /** Milliseconds in which nothing goes over a connection. */
  idle: 30_000,
};
const NOT_FOUND = { status: 404, body: 'Not found\n' };
const TOO_LARGE = { status: 413, body: 'Too large\n' };
const TOO_OFTEN = { status: 429, headers: { 'retry-after': '60' }, body: 'Too many requests\n' };
const FAULT = { status: 500, body: 'Something went wrong\n' };

/**
 * Serves the routes and nothing else. What is asked for is not logged: an address, a head or a body may be a secret.
 * @throws when the port cannot be listened on
 */
export async function startHttp(deps: HttpDeps): Promise<HttpServer> {
  const { log, routes, clock = systemClock } = deps;
  const frequency = new Frequency(clock);
  const server = createLimited({ ...LIMITS, ...deps.limits });
  server.on('request', (request, response) => {
    const found = find(routes, request);
    const about = { route: found?.route.name, method: request.method };
    const isTooOften = found !== undefined && !frequency.admits(found.path, found.route.mostAMinute);
    respond(isTooOften ? TOO_OFTEN : found, request, response)
      .then((status) => log.debug({ ...about, status }, 'http: answered'))
      .catch((err: unknown) => {
        if (request.destroyed && !request.complete) return log.debug(about, 'http: broken off');
        log.error({ ...about, err }, 'http: a request could not be answered');
        if (response.headersSent) response.destroy();
        else send(request, response, FAULT);
      });
  });
  const address = await listen(server, deps);
  server.on('error', (err) => log.error({ err }, 'http: trouble'));
  log.info({ host: address.address, port: address.port }, 'http: listening');
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

function createLimited({ connections, head, whole, idle }: typeof LIMITS): Server {
  const server = createServer({
    headersTimeout: head,
    requestTimeout: whole,
    connectionsCheckingInterval: Math.min(head, whole) / 2,
  });
  server.maxConnections = connections;
  server.setTimeout(idle);
  return server;
}

type Found = { route: Route; path: string; params: Readonly<Record<string, string>> };

function find(routes: readonly Route[], { method, url = '' }: IncomingMessage): Found | undefined {
  const [path = ''] = url.split('?', 1);
  for (const route of routes) {
    const matched = route.path.exec(path);
    const isMeant = method === route.method || (method === 'HEAD' && route.method === 'GET');
    if (isMeant && matched?.[0] === path) return { route, path, params: matched.groups ?? {} };
  }
  return undefined;
}

/** The status that was sent. */
async function respond(
  found: Found | HttpResponse | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<number> {
  const result = found && ('status' in found ? found : await handle(found, request));
  return send(request, response, result ?? NOT_FOUND);
}

async function handle({ route, params }: Found, request: IncomingMessage): Promise<HttpResponse | undefined> {
  const { mostBytes } = route;
  try {
    const body = mostBytes === undefined ? new Uint8Array() : await readBody(request, mostBytes);
    return await route.handle({ params, headers: request.headers, body });
  } catch (error) {
    if (error instanceof BodyTooLarge) return TOO_LARGE;
    throw error;
  }
}

const USUAL = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
const TEXT = 'text/plain; charset=utf-8';

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: HttpResponse,
): number {
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const about = bytes === undefined ? {} : { 'content-type': TEXT, 'content-length': bytes.length };
  response.writeHead(status, { ...USUAL, ...about, ...headers });
  response.end(request.method === 'HEAD' ? undefined : bytes);
  return status;
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
