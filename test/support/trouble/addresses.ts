import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setGlobalProxyFromEnv } from 'node:http';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import { portOf } from '../port-of.ts';

const pem = readFileSync(join(import.meta.dirname, 'localhost.pem'), 'utf8');

/** Where a platform is looked for in vain; `heard` resolves when the first bytes of a request have come there. */
export type Place = { root: string; heard?: Promise<unknown> };

/** A name that nobody has. */
export function nobodysName(): Promise<Place> {
  return Promise.resolve({ root: 'http://no-such-host.invalid' });
}

/** Nothing listens there. */
export async function closedPort(): Promise<Place> {
  const server = createServer();
  const port = await portOf(server);
  server.close();
  await once(server, 'close');
  return { root: `http://127.0.0.1:${port}` };
}

/** Whoever tries to connect is not answered: the few places in its queue are taken, and it takes nobody out of it. */
export async function deafPort(): Promise<Place> {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     const server = require('node:net').createServer();
     server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
       parentPort.postMessage(server.address().port);
       setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
     });`,
    { eval: true },
  );
  const [port]: unknown[] = await once(worker, 'message');
  const callers = [1, 2].map(() => connect(Number(port), '127.0.0.1').on('error', () => undefined));
  await Promise.all(callers.map((caller) => once(caller, 'connect')));
  onTestFinished(async () => {
    for (const caller of callers) caller.destroy();
    await worker.terminate();
  });
  return { root: `http://127.0.0.1:${port}` };
}

type Manner = 'silent' | 'resets' | 'in plain text';

/** It is connected to, and no secure connection comes of it. */
export async function insecurePort(manner: Manner): Promise<Place> {
  const heard = Promise.withResolvers<void>();
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (manner === 'resets') socket.resetAndDestroy();
    socket.on('data', () => {
      heard.resolve();
      if (manner === 'in plain text') socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
  });
  return { root: `https://127.0.0.1:${await portOf(server)}`, heard: heard.promise };
}

/** A secure connection comes to stand; whatever is then said on it is answered by silence, or by the end of it. */
export async function securePort(manner: 'silent' | 'cuts', host = '127.0.0.1'): Promise<Place> {
  const heard = Promise.withResolvers<void>();
  setDefaultCACertificates([...getCACertificates(), pem]);
  const server = createTlsServer({ key: pem, cert: pem }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => {
      heard.resolve();
      if (manner === 'cuts') socket.destroy();
    });
  });
  return { root: `https://${host}:${await portOf(server, host)}`, heard: heard.promise };
}

/** The certificate that it shows is another's. */
export function impostor(): Promise<Place> {
  return securePort('silent', '127.0.0.2');
}

/** A proxy stands before the platform, and lets nobody through. */
export async function refusingProxy(): Promise<Place> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n'));
  });
  const restore = setGlobalProxyFromEnv({ https_proxy: `http://127.0.0.1:${await portOf(server)}` });
  onTestFinished(restore);
  return { root: 'https://platform.invalid' };
}
