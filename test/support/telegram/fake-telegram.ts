import { type Clock, systemClock } from '../../../src/core/clock.ts';
import { createWatch } from '../watch.ts';
import { createFaults, type Fault } from './faults.ts';
import { createLimits, type Limits, PUBLISHED } from './limits.ts';
import type { Press, State } from './methods.ts';
import { createPeople, type Group, type Person } from './people.ts';
import type { Method } from './schemas.ts';
import { type Call, listen } from './server.ts';
import { createUpdates } from './updates.ts';
import { createWorld, type Shown, type Topic } from './world.ts';

export type { Press } from './methods.ts';
export type { Group, Person } from './people.ts';
export type { Shown } from './world.ts';

export type Options = {
  /** Dates, limits, slowness; the system's where the bot is a process of its own. */
  clock?: Clock;
  /** Ends the long polls; another one where a test moves the clock by days. */
  polls?: Clock;
  token?: string;
  username?: string;
  /** The published ones by default; `undefined` lets everything through. */
  limits?: Limits | undefined;
  /** Where the address of a webhook leads to, as a proxy with https would. */
  front?: (url: string) => string | undefined;
};

/** A Telegram of its own on this machine, with its Bot API and its people. */
export async function startFakeTelegram(options: Options = {}) {
  const {
    clock = systemClock,
    polls = clock,
    token = '7100000001:AAF-fake_token_of_the_fake_telegram',
  } = options;
  const limits = 'limits' in options ? options.limits : PUBLISHED;
  const world = createWorld(clock, botUser(token, options.username ?? 'neu_guong_bot'));
  const calls: Call[] = [];
  const refused: string[] = [];
  const watch = createWatch({ describe: () => describe(), alone: clock !== systemClock });
  const updates = createUpdates(polls, watch.changed, options.front ?? (() => undefined));
  const presses = new Map<string, Press>();
  const commands: State['commands'] = new Map();
  const faults = createFaults();
  const state: State = { world, updates, limits: createLimits(clock, limits), presses, commands };
  const people = createPeople(state);

  const posts = (where: Group | Person): Shown[] =>
    people.chatOf(where).messages.filter(({ author, deleted }) => author.id === world.bot.id && !deleted);

  const describe = (): string =>
    `the last calls: ${JSON.stringify({ calls: calls.slice(-5), refused: refused.slice(-5) }, undefined, 1)}`;

  const onCall = (call: Call): void => {
    calls.push(call);
    watch.changed();
  };
  const onRefused = (method: string, reason: string): void => {
    refused.push(`${method}: ${reason}`);
    watch.changed();
  };
  const server = await listen({ state, faults, token, clock, onCall, onRefused });

  return {
    apiRoot: server.apiRoot,
    token,
    bot: world.bot,
    close: server.close,
    ...people.fake,

    /** All that is to be seen in a chat, the bot's and everyone else's. */
    messages: (where: Group | Person): Shown[] =>
      people.chatOf(where).messages.filter(({ deleted }) => !deleted),
    /** What the bot posted there. */
    posts,
    /** The bot's first reply to a message, as soon as it is there. */
    answerTo: (message: Shown): Promise<Shown> =>
      watch.until(() => message.chat.messages.find((each) => each.replyTo === message && each.author.is_bot)),
    /** What the bot did to a press, as soon as it has. */
    noteOn: (press: Press) => watch.until(() => press.answer),
    /** Resolves with the first truthy value, looked for at every change. */
    until: watch.until,

    /** The accepted calls of the bot, in order. */
    calls: (method?: Method): Call[] =>
      calls.filter((call) => method === undefined || call.method === method),
    /** What the bot asked for in vain, as `method: reason`. */
    refused: (): readonly string[] => refused,
    /** The next calls of a method go wrong, or those about a chat. */
    fail: (method: Method, fault: Fault, times = 1, where?: Group | Person): void =>
      faults.add(method, fault, times, where && String(where.chat.id)),
    /** From now on every call goes wrong; without a fault all is well again. */
    breakDown: faults.breakDown,
    /** The last confirmed updates are delivered once more. */
    redeliver: updates.redeliver,
    /** An update of any shape, with the next id. */
    pushRaw: updates.pushRaw,
    renumber: updates.renumber,
    holdUp: updates.holdUp,
    letThrough: updates.letThrough,
    confirmed: updates.confirmed,
    pending: updates.pending,
    /** Another process sets a webhook for the bot, or takes it off. */
    setWebhook: (url: string | undefined): void =>
      updates.setWebhook(url === undefined ? undefined : { url, secret: undefined, most: 40 }),
    webhookInfo: updates.webhookInfo,
    deliveryTimes: updates.deliveryTimes,
    commands: (scope: string, language = '') => commands.get(JSON.stringify([{ type: scope }, language])),
    topic: (group: Group, name: string): Topic => people.openTopic(group, name),
  };
}

function botUser(token: string, username: string) {
  return {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Nêu Gương',
    username,
  };
}
