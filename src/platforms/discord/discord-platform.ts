import { randomUUID } from 'node:crypto';
import type { Assist } from '../../chat/assist.ts';
import type { Incoming } from '../../chat/incoming.ts';
import type { ReadBlob } from '../../chat/outgoing-files.ts';
import { type Platform, PlatformError, type Receive } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { ProxySettings } from '../proxy.ts';
import { createAnswering } from './answering.ts';
import { createApi } from './api.ts';
import { AskedInteractions } from './asked.ts';
import { commandNames } from './command-names.ts';
import { createDoubts } from './doubts.ts';
import { createDownload } from './download.ts';
import { TOKEN_REFUSED } from './errors.ts';
import { createGateway, type Gateway, type GatewayEvents } from './gateway.ts';
import { createInteractionApi } from './interaction-api.ts';
import { createListening, persistently } from './listening.ts';
import { channelGone, inServers, joined, left, present } from './membership.ts';
import { OpenedForms } from './opened-forms.ts';
import { createPlaces } from './places.ts';
import { createEdit, createSend } from './posting.ts';
import { keepRegistered } from './registration.ts';
import { Standings } from './standing.ts';
import { openWay } from './way.ts';
import { identify } from './who-am-i.ts';

type Settings = {
  token: string;
  apiRoot: string;
  readBlob: ReadBlob;
  /** Registers the commands in this server alone, where they show at once; for trying. */
  guildId?: string | undefined;
  shards?: number | 'auto';
  proxy?: ProxySettings;
  clock: Clock;
  log: Log;
  /** Bounds the calls; where a test moves the clock by days, that must not time out what is under way. */
  deadlines?: Clock;
};

// Fifty requests a second in all, of which some are for what is asked on the way; five messages in five seconds
// into a channel; what answers an interaction counts for neither (discord.com/developers/docs/topics/rate-limits).
const LIMITS = { perSecond: 45, perChannelPerSecond: 1, perGroupPerMinute: 60, answersAreFree: true };
/** discord.com/developers/docs/reference#uploading-files */
const LARGEST_FILE = 10 * 1024 * 1024;

const PROBED_WITHIN = 10_000;

/** The bot on Discord: events over its gateway, everything else over the REST interface at `apiRoot`. */
export function createDiscordPlatform(settings: Settings): Platform {
  const { apiRoot, readBlob, guildId, clock, log, deadlines = clock } = settings;
  let listen: (interaction: unknown) => Promise<void> = async () => {};
  let take: (event: Incoming) => void = () => {};
  const now = () => clock.now().epochMilliseconds;
  const connection = createConnection(settings, {
    onInteraction: (interaction) => void listen(interaction),
    onJoined: (server) => take(joined(server)),
    onLeft: (server) => take(left(server, now())),
    onPresent: (server) => take(present(server, randomUUID())),
    onServers: (me, all) => take(inServers(me, all, randomUUID())),
    onChannelGone: (channel) => take(channelGone(channel, now())),
  });
  const { api, gateway, stop } = connection;
  const asked = new AskedInteractions(clock);
  const answering = createAnswering({ interactions: createInteractionApi(api), clock, log, stop });
  const places = createPlaces(api, gateway.isChannel);
  const doubts = createDoubts({ api, clock, places });
  const standings = new Standings(clock);
  const { mayEmbed } = gateway;
  const names = new Map<string, string>();
  const ways = { api, clock, asked, answering, places };
  const posting = { ...ways, readBlob, doubts, mayEmbed, names };

  const listenFor = (receive: Receive, assist: Assist | undefined): void => {
    for (const [alias, name] of commandNames(assist?.commands ?? [])) names.set(alias, name);
    const opened = new OpenedForms(clock);
    const { nameOf, roleName } = gateway;
    const surroundings = { sheets: assist?.commands ?? [], nameOf, roleName, opened };
    const taking = { receive, clock, log, stop };
    listen = createListening({ ...taking, asked, answering, places, standings, surroundings, assist });
    take = (event) => {
      persistently(taking, event).catch((err: unknown) => {
        log.error({ err }, 'discord: an event was lost');
      });
    };
  };

  return {
    name: 'discord',
    limits: LIMITS,
    largestFile: LARGEST_FILE,
    knowsRepeats: true,
    probe: async () => {
      await identify(api, PROBED_WITHIN);
    },
    send: createSend(posting),
    edit: createEdit(posting),
    download: createDownload({ apiRoot, dispatcher: connection.dispatcher, deadlines }),
    standing: (channel, account) => standings.of(gateway.client(), channel, account),
    // The commands are registered at the start, with all that Discord shows of them.
    publishMenus: () => Promise.resolve(),

    start: async (receive, assist) => {
      listenFor(receive, assist);
      const client = connection.isShutOut() ? undefined : await gateway.connect();
      if (connection.isShutOut()) throw new PlatformError('gone', 'Discord refuses the bot');
      if (!client?.application) return;
      log.info({ bot: client.user?.username }, 'discord: reached');
      const servers = [...client.guilds.cache.keys()];
      const where = { application: client.application.id, guild: guildId, servers };
      if (assist) void keepRegistered(connection, where, assist.commands);
    },

    shutOut: connection.shutOut,
    stop: connection.close,
  };
}

/** The calls to Discord and its gateway, which end at once when it takes the bot no more. */
function createConnection(settings: Settings, events: GatewayEvents) {
  const { token, apiRoot, shards = 1, proxy = {}, clock, log, deadlines = clock } = settings;
  const way = openWay(proxy);
  const { dispatcher } = way;
  const stopping = new AbortController();
  const shutOut = Promise.withResolvers<void>();
  let isShutOut = false;
  const onShutOut = (why: string): void => {
    if (isShutOut || stopping.signal.aborted) return;
    isShutOut = true;
    log.error({}, `discord: ${why}`);
    stopping.abort();
    void gateway.close();
    shutOut.resolve();
  };
  const api = createApi({
    token,
    apiRoot,
    dispatcher,
    deadlines,
    onRefusedToken: () => onShutOut(TOKEN_REFUSED),
  });
  const common = { api, clock, log, stop: stopping.signal };
  const gateway: Gateway = createGateway(
    { token, apiRoot, shards, dispatcher },
    { ...common, events },
    onShutOut,
  );
  return {
    ...common,
    dispatcher,
    gateway,
    shutOut: shutOut.promise,
    isShutOut: () => isShutOut,
    close: async () => {
      stopping.abort();
      await gateway.close();
      api.close();
      await way.close();
    },
  };
}
