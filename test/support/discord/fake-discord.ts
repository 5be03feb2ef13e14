import { DefaultRestOptions } from 'discord.js';
import { type Clock, systemClock } from '../../../src/core/clock.ts';
import { createWatch } from '../watch.ts';
import { createFaults, type Fault } from './faults.ts';
import { type Gateway, openGateway } from './gateway.ts';
import type { FormShown, Interaction } from './interactions.ts';
import { createPeople } from './people.ts';
import type { RouteName, State } from './routes.ts';
import { createLimits, type Limits, PUBLISHED } from './rules.ts';
import { type Call, listen } from './server.ts';
import { type Channel, createWorld, type Shown } from './world.ts';

export type { Interaction } from './interactions.ts';
export type { Person } from './people.ts';
export type { Channel, Shown } from './world.ts';

export type Options = {
  /** Dates, limits, the life of interactions; the system's where the bot is a process of its own. */
  clock?: Clock;
  token?: string;
  /** The published ones by default; `undefined` lets everything through. */
  limits?: Limits | undefined;
  /** How many shards Discord recommends. */
  shards?: number;
  /** Where it is reached over TLS: then it gives no other addresses. */
  tlsPort?: () => number | undefined;
};

// The library gives a call up by the real clock, which in a test says nothing: a slow machine is no silent Discord.
Object.assign(DefaultRestOptions, { timeout: 600_000 });

/** A Discord of its own on this machine, with its REST interface, its gateway and its people. */
export async function startFakeDiscord(options: Options = {}) {
  const { clock = systemClock, token = 'MTA1fake_id_of_the_bot.Gfake1.fake_token_of_the_fake_discord' } =
    options;
  const calls: Call[] = [];
  const refused: string[] = [];
  const describe = (): string =>
    `the last calls: ${JSON.stringify({ calls: calls.slice(-5).map(({ route }) => route), refused: refused.slice(-5) }, undefined, 1)}`;
  const watch = createWatch({ describe, alone: clock !== systemClock });
  const faults = createFaults();
  const world = createWorld(clock);
  let port = 0;
  const securely = () => options.tlsPort?.();
  const url = () => (securely() === undefined ? `ws://127.0.0.1:${port}` : `wss://127.0.0.1:${securely()}`);
  const state: State = {
    world,
    clock,
    limits: createLimits(clock, 'limits' in options ? options.limits : PUBLISHED),
    interactions: new Map(),
    commands: new Map(),
    nonces: new Map(),
    blocked: new Set(),
    sessions: { total: 1000, remaining: 1000, resetAfter: 3_600_000 },
    shards: options.shards ?? 1,
    gatewayUrl: url,
    attached: new Map(),
    cdn: () => (securely() === undefined ? `http://127.0.0.1:${port}` : `https://127.0.0.1:${securely()}`),
  };
  const http = await listen({
    state,
    faults,
    token,
    onCall: (call) => {
      calls.push(call);
      watch.changed();
    },
    onRefused: (route, reason) => {
      refused.push(`${route}: ${reason}`);
      watch.changed();
    },
  });
  port = http.port;
  const gateway: Gateway = openGateway({ state, server: http.server, token, url, onChange: watch.changed });
  const people = createPeople({ state, gateway: () => gateway, onChange: watch.changed });

  const shownIn = (channel: Channel): Shown[] =>
    channel.messages.filter(({ deleted, onlyFor, loading }) => !deleted && !onlyFor && !loading);

  return {
    apiRoot: `http://127.0.0.1:${port}/api`,
    token,
    bot: world.bot,
    application: world.application,
    gateway,
    sessions: state.sessions,
    close: async (): Promise<void> => {
      await gateway.close();
      await http.close();
    },
    ...people,

    /** What everybody in a channel sees. */
    messages: shownIn,
    /** What the bot posted there for everybody to see. */
    posts: (channel: Channel): Shown[] => shownIn(channel).filter(({ author }) => author === world.bot),
    /** The bot's first answer in words, as soon as it is there; seen by all, or by the person alone. */
    answerTo: (interaction: Interaction): Promise<Shown> =>
      watch.until(() => interaction.answers.find(({ loading, deleted }) => !loading && !deleted)),
    /** The form that an interaction opened, as soon as it is there. */
    formFor: (interaction: Interaction): Promise<FormShown> => watch.until(() => interaction.form),
    /** What is offered to somebody who types. */
    choicesFor: async (interaction: Interaction): Promise<string[]> =>
      (await watch.until(() => interaction.choices)).map(({ name }) => name),
    /** Resolves with the first truthy value, looked for at every change. */
    until: watch.until,

    /** The addresses of all that was attached, in order. */
    attachments: (): string[] => [...state.attached.keys()].map((path) => `${state.cdn()}${path}`),
    /** The accepted requests of the bot, in order. */
    calls: (route?: RouteName): Call[] => calls.filter((call) => route === undefined || call.route === route),
    /** What the bot asked for in vain, as `route: reason`. */
    refused: (): readonly string[] => refused,
    /** The next requests of a route go wrong. */
    fail: (route: RouteName, fault: Fault, times = 1): void => faults.add(route, fault, times),
    /** From now on every request of a route takes so many milliseconds. */
    slowDown: (route: RouteName, milliseconds: number): void => faults.slowDown(route, milliseconds),
    /** The commands registered for all servers, or for one. */
    commands: (server?: string) => state.commands.get(server ?? ''),
  };
}
