import type { Server as HttpServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { roleId, type State } from './routes.ts';
import { type Server, wireBot, wireChannel, wireRole, wireRoles, wireUser } from './world.ts';

const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalid: 9,
  hello: 10,
  ack: 11,
} as const;
const GUILDS = 1;
const REFUSED = 4004;
const NOT_ALLOWED = 4014;

const payloadSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal(OP.heartbeat), d: z.int().nullable() }),
  z.object({
    op: z.literal(OP.identify),
    d: z.object({ token: z.string(), intents: z.int(), shard: z.tuple([z.int(), z.int()]) }),
  }),
  z.object({
    op: z.literal(OP.resume),
    d: z.object({ token: z.string(), session_id: z.string(), seq: z.int() }),
  }),
]);

type Event = { s: number; t: string; d: object };
type Session = {
  id: string;
  shard: [number, number];
  events: Event[];
  socket: WebSocket | undefined;
  lost: boolean;
};

export type Gateway = ReturnType<typeof openGateway>;

type Deps = { state: State; server: HttpServer; token: string; url(): string; onChange(): void };

/** The gateway over WebSocket: sessions that can be resumed, and the events that go out on them. */
export function openGateway({ state, server, token, url, onChange }: Deps) {
  const { world, sessions: budget } = state;
  const sockets = new WebSocketServer({ server });
  const sessions: Session[] = [];
  const counts = { opened: 0, identified: 0, resumed: 0, heartbeats: 0 };
  let invalid = 0;
  let closedAtOnce: number | undefined;
  let silentAt: 'connected' | 'identified' | undefined;

  const send = (socket: WebSocket | undefined, payload: object): void =>
    socket?.send(JSON.stringify(payload));

  const dispatch = (session: Session, t: string, d: object): void => {
    const event = { s: session.events.length + 1, t, d };
    session.events.push(event);
    send(session.socket, { op: OP.dispatch, ...event });
  };

  const serversOf = ([shard, count]: [number, number]): Server[] =>
    world.servers.filter(
      ({ id, botIsIn }) => botIsIn && Number((BigInt(id) >> 22n) % BigInt(count)) === shard,
    );

  const identify = (socket: WebSocket, shard: [number, number]): void => {
    counts.identified += 1;
    budget.remaining -= 1;
    if (silentAt) return;
    const session: Session = { id: `session-${counts.identified}`, shard, events: [], socket, lost: false };
    sessions.push(session);
    const mine = serversOf(shard);
    dispatch(session, 'READY', {
      v: 10,
      user: wireUser(world.bot),
      guilds: mine.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      application: { id: world.application, flags: 0 },
      shard,
    });
    for (const each of mine) dispatch(session, 'GUILD_CREATE', wireServer(each, world));
  };

  const resume = (socket: WebSocket, id: string, seq: number): void => {
    const session = sessions.find((each) => each.id === id && !each.lost);
    if (!session) {
      send(socket, { op: OP.invalid, d: false });
      return;
    }
    counts.resumed += 1;
    session.socket = socket;
    for (const event of session.events.filter(({ s }) => s > seq))
      send(socket, { op: OP.dispatch, ...event });
    dispatch(session, 'RESUMED', {});
  };

  const begin = (
    socket: WebSocket,
    { intents, shard }: { intents: number; shard: [number, number] },
  ): void => {
    if (intents !== GUILDS) socket.close(NOT_ALLOWED);
    else if (closedAtOnce !== undefined) socket.close(closedAtOnce);
    else if (invalid === 0) identify(socket, shard);
    else {
      invalid -= 1;
      counts.identified += 1;
      budget.remaining -= 1;
      send(socket, { op: OP.invalid, d: false });
    }
  };

  const read = (socket: WebSocket, data: string): void => {
    const payload = payloadSchema.parse(JSON.parse(data));
    if (payload.op === OP.heartbeat) {
      counts.heartbeats += 1;
      send(socket, { op: OP.ack });
    } else if (payload.d.token !== token) socket.close(REFUSED);
    else if (payload.op === OP.resume) resume(socket, payload.d.session_id, payload.d.seq);
    else begin(socket, payload.d);
  };

  sockets.on('connection', (socket) => {
    counts.opened += 1;
    if (silentAt !== 'connected') send(socket, { op: OP.hello, d: { heartbeat_interval: 41_250 } });
    onChange();
    socket.on('message', (data) => {
      read(socket, String(data));
      onChange();
    });
    socket.on('close', () => {
      for (const session of sessions) if (session.socket === socket) session.socket = undefined;
      onChange();
    });
  });

  const sessionOf = (server: Server | undefined): Session | undefined =>
    sessions.findLast(
      ({ shard, lost }) => !lost && (server ? serversOf(shard).includes(server) : shard[0] === 0),
    );

  return {
    counts,
    connected: (): number => sessions.filter(({ socket }) => socket).length,
    shards: () => sessions.filter(({ socket }) => socket).map(({ shard }) => shard),
    /** Tells the bot of something in a server, or in a private chat. False when there is no session to tell it. */
    tell: (server: Server | undefined, event: string, data: object): boolean => {
      const session = sessionOf(server);
      if (session) dispatch(session, event, data);
      return session !== undefined;
    },
    tellServer: (server: Server): void => {
      const session = sessionOf(server);
      if (session) dispatch(session, 'GUILD_CREATE', wireServer(server, world));
    },
    /** Delivers an interaction once more. */
    replay: (server: Server | undefined, interaction: string): void => {
      const session = sessionOf(server);
      const event = session?.events.findLast(({ d }) => 'id' in d && d.id === interaction);
      if (session && event) dispatch(session, event.t, event.d);
    },
    /** The connections break; the sessions can be resumed, unless they are `lost`. */
    drop: (lost = false): void => {
      for (const session of sessions) {
        session.lost ||= lost;
        session.socket?.terminate();
      }
    },
    /** The next sessions are refused as soon as they begin. */
    refuseSessions: (times: number): void => {
      invalid = times;
    },
    /** Every session is ended with this code as soon as it begins. */
    shutOut: (code: number): void => {
      closedAtOnce = code;
    },
    /** From now on nothing is said any more on a connection that is made, or on which a session is to begin. */
    fallSilent: (when: 'connected' | 'identified'): void => {
      silentAt = when;
    },
    closeWith: (code: number): void => {
      for (const { socket } of sessions) socket?.close(code);
    },
    close: (): Promise<void> => {
      for (const client of sockets.clients) client.terminate();
      return new Promise((done) => sockets.close(() => done()));
    },
  };
}

function wireServer(server: Server, { bot }: State['world']): object {
  const threads = server.channels.filter(({ type, archived }) => type === 11 && !archived);
  const rights = [...new Set(server.members.values())];
  return {
    id: server.id,
    name: server.name,
    owner_id: server.owner,
    joined_at: server.joined,
    large: false,
    member_count: server.members.size,
    preferred_locale: 'vi',
    features: [],
    emojis: [],
    stickers: [],
    presences: [],
    voice_states: [],
    system_channel_id: null,
    roles: [
      ...wireRoles(server),
      ...rights.map((right) => wireRole(roleId(server.id, right), `r${right}`, right)),
    ],
    channels: server.channels.filter(({ type, deleted }) => type !== 11 && !deleted).map(wireChannel),
    threads: threads.map(wireChannel),
    members: [wireBot(server, bot)],
  };
}
