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
  /** The ids of all its channels, and of those that the bot may write in. */
  channels: readonly string[];
  open: readonly string[];
};

export function joined(server: Server): Incoming {
  return event(server, server.joinedAt, 'joined');
}

function event(server: Server, at: number, kind: 'joined' | 'left'): Incoming {
  return { ...aboutServer(server), kind, updateId: `${kind}:${server.id}:${at}`, everywhere: true };
}

function aboutServer({ id, name, owner, home }: Server) {
  return {
    platform: 'discord',
    channel: { id: home?.id ?? id, kind: 'group', title: home?.name ?? name, server: id },
    sender: { id: owner, name },
  } as const;
}

export function left(server: Server, at: number): Incoming {
  return event(server, at, 'left');
}

/** `occasion` tells this time from every other. */
export function present(server: Server, occasion: string): Incoming {
  return {
    ...aboutServer(server),
    kind: 'present',
    updateId: `present:${server.id}:${occasion}`,
    channels: [...server.channels],
    open: [...server.open],
  };
}

/** All servers that the bot, whose id is `me`, is in. */
export function inServers(me: string, all: readonly string[], occasion: string): Incoming {
  return {
    platform: 'discord',
    kind: 'servers',
    updateId: `servers:${occasion}`,
    channel: { id: me, kind: 'private', title: me },
    sender: { id: me, name: me },
    all: [...all],
  };
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
