import { channel } from 'node:diagnostics_channel';
import { Server, Socket } from 'node:net';
import { COMMITS } from '../../src/storage/commit-group.ts';

// What this process sends to itself, as a bot and a fake do that live in one process, is counted at both ends: so a
// test can wait until all of it has arrived, however long the machine takes over it.

type Connection = { ports?: string; server?: Socket };

const listening = new Set<Server>();
const clients = new Map<Socket, Connection>();
/** Other ends whose client does not know yet that it is connected. Ports are used again, so no pair is looked up twice. */
const accepted = new Map<string, Socket>();
let commits = 0;

COMMITS.subscribe(() => {
  commits += 1;
});

channel('tracing:net.server.listen:asyncEnd').subscribe((message) => {
  const server = fieldOf(message, 'server');
  if (server instanceof Server) listening.add(server.once('close', () => listening.delete(server)));
});

channel('net.client.socket').subscribe((message) => {
  const client = fieldOf(message, 'socket');
  if (!(client instanceof Socket)) return;
  const connection: Connection = {};
  clients.set(client, connection);
  client.once('connect', () => {
    const ports = portsOf(client.localPort, client.remotePort);
    const server = accepted.get(ports);
    accepted.delete(ports);
    connection.ports = ports;
    if (server && !server.destroyed) connection.server = server;
  });
});

channel('net.server.socket').subscribe((message) => {
  const server = fieldOf(message, 'socket');
  if (!(server instanceof Socket)) return;
  const ports = portsOf(server.remotePort, server.localPort);
  const connection = [...clients.values()].find((each) => each.ports === ports && !each.server);
  if (connection) connection.server = server;
  else accepted.set(ports, server);
});

/** Counts how many times in a row it was asked while nothing was on its way, nothing arrived and nothing was written. */
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
  let bytes = commits;
  for (const [client, { ports, server }] of clients) {
    if (client.destroyed && (server?.destroyed ?? true)) clients.delete(client);
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

function portsOf(client: number | undefined, server: number | undefined): string {
  return `${client} to ${server}`;
}

/** Whether a connection leads to a server of this process, which will take it. */
function isHere(ports: string | undefined): boolean {
  return [...listening].some((server) => {
    const address = server.address();
    return address instanceof Object && ports?.endsWith(` ${address.port}`);
  });
}

function isHalfClosed(client: Socket, server: Socket): boolean {
  return client.destroyed !== server.destroyed;
}

function isUnread(from: Socket, to: Socket): boolean {
  return from.bytesWritten !== to.bytesRead;
}
