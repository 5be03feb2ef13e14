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
  channels: Place[];
};

const event = (kind: 'joined' | 'left', { id, name }: Place, at: number, sender: Place): Incoming => ({
  platform: 'discord',
  kind,
  updateId: `${kind}:${id}:${at}`,
  channel: { id, kind: 'group', title: name },
  sender,
});

export const joined = ({ owner, name, home, joinedAt }: Server): Incoming[] =>
  home ? [event('joined', home, joinedAt, { id: owner, name })] : [];

export const left = ({ owner, name, channels }: Server, at: number): Incoming[] =>
  channels.map((channel) => event('left', channel, at, { id: owner, name }));

export const channelGone = (channel: Place, at: number): Incoming => event('left', channel, at, channel);
