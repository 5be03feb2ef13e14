import { Client, GatewayDispatchEvents, GatewayIntentBits, Options, PermissionFlagsBits } from 'discord.js';
import type { Dispatcher } from 'undici';
import type { Target } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import { rejectedBy } from '../exchange.ts';
import { type Api, restOptions } from './api.ts';
import { isRefusedToken, TOKEN_REFUSED } from './errors.ts';
import { createIdentifyGuard, readGateway, waitForBudget } from './identify-guard.ts';
import { followServers, type ServerEvents } from './servers.ts';

export type GatewayEvents = ServerEvents & {
  /** As it came. */
  onInteraction(interaction: unknown): void;
};

type Settings = {
  token: string;
  apiRoot: string;
  shards: number | 'auto';
  dispatcher: Dispatcher | undefined;
};
type Deps = { api: Api; clock: Clock; log: Log; stop: AbortSignal; events: GatewayEvents };

const SHORTEST = 1_000;
const LONGEST = 60_000;
const CLOSED_WITHIN = 1_000;
/** Why Discord ends a session for good (discord.com/developers/docs/topics/opcodes-and-status-codes#gateway). */
const SHUT_OUT: Record<number, string> = {
  4004: TOKEN_REFUSED,
  4010: 'Discord refuses the shards; see DISCORD_SHARDS',
  4011: 'the bot is in too many servers for its shards; set DISCORD_SHARDS=auto',
  4012: 'Discord no longer speaks with this version of the bot; a newer one is needed',
  4013: 'Discord refuses the intents of this version of the bot; a newer one is needed',
  4014: 'Discord refuses the intents of the bot; see its settings in the developer portal',
};

export type Gateway = ReturnType<typeof createGateway>;
/** Discord takes the bot no more; `why` is for whoever runs it. */
type OnShutOut = (why: string) => void;

/** The connection over which Discord tells what happens. */
export function createGateway(settings: Settings, deps: Deps, onShutOut: OnShutOut) {
  const { api, clock, log, stop } = deps;
  let client: Client | undefined;

  const open = async (): Promise<Client> => {
    const { shards, session_start_limit } = await readGateway(api);
    await waitForBudget(deps, settings.shards === 'auto' ? shards : settings.shards);
    const opened = createClient(settings, session_start_limit.max_concurrency, deps);
    client = opened;
    listen(opened, deps, onShutOut);
    await opened.login(settings.token);
    return opened;
  };

  return {
    /** The client, while it is connected. */
    client: (): Client | undefined => client,

    /** The name of a channel, where it is known. */
    nameOf: (id: string): string | undefined => {
      const channel = client?.channels.cache.get(id);
      return channel && !channel.isDMBased() ? channel.name : undefined;
    },

    /** The name of a role of a server, where it is known. */
    roleName: (server: string, role: string): string | undefined =>
      client?.guilds.cache.get(server)?.roles.cache.get(role)?.name,

    /** Whether embeds are shown in a channel or thread; while nothing is known of the servers, they are not. */
    mayEmbed: ({ channel: id, thread }: Target): boolean => {
      if (!client?.isReady()) return false;
      const channel = client.channels.cache.get(thread ?? id) ?? client.channels.cache.get(id);
      if (!channel || channel.isDMBased()) return true;
      const { me } = channel.guild.members;
      return me !== null && channel.permissionsFor(me).has(PermissionFlagsBits.EmbedLinks);
    },

    /** Whether an id is that of a channel that the bot sees. */
    isChannel: (id: string): boolean => client?.channels.cache.has(id) ?? false,

    /** Tries until it is connected; nothing when `stop` came first, or Discord shut the bot out. */
    connect: async (): Promise<Client | undefined> => {
      for (let failures = 0; !stop.aborted; failures += 1) {
        try {
          // A session that is ended for good while it begins leaves discord.js waiting.
          return await Promise.race([open(), rejectedBy(stop)]);
        } catch (err) {
          if (isRefusedToken(err) || /invalid token|Authentication failed/i.test(String(err))) {
            onShutOut(TOKEN_REFUSED);
            return undefined;
          }
          if (stop.aborted) return undefined;
          const wait = Math.min(LONGEST, SHORTEST * 2 ** failures);
          log.warn({ err, seconds: wait / 1000 }, 'discord: not reached; tried again later');
          await clock.sleep(wait, stop).catch(() => undefined);
        }
      }
      return undefined;
    },

    close: async (): Promise<void> => {
      // discord.js never gets to the end of a session that has not begun yet (@discordjs/ws 1.2.3, WebSocketShard.destroy).
      await Promise.race([client?.destroy(), clock.sleep(CLOSED_WITHIN)]);
      client = undefined;
    },
  };
}

function createClient({ apiRoot, shards, dispatcher }: Settings, atOnce: number, deps: Deps): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: restOptions(apiRoot, dispatcher),
    ws: { buildIdentifyThrottler: () => createIdentifyGuard(deps, atOnce) },
    // Of what the servers are made of, only channels, roles and the bot's own membership are looked at.
    makeCache: Options.cacheWithLimits({
      MessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
      VoiceStateManager: 0,
    }),
    ...(shards === 'auto'
      ? { shards }
      : { shards: Array.from({ length: shards }, (_, id) => id), shardCount: shards }),
  });
}

function listen(client: Client, { events, log }: Deps, onShutOut: OnShutOut): void {
  // The raw event: what comes before all servers are there must not wait for them, as a person waits for it.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: unknown) =>
    events.onInteraction(interaction),
  );
  followServers(client, events);
  client.on('error', (err) => log.warn({ err }, 'discord: an event could not be handled'));
  client.on('shardError', (err, shard) => log.warn({ err, shard }, 'discord: the connection has a fault'));
  client.on('shardReconnecting', (shard) => log.info({ shard }, 'discord: connecting again'));
  client.on('shardResume', (shard, missed) => log.info({ shard, missed }, 'discord: the session goes on'));
  client.on('shardDisconnect', ({ code }) =>
    onShutOut(SHUT_OUT[code] ?? `the session was ended for good (${code})`),
  );
}
