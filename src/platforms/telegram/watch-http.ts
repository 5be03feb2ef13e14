import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import { TLSSocket } from 'node:tls';
import { z } from 'zod';
import type { Watch, Wire } from '../exchange.ts';

const createdSchema = z.object({ request: z.instanceof(ClientRequest) });

/** Notes how far requests of node:http and node:https get, whoever makes them. */
export const watchHttp: Watch = (current) => {
  subscribe('http.client.request.created', (created) => {
    const wire = current();
    const { data } = createdSchema.safeParse(created);
    // The way through a proxy is laid before the request goes out on it.
    if (wire && data && data.request.method !== 'CONNECT') follow(data.request, wire);
  });
};

function follow(request: ClientRequest, wire: Wire): void {
  // Sent once more to where an answer led: that answer decides nothing any more.
  if (request.method === 'POST') wire.answer = undefined;
  request.once('socket', (socket) => {
    wire.received = () => socket.bytesRead;
    const leave = (): void => {
      wire.hasLeft = true;
    };
    // Until then the socket itself keeps what is written on it.
    if (socket.connecting) socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', leave);
    else leave();
  });
  request.once('response', (response) => {
    wire.answer = { status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '' };
    // node-fetch would wait for the rest of an answer whose connection is gone.
    response.once('close', () => {
      if (!response.complete) wire.giveUp(new Error('the answer broke off'));
    });
  });
}
