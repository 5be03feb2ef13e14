import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Clock } from '../../../src/core/clock.ts';
import { failAfter, failBefore, servePortal } from '../trouble/answers.ts';
import type { createFaults, Fault } from './faults.ts';
import { methods, type State } from './methods.ts';
import { ApiRefusal, tooManyRequests } from './refusal.ts';
import { isMethod, type Method, schemas } from './schemas.ts';
import type { World } from './world.ts';

export type Call = { method: string; params: Record<string, unknown> };

type Deps = {
  state: State;
  faults: ReturnType<typeof createFaults>;
  token: string;
  clock: Clock;
  /** Called with each call that was accepted, after its effect. */
  onCall(call: Call): void;
  onRefused(path: string, reason: string): void;
};

/** The Bot API over HTTP on a free port of this machine. */
export async function listen(deps: Deps): Promise<{ apiRoot: string; close(): Promise<void> }> {
  const server = createServer((req, res) => {
    answer(deps, req, res).catch((error: unknown) => {
      deps.onRefused((req.url ?? '').split('/').at(-1) ?? '', String(error));
      if (res.destroyed) return;
      refuse(
        res,
        error instanceof ApiRefusal ? error : new ApiRefusal(500, `the fake broke: ${String(error)}`),
      );
    });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake has no port');
  return {
    apiRoot: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(deps: Deps, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (servePortal(req, res)) return;
  const url = new URL(req.url ?? '/', 'http://fake');
  if (url.pathname.startsWith('/file/')) return answerFile(deps, decodeURIComponent(url.pathname), res);
  const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(decodeURIComponent(url.pathname)) ?? [];
  if (token === undefined || !/^\d+:[\w-]+$/.test(token)) throw new ApiRefusal(404, 'Not Found');
  if (token !== deps.token) throw new ApiRefusal(401, 'Unauthorized');
  if (!isMethod(method)) throw new ApiRefusal(404, 'Not Found: method not found');
  const params = await readParams(req, method, url.searchParams, deps.state.world);
  const chat = params['chat_id'];
  const fault = deps.faults.take(method, chat === undefined ? undefined : String(chat));
  if (failFirst(fault, req, res)) {
    deps.onRefused(method, fault?.kind ?? '');
    return;
  }
  const gone = new AbortController();
  res.on('close', () => gone.abort());
  const result = await methods[method](deps.state, params, gone.signal);
  deps.onCall({ method, params });
  await deliver(fault, res, result, deps.clock);
}

/** The file server, at `/file/bot<token>/<path>`. */
function answerFile(deps: Deps, path: string, res: ServerResponse): void {
  const [, token, id = ''] = /^\/file\/bot([^/]+)\/(?:document|photo)s\/(.+)$/.exec(path) ?? [];
  const file = token === deps.token ? deps.state.world.file(id) : undefined;
  if (!file) {
    reply(res, 404, '<html>404 Not Found</html>');
    return;
  }
  res.writeHead(200, { 'content-type': 'application/octet-stream' });
  res.end(file.bytes);
}

function reply(
  res: ServerResponse,
  code: number,
  body: object | string,
  type = typeof body === 'string' ? 'text/html' : 'application/json',
): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  res.writeHead(code, { 'content-type': type });
  res.end(text);
}

async function readParams(req: IncomingMessage, method: Method, query: URLSearchParams, world: World) {
  const body = await buffer(req);
  const type = req.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) {
    const params: unknown = JSON.parse(body.toString());
    if (typeof params === 'object' && params !== null) return Object.fromEntries(Object.entries(params));
    throw new ApiRefusal(400, "Bad Request: can't parse JSON object");
  }
  if (/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const { method: _, ...params } = fromStrings(method, await readForm(world, form));
    return params;
  }
  return fromStrings(method, query.entries());
}

/** In a form or a query everything is a string; what is none by the schema is JSON. */
function fromStrings(method: Method, given: Iterable<[string, unknown]>): Record<string, unknown> {
  const shape: Record<string, { safeParse(value: unknown): { success: boolean } }> = schemas[method].shape;
  const entries = [...given].map(([name, value]): [string, unknown] => {
    if (typeof value !== 'string' || (shape[name]?.safeParse(value).success ?? true)) return [name, value];
    try {
      return [name, JSON.parse(value)];
    } catch {
      return [name, value];
    }
  });
  return Object.fromEntries(entries);
}

function readForm(world: World, form: FormData): Promise<[string, unknown][]> {
  return Promise.all(
    [...form.entries()].map(
      async ([name, value]): Promise<[string, unknown]> =>
        typeof value === 'string' ? [name, value] : takeInFile(world, name, value),
    ),
  );
}

/** What was uploaded is kept, and stands in the call by the id that it has from now on. */
async function takeInFile(world: World, name: string, value: File): Promise<[string, string]> {
  const bytes = new Uint8Array(await value.arrayBuffer());
  const kind = name === 'photo' ? 'photo' : 'document';
  return [name, world.keepFile({ kind, name: value.name, mimeType: value.type, bytes }).id];
}

/** Faults of a call that is not accepted. True when it has been dealt with. */
function failFirst(fault: Fault | undefined, req: IncomingMessage, res: ServerResponse): boolean {
  const refusal = refusalOf(fault);
  if (refusal) throw refusal;
  if (failBefore(fault, req, res)) return true;
  if (fault?.kind === 'dropped-before') req.socket.destroy();
  else if (fault?.kind === 'bad-gateway') reply(res, 502, '<html><title>502 Bad Gateway</title></html>');
  else return fault?.kind === 'hung';
  return true;
}

/** What is answered instead where a call is refused without a look at it. */
function refusalOf(fault: Fault | undefined): ApiRefusal | undefined {
  if (fault?.kind === 'internal-error') return new ApiRefusal(500, 'Internal Server Error');
  if (fault?.kind === 'too-many-requests') return tooManyRequests(fault.retryAfter);
  return fault?.kind === 'refused' ? new ApiRefusal(fault.code, fault.description) : undefined;
}

/** Gives the result of an accepted call, or loses it. */
async function deliver(
  fault: Fault | undefined,
  res: ServerResponse,
  result: unknown,
  clock: Clock,
): Promise<void> {
  if (failAfter(fault, res, { ok: true, result })) return;
  if (fault?.kind === 'dropped-after') res.destroy();
  else if (fault?.kind === 'garbled') reply(res, 200, fault.body, 'application/json');
  else if (fault?.kind !== 'silent') {
    if (fault?.kind === 'slow') await clock.sleep(fault.milliseconds);
    reply(res, 200, { ok: true, result });
  }
}

function refuse(res: ServerResponse, { code, message, parameters }: ApiRefusal): void {
  reply(res, code, {
    ok: false,
    error_code: code,
    description: message,
    ...(parameters ? { parameters } : {}),
  });
}
