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

const event = ({ id, name, owner, home }: Server, at: number, kind: 'joined' | 'left'): Incoming => ({
  platform: 'discord',
  kind,
  updateId: `${kind}:${id}:${at}`,
  channel: { id: home?.id ?? id, kind: 'group', title: home?.name ?? name, server: id },
  sender: { id: owner, name },
  everywhere: true,
});

export const joined = (server: Server): Incoming => event(server, server.joinedAt, 'joined');

export const left = (server: Server, at: number): Incoming => event(server, at, 'left');

/** A channel that was deleted. */
export const channelGone = ({ id, name }: Place, at: number): Incoming => ({
  platform: 'discord',
  kind: 'left',
  updateId: `left:${id}:${at}`,
  channel: { id, kind: 'group', title: name },
  sender: { id, name },
});
