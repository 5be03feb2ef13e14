import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Clock, systemClock } from '../../src/core/clock.ts';
import { createLog } from '../../src/core/log.ts';
import type { HttpRequest, Route } from '../../src/http/route.ts';
import { type HttpServer, startHttp } from '../../src/http/server.ts';
import { manualClock } from '../support/manual-clock.ts';

const SECRET = 'very-secret-words';
const MOST = 1_000;
const PATIENT = { head: 600_000, whole: 600_000, idle: 600_000 };

const logged: string[] = [];
let handled: HttpRequest[] = [];
let server: HttpServer | undefined;

afterEach(async () => {
  await server?.stop();
  logged.length = 0;
  handled = [];
});

const hook: Route = {
  name: 'hook',
  method: 'POST',
  path: /\/hook\/(?<key>\w+)/,
  mostBytes: MOST,
  handle: async (request) => {
    handled.push(request);
    return { status: 200, headers: { 'x-own': 'yes' }, body: 'taken' };
  },
};
const hello: Route = {
  name: 'hello',
  method: 'GET',
  path: /\/hello/,
  handle: async (request) => {
    handled.push(request);
    return { status: 200, body: 'xin chào' };
  },
};

describe('a route', () => {
  it('is given what its path names, the head and the body', async () => {
    await start([hello, hook]);
    const response = await fetch(at('/hook/abc?x=1'), {
      method: 'POST',
      headers: { 'x-key': 'k' },
      body: 'một',
    });
    expect([response.status, response.headers.get('x-own'), await response.text()]).toEqual([
      200,
      'yes',
      'taken',
    ]);
    expect(handled).toMatchObject([{ params: { key: 'abc' }, headers: { 'x-key': 'k' } }]);
    expect(Buffer.from(handled[0]?.body ?? []).toString()).toBe('một');
  });

  it('is meant by its whole path and its method only', async () => {
    await start([hello, hook]);
    const asked: [string, string][] = [
      ['GET', '/hook/abc'],
      ['POST', '/hello'],
      ['POST', '/hook/abc/more'],
      ['GET', '/x/hello'],
    ];
    for (const [method, path] of asked) expect((await fetch(at(path), { method })).status).toBe(404);
    expect(handled).toEqual([]);
  });

  it('with a limit is asked no oftener in a minute at one address, whoever asks', async () => {
    const clock = manualClock('2026-01-14T01:00:00Z');
    await start([{ ...hello, path: /\/hello\/\w+/, mostAMinute: 3 }], {}, clock);
    const ask = async (path: string) => {
      const { status, headers } = await fetch(at(path));
      return [status, headers.get('retry-after')];
    };
    for (let time = 0; time < 3; time += 1) expect(await ask('/hello/a')).toEqual([200, null]);
    expect(await ask('/hello/a')).toEqual([429, '60']);
    expect(await ask('/hello/b')).toEqual([200, null]);
    await clock.advance(60_000);
    expect(await ask('/hello/a')).toEqual([200, null]);
    expect(handled).toHaveLength(5);
  });

  it('of GET answers HEAD with the head alone', async () => {
    await start([hello]);
    const response = await fetch(at('/hello'), { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
      200,
      '9',
      '',
    ]);
  });

  it('is cached by nobody, unless it says so', async () => {
    await start([hello]);
    const { headers } = await fetch(at('/hello'));
    expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
      'no-store',
      'nosniff',
    ]);
  });
});

describe('a body', () => {
  it('of just the size that is taken is read', async () => {
    await start([hook]);
    const response = await fetch(at('/hook/a'), { method: 'POST', body: 'x'.repeat(MOST) });
    expect(response.status).toBe(200);
    expect(handled[0]?.body).toHaveLength(MOST);
  });

  it.each([
    ['whose length was told', (bytes: string) => [bytes]],
    ['that came in pieces', (bytes: string) => [bytes.slice(0, 600), bytes.slice(600)]],
  ])('that is larger, %s, is refused and handed to nobody', async (_, cut) => {
    await start([hook]);
    expect(await posts('/hook/a', cut('x'.repeat(MOST + 1)))).toBe(413);
    expect(handled).toEqual([]);
    expect((await fetch(at('/hook/a'), { method: 'POST', body: 'x' })).status).toBe(200);
  });

  it('is not read where none is taken', async () => {
    await start([{ ...hook, mostBytes: undefined }].map(({ mostBytes: _, ...route }) => route));
    expect(await posts('/hook/a', ['x'.repeat(5_000)])).toBe(200);
    expect(handled[0]?.body).toHaveLength(0);
  });
});

describe('a connection', () => {
  it('whose request does not begin in time is ended', async () => {
    await start([hello], { ...PATIENT, head: 200 });
    const { ended } = open('GET /hello HTTP/1.1\r\nhost: x\r\n');
    expect(await ended).toMatch(/^(HTTP\/1\.1 408|$)/);
  });

  it('whose request does not come to its end in time is ended', async () => {
    await start([hook], { ...PATIENT, head: 200, whole: 200 });
    const { ended } = open('POST /hook/a HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nabc');
    expect(await ended).toMatch(/^(HTTP\/1\.1 408|$)/);
    expect(handled).toEqual([]);
  });

  it('on which nothing is answered in time is ended', async () => {
    await start([{ ...hello, handle: () => new Promise(() => {}) }], { ...PATIENT, idle: 200 });
    const { ended } = open('GET /hello HTTP/1.1\r\nhost: x\r\n\r\n');
    expect(await ended).toBe('');
  });

  it('is taken up to a number, and one more when another has ended', async () => {
    await start([hello], { connections: 2 });
    const asks = 'GET /hello HTTP/1.1\r\nhost: x\r\n\r\n';
    const [first, second] = [open(asks), open(asks)];
    expect(await first.begun).toContain('200 OK');
    expect(await second.begun).toContain('200 OK');
    expect(await open(asks).ended).toBe('');
    const closed = new Promise((resolve) => first.socket.once('close', resolve));
    first.socket.destroy();
    await closed;
    let answer = '';
    while (answer === '')
      answer = await open(asks.replace('\r\n\r\n', '\r\nconnection: close\r\n\r\n')).ended;
    expect(answer).toContain('200 OK');
  });

  it('that breaks off in the middle is no fault of the bot, and ends nothing else', async () => {
    await start([hook, hello]);
    const { socket, ended } = open('POST /hook/a HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nabc');
    socket.once('connect', () => setImmediate(() => socket.destroy()));
    await ended;
    while (!logged.join().includes('broken off')) expect((await fetch(at('/hello'))).status).toBe(200);
    expect(logged.join()).not.toContain('"level":50');
  });
});

it('no address, head or body is in the log', async () => {
  await start([hook, { ...hello, path: /\/fails/, handle: () => Promise.reject(new Error('a fault')) }]);
  await fetch(at(`/hook/${SECRET.replaceAll('-', '_')}`), {
    method: 'POST',
    headers: { 'x-key': SECRET },
    body: SECRET,
  });
  await fetch(at(`/fails?key=${SECRET}`), { headers: { authorization: SECRET } });
  await fetch(at(`/${SECRET}`));
  expect(logged.join()).toContain('"route":"hook"');
  expect(logged.join()).toContain('a fault');
  expect(logged.join()).not.toMatch(/very.secret.words/);
});

async function start(
  routes: Route[],
  limits: Parameters<typeof startHttp>[0]['limits'] = {},
  clock: Clock = systemClock,
): Promise<void> {
  const log = createLog('trace', { write: (line) => void logged.push(line) });
  server = await startHttp({ port: 0, host: '127.0.0.1', log, routes, limits, clock });
}

function at(path: string): string {
  return `http://127.0.0.1:${server?.address.port}${path}`;
}

/** Sends a body; in one piece its length is told. Gives the status. */
function posts(path: string, pieces: readonly string[]): Promise<number | undefined> {
  const [whole = '', ...more] = pieces;
  const headers = more.length === 0 ? { 'content-length': whole.length } : {};
  return new Promise((resolve, reject) => {
    const sent = request(at(path), { method: 'POST', headers }, (response) =>
      resolve(response.resume().statusCode),
    );
    sent.once('error', reject);
    for (const piece of pieces) sent.write(piece);
    sent.end();
  });
}

/** A connection on which these words are said: what comes first, and all that came once it has ended. */
function open(words: string): { socket: Socket; begun: Promise<string>; ended: Promise<string> } {
  const socket = connect(server?.address.port ?? 0, '127.0.0.1');
  let came = '';
  const begun = new Promise<string>((resolve) => {
    socket.on('data', (data) => {
      came += data.toString();
      resolve(came);
    });
  });
  const ended = new Promise<string>((resolve) => {
    socket.once('error', () => {});
    socket.once('close', () => resolve(came));
  });
  socket.write(words);
  return { socket, begun, ended };
}
