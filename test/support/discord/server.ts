import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { failAfter, failBefore, servePortal } from '../trouble/answers.ts';
import type { createFaults, Fault } from './faults.ts';
import { DiscordRefusal, unauthorized } from './refusal.ts';
import { type Answer, findRoute, type Sent, type State } from './routes.ts';

/** discord.com/developers/docs/resources/message#create-message */
const LARGEST_REQUEST = 25 * 1024 * 1024;

export type Call = { route: string; params: string[]; body: unknown };

type Deps = {
  state: State;
  faults: ReturnType<typeof createFaults>;
  token: string;
  /** Called with each request that was accepted, after its effect. */
  onCall(call: Call): void;
  onRefused(route: string, reason: string): void;
};

/** The REST interface over HTTP on a free port of this machine. */
export async function listen(deps: Deps) {
  const server = createServer((req, res) => {
    answer(deps, req, res).catch((error: unknown) => {
      deps.onRefused(`${req.method} ${req.url}`, String(error));
      if (res.destroyed) return;
      refuse(
        res,
        error instanceof DiscordRefusal
          ? error
          : new DiscordRefusal(500, 0, `the fake broke: ${String(error)}`),
      );
    });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake has no port');
  return {
    server,
    port: address.port,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(deps: Deps, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (servePortal(req, res)) return;
  const url = new URL(req.url ?? '/', 'http://fake');
  const attached = deps.state.attached.get(url.pathname);
  if (attached && attached.until > deps.state.clock.now().epochMilliseconds)
    return void res.writeHead(200).end(attached.bytes);
  const path = /^\/api\/v10(\/.*)$/.exec(decodeURIComponent(url.pathname))?.[1] ?? '';
  const found = findRoute(req.method ?? '', path);
  if (!found) throw new DiscordRefusal(404, 0, '404: Not Found');
  const { route, name, params } = found;
  const { body, files } = await readBody(req);
  const isOurs = req.headers.authorization === `Bot ${deps.token}`;
  if (route.open ? req.headers.authorization !== undefined : !isOurs) throw unauthorized();
  const delay = deps.faults.delayOf(name);
  if (delay > 0) await deps.state.clock.sleep(delay);
  const fault = deps.faults.take(name);
  if (failFirst(fault, req, res)) return deps.onRefused(name, fault?.kind ?? '');
  const result = route.run(deps.state, { params, query: url.searchParams, body, files });
  deps.onCall({ route: name, params, body });
  deliver(fault, res, result);
}

async function readBody(req: IncomingMessage): Promise<{ body: unknown; files: Sent[] }> {
  const bytes = await buffer(req);
  if (bytes.length > LARGEST_REQUEST) throw new DiscordRefusal(413, 40_005, 'Request entity too large');
  const type = req.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith('multipart/form-data')) return { body: JSON.parse(bytes.toString()), files: [] };
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const files = [...form.values()].filter((value) => typeof value !== 'string');
  const sent = files.map(async (file) => ({ name: file.name, bytes: await file.bytes() }));
  return { body: JSON.parse(String(form.get('payload_json'))), files: await Promise.all(sent) };
}

/** Faults of a request that is not accepted. True when it has been dealt with. */
function failFirst(fault: Fault | undefined, req: IncomingMessage, res: ServerResponse): boolean {
  if (fault?.kind === 'internal-error') throw new DiscordRefusal(500, 0, '500: Internal Server Error');
  if (fault?.kind === 'too-many-requests')
    throw new DiscordRefusal(429, 0, 'You are being rate limited.', fault.seconds);
  if (fault?.kind === 'refused') throw new DiscordRefusal(fault.status, fault.code, fault.message);
  if (failBefore(fault, req, res)) return true;
  if (fault?.kind === 'dropped-before') req.socket.destroy();
  else if (fault?.kind === 'bad-gateway')
    res.writeHead(502, { 'content-type': 'text/html' }).end('<html>502</html>');
  else return false;
  return true;
}

function deliver(fault: Fault | undefined, res: ServerResponse, answer: Answer): void {
  if (failAfter(fault, res, answer.body)) return;
  if (fault?.kind === 'dropped-after') res.destroy();
  else if (fault?.kind === 'garbled')
    res.writeHead(200, { 'content-type': 'application/json' }).end(fault.body);
  else if (fault?.kind !== 'silent') reply(res, answer);
}

function reply(res: ServerResponse, { status, body, headers = {} }: Answer): void {
  // A 204 with a JSON type would be read as JSON.
  if (body === undefined) res.writeHead(status, headers).end();
  else res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function refuse(res: ServerResponse, { status, code, message, retryAfter }: DiscordRefusal): void {
  const isLimit = retryAfter !== undefined;
  reply(res, {
    status,
    body: isLimit ? { message, retry_after: retryAfter, global: false } : { message, code },
    ...(isLimit ? { headers: { 'retry-after': String(retryAfter), 'x-ratelimit-scope': 'user' } } : {}),
  });
}
