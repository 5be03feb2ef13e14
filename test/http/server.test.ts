import { request } from 'node:http';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { httpRoutes } from '../../src/bot.ts';
import { createLog } from '../../src/core/log.ts';
import { type HttpServer, startHttp } from '../../src/http/server.ts';
import { startLinkedChat, type TestChat } from '../support/start-test-chat.ts';

let chat: TestChat;
let server: HttpServer;
let secret: string;
const logged: string[] = [];

beforeEach(async () => {
  logged.length = 0;
  chat = await startLinkedChat({ env: { HTTP_PORT: '8080' } });
  server = await startHttp({
    port: 0,
    host: '127.0.0.1',
    log: createLog('trace', { write: (line) => void logged.push(line) }),
    routes: httpRoutes(chat.app),
  });
  await admin('/nhaclich 19h30 ngày 5 hằng tháng Sinh hoạt chi bộ');
  await chat.presses('Quantri', 'Đúng, đặt lịch');
  secret = await makeSecret('/lich diachi');
});
afterEach(async () => {
  await server.stop();
  await chat.stop();
});

describe('the subscription address', () => {
  it('gives the calendar of its unit', async () => {
    const response = await calendar();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('private, max-age=900');
    const events = new ICAL.Component(ICAL.parse(await response.text())).getAllSubcomponents('vevent');
    expect(events).toHaveLength(12);
  });

  it('follows every change', async () => {
    await calendar();
    await admin('/huylich NL1');
    expect((await (await calendar()).text()).match(/STATUS:CANCELLED/g)).toHaveLength(12);
  });

  it('answers HEAD with the head only', async () => {
    const response = await calendar({ method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1_000);
    expect(await response.text()).toBe('');
  });

  it('says that nothing has changed to who has it already', async () => {
    const tag = (await calendar()).headers.get('etag') ?? '';
    await chat.clock.advance(3_600_000);
    const again = await calendar({ headers: { 'if-none-match': `"other", W/${tag}` } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    await admin('/chuyende tháng 2: Học tập');
    expect((await calendar({ headers: { 'if-none-match': tag } })).status).toBe(200);
  });

  it('ends with its secret', async () => {
    const old = secret;
    secret = await makeSecret('/lich diachi moi');
    expect((await get(`/calendar/${old}.ics`)).status).toBe(404);
    expect((await calendar()).status).toBe(200);
    await admin('/lich diachi tat');
    expect((await calendar()).status).toBe(404);
  });

  it('is not in the log', async () => {
    await calendar();
    await get(`/calendar/${secret}x.ics?a=b`);
    expect(logged.join()).toContain('answered');
    expect(logged.join()).not.toContain(secret);
  });
});

describe('everything else', () => {
  it.each([
    '/',
    '/calendar/',
    '/calendar/x.ics',
    '/calendar/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.ics',
    '/calendar/../../etc/passwd',
    '/calendar/%2e%2e%2faaaaaaaaaaaaaaaaaaaaaa.ics',
    `/calendar/${'a'.repeat(5_000)}.ics`,
    "/calendar/' or 1=1 --aaaaaaaaaaaaaaaa.ics",
  ])('such as %s is not found', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('such as another method is not found either', async () => {
    expect((await calendar({ method: 'POST', body: 'x' })).status).toBe(404);
    expect((await calendar({ method: 'DELETE' })).status).toBe(404);
  });

  it('such as a broken request does not end the server', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(`${address()}/calendar/x.ics`, { headers: { 'x-long': 'y'.repeat(100_000) } }, (response) =>
        resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(431);
    expect((await calendar()).status).toBe(200);
  });
});

it('a failure in making the calendar is logged and answered, without a word of the secret', async () => {
  await server.stop();
  server = await startHttp({
    port: 0,
    host: '127.0.0.1',
    log: createLog('info', { write: (line) => void logged.push(line) }),
    routes: httpRoutes(chat.app).map((route) => ({
      ...route,
      handle: () => Promise.reject(new Error('the disk is full')),
    })),
  });
  const response = await calendar();
  expect([response.status, await response.text()]).toEqual([500, 'Something went wrong\n']);
  expect(logged.join()).toContain('the disk is full');
  expect(logged.join()).not.toContain(secret);
});

it('a port that is taken is refused at the start', async () => {
  const { port } = server.address;
  const again = startHttp({ port, host: '127.0.0.1', log: chat.app.log, routes: [] });
  await expect(again).rejects.toThrow('EADDRINUSE');
});

function admin(text: string) {
  return chat.says('Quantri', text);
}

async function makeSecret(line: string) {
  return /calendar\/([\w-]+)\.ics/.exec(await admin(line))?.[1] ?? '';
}

function calendar(init: RequestInit = {}) {
  return get(`/calendar/${secret}.ics`, init);
}

function get(path: string, init: RequestInit = {}) {
  return fetch(`${address()}${path}`, init);
}

function address() {
  return `http://127.0.0.1:${server.address.port}`;
}
