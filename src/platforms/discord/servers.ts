import {
  ChannelType,
  type Client,
  GatewayDispatchEvents,
  type Guild,
  type GuildBasedChannel,
  PermissionFlagsBits,
} from 'discord.js';
import { z } from 'zod';
import type { Place, Server } from './membership.ts';

export type ServerEvents = {
  onJoined(server: Server): void;
  onLeft(server: Server): void;
  /** A server that the bot is in: when a session begins, and when what it may do there has changed. */
  onPresent(server: Server): void;
  /** The ids of all servers that it is in, when a session begins. */
  onServers(me: string, all: readonly string[]): void;
  onChannelGone(channel: Place): void;
};

const readySchema = z.object({
  user: z.object({ id: z.string() }),
  guilds: z.array(z.object({ id: z.string() })),
  shard: z.tuple([z.int(), z.int()]).default([0, 1]),
});

/** A server that is only out of order for a while is `unavailable`. */
const deletedSchema = z.object({ id: z.string(), unavailable: z.boolean().default(false) });

/** Tells what becomes of the bot in the servers. */
export function followServers(client: Client, events: ServerEvents): void {
  const told = new Map<string, string>();
  const tell = (guild: Guild, isNews: boolean): void => {
    const server = serverOf(guild);
    const rights = server.open.join();
    const isChanged = told.get(guild.id) !== rights;
    told.set(guild.id, rights);
    if (isNews || isChanged) events.onPresent(server);
  };
  client.on('guildAvailable', (guild) => tell(guild, true));
  client.on('guildCreate', (guild) => {
    const server = serverOf(guild);
    told.set(guild.id, server.open.join());
    if (server.home) events.onJoined(server);
    else events.onPresent(server);
  });
  for (const event of ['roleCreate', 'roleDelete'] as const)
    client.on(event, ({ guild }) => tell(guild, false));
  client.on('roleUpdate', (_, { guild }) => tell(guild, false));
  client.on('channelCreate', ({ guild }) => tell(guild, false));
  client.on('channelUpdate', (_, channel) => {
    if (!channel.isDMBased()) tell(channel.guild, false);
  });
  client.on('guildMemberUpdate', (_, { id, guild }) => {
    if (id === client.user?.id) tell(guild, false);
  });
  followSessions(client, events);
  followDeletions(client, events);
}

/** The first thing that Discord tells in a session is in which servers the bot is: raw, as discord.js forgets none. */
function followSessions(client: Client, { onServers }: ServerEvents): void {
  const byShard = new Map<number, readonly string[]>();
  client.ws.on(GatewayDispatchEvents.Ready, (ready: unknown) => {
    const { data } = readySchema.safeParse(ready);
    if (!data) return;
    const [shard, count] = data.shard;
    byShard.set(
      shard,
      data.guilds.map(({ id }) => id),
    );
    if (byShard.size >= count) onServers(data.user.id, [...byShard.values()].flat());
  });
}

function followDeletions(client: Client, { onLeft, onChannelGone }: ServerEvents): void {
  // Raw: by the time that discord.js tells, it has forgotten the channels.
  client.ws.on(GatewayDispatchEvents.GuildDelete, (deleted: unknown) => {
    const { data } = deletedSchema.safeParse(deleted);
    const guild = data && client.guilds.cache.get(data.id);
    if (guild && !data.unavailable) onLeft(serverOf(guild));
  });
  client.on('channelDelete', (channel) => {
    if (!channel.isDMBased()) onChannelGone({ id: channel.id, name: channel.name });
  });
}

function serverOf(guild: Guild): Server {
  const channels = [...guild.channels.cache.values()].filter((channel) => !channel.isThread());
  return {
    id: guild.id,
    name: guild.name,
    owner: guild.ownerId,
    joinedAt: guild.joinedTimestamp,
    home: homeOf(guild),
    channels: channels.map(({ id }) => id),
    open: channels.filter(mayWriteIn).map(({ id }) => id),
  };
}

/** Where the bot says hello: the channel for such news, or else the first that it may write in. */
function homeOf(guild: Guild): Place | undefined {
  const written = [...guild.channels.cache.values()]
    .filter((channel) => channel.type === ChannelType.GuildText)
    .sort((a, b) => a.rawPosition - b.rawPosition || a.id.localeCompare(b.id));
  return [...written.filter(({ id }) => id === guild.systemChannelId), ...written].find(mayWriteIn);
}

/** In the posts of a forum the bot writes as in threads. */
function mayWriteIn(channel: GuildBasedChannel): boolean {
  const { me } = channel.guild.members;
  if (!me) return true;
  const rights = channel.permissionsFor(me);
  const isForum = channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia;
  const writing = isForum ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  return rights.has(PermissionFlagsBits.ViewChannel) && rights.has(writing);
}
