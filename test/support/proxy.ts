import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { portOf } from './port-of.ts';

/** Of who is reached over TLS on this machine. */
export const CERTIFICATE = join(import.meta.dirname, 'trouble/localhost.pem');
const pem = readFileSync(CERTIFICATE, 'utf8');

/** A secure front for a server of this machine that has none. */
export async function startTlsFront() {
  setDefaultCACertificates([...getCACertificates(), pem]);
  let behind = 0;
  let connections = 0;
  const server = createTlsServer({ key: pem, cert: pem }, (socket) => {
    connections += 1;
    tie(socket, connect(behind, '127.0.0.1'));
  });
  const port = await portOf(server);
  return {
    port,
    root: `https://127.0.0.1:${port}`,
    /** Which server it stands before. */
    leadTo: (address: string): void => {
      behind = Number(new URL(address).port);
    },
    connections: (): number => connections,
  };
}

type Manner = 'tunnels' | 'refuses' | 'is silent' | 'talks nonsense in the tunnel';

/** A proxy that makes tunnels for CONNECT. With `login`, as `user:password`, only for whoever brings it. */
export async function startProxy({ login }: { login?: string } = {}) {
  const asked: string[] = [];
  let manner: Manner = 'tunnels';
  const server = createServer((_, response) => void response.writeHead(405).end());
  const isKnown = ({ headers }: IncomingMessage): boolean =>
    login === undefined ||
    headers['proxy-authorization'] === `Basic ${Buffer.from(login).toString('base64')}`;
  server.on('connect', (request, socket: Socket) => {
    asked.push(request.url ?? '');
    socket.on('error', () => undefined);
    const { hostname, port } = new URL(`http://${request.url}`);
    if (manner === 'is silent') return;
    if (manner === 'refuses') socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
    else if (!isKnown(request))
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
    else if (manner === 'tunnels') {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      tie(socket, connect(Number(port), hostname));
    } else {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.once('data', () => socket.end('what?'));
    }
  });
  const address = `127.0.0.1:${await portOf(server)}`;
  return {
    address: `http://${login === undefined ? '' : `${login}@`}${address}`,
    /** Without the login. */
    bare: `http://${address}`,
    /** Where tunnels were asked for, in order. */
    asked: (): readonly string[] => asked,
    becomes: (now: Manner): void => {
      manner = now;
    },
  };
}

function tie(one: Socket, other: Socket): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
    from.pipe(to);
  }
}
