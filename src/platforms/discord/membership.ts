import type { Incoming } from '../../chat/incoming.ts';

export type Place = { id: string; name: string };

/** A server as far as the bot's being in it goes. */
export type Server = {
  id: string;
  name: string;
  owner: string;
  joinedAt: number;
  /** Where the bot says hello. */
  home: Place | undefined;
};

export function joined(server: Server): Incoming {
  return event(server, server.joinedAt, 'joined');
}

function event({ id, name, owner, home }: Server, at: number, kind: 'joined' | 'left'): Incoming {
  return {
    platform: 'discord',
    kind,
    updateId: `${kind}:${id}:${at}`,
    channel: { id: home?.id ?? id, kind: 'group', title: home?.name ?? name, server: id },
    sender: { id: owner, name },
    everywhere: true,
  };
}

export function left(server: Server, at: number): Incoming {
  return event(server, at, 'left');
}

/** A channel that was deleted. */
export function channelGone({ id, name }: Place, at: number): Incoming {
  return {
    platform: 'discord',
    kind: 'left',
    updateId: `left:${id}:${at}`,
    channel: { id, kind: 'group', title: name },
    sender: { id, name },
  };
}
