import { connect, createServer, type Socket } from 'node:net';
import { portOf } from '../port-of.ts';

/** Stands before a server of this machine, and can forget the connections that it has: neither end is told. */
export async function startRelay(address: string) {
  const ties = new Map<Socket, Socket>();
  let isDeaf = false;
  const server = createServer((client) => {
    client.on('error', () => undefined);
    if (isDeaf) return void client.resume();
    const behind = connect(Number(new URL(address).port), '127.0.0.1').on('error', () => undefined);
    ties.set(client, behind);
    for (const [from, to] of [
      [client, behind],
      [behind, client],
    ] as const) {
      from.pipe(to);
      from.once('close', () => ties.has(client) && to.destroy());
    }
  });
  return {
    root: `http://127.0.0.1:${await portOf(server)}`,
    /** What is under way is forgotten; new connections are tied again. */
    forget: (): void => {
      for (const [client, behind] of ties) {
        client.unpipe();
        behind.unpipe();
        ties.delete(client);
        // What comes is let go, as on a line that has been cut.
        client.resume();
        behind.destroy();
      }
    },
    /** Whoever connects is connected, and nothing that they say goes anywhere. */
    becomes: (manner: 'deaf' | 'well'): void => {
      isDeaf = manner === 'deaf';
    },
  };
}
