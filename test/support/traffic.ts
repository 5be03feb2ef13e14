import { channel } from 'node:diagnostics_channel';
import { Server, Socket } from 'node:net';

// What this process sends to itself, as a bot and a fake do that live in one process, is counted at both ends: so a
// test can wait until all of it has arrived, however long the machine takes over it.

type Ports = { own: number; other: number };

const listening = new Set<Server>();
const clients = new Map<Socket, Ports | undefined>();
/** The other ends, by the port of the client. */
const accepted = new Map<number, Socket>();

channel('tracing:net.server.listen:asyncEnd').subscribe((message) => {
  const server = fieldOf(message, 'server');
  if (server instanceof Server) listening.add(server.once('close', () => listening.delete(server)));
});

channel('net.client.socket').subscribe((message) => {
  const socket = fieldOf(message, 'socket');
  if (!(socket instanceof Socket)) return;
  clients.set(socket, undefined);
  socket.once('connect', () => {
    const { localPort: own, remotePort: other } = socket;
    if (own !== undefined && other !== undefined) clients.set(socket, { own, other });
  });
});

channel('net.server.socket').subscribe((message) => {
  const socket = fieldOf(message, 'socket');
  if (socket instanceof Socket && socket.remotePort !== undefined) accepted.set(socket.remotePort, socket);
});

/** Counts how many times in a row it was asked while nothing was on its way and nothing arrived. */
export function countCalm(): () => number {
  let before = traffic().bytes;
  let calm = 0;
  return () => {
    const { onItsWay, bytes } = traffic();
    calm = onItsWay || bytes !== before ? 0 : calm + 1;
    before = bytes;
    return calm;
  };
}

/** Whether anything that was sent has not been read yet, and how much has been read so far. */
function traffic(): { onItsWay: boolean; bytes: number } {
  let onItsWay = false;
  let bytes = 0;
  for (const [client, ports] of clients) {
    const server = ports && accepted.get(ports.own);
    if (client.destroyed && (server?.destroyed ?? true)) forget(client, ports);
    else if (!server) onItsWay ||= client.connecting || isHere(ports);
    else {
      bytes += client.bytesRead + server.bytesRead;
      onItsWay ||= isHalfClosed(client, server) || isUnread(client, server) || isUnread(server, client);
    }
  }
  return { onItsWay, bytes };
}

function fieldOf(message: unknown, name: string): unknown {
  return message instanceof Object ? Reflect.get(message, name) : undefined;
}

function forget(client: Socket, ports: Ports | undefined): void {
  clients.delete(client);
  if (ports) accepted.delete(ports.own);
}

/** Whether a connection leads to a server of this process, which will take it. */
function isHere(ports: Ports | undefined): boolean {
  return [...listening].some((server) => {
    const address = server.address();
    return address instanceof Object && address.port === ports?.other;
  });
}

function isHalfClosed(client: Socket, server: Socket): boolean {
  return client.destroyed !== server.destroyed;
}

function isUnread(from: Socket, to: Socket): boolean {
  return from.bytesWritten !== to.bytesRead;
}
