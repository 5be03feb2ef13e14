import { describe, expect, test } from 'vitest';
import type { Platform, PlatformErrorKind } from '../../src/chat/platform.ts';
import type { ManualClock } from '../support/manual-clock.ts';
import {
  closedPort,
  deafPort,
  impostor,
  insecurePort,
  nobodysName,
  type Place,
  refusingProxy,
  securePort,
} from '../support/trouble/addresses.ts';
import type { WireFault } from '../support/trouble/answers.ts';
import * as discord from './discord/start-discord.ts';
import * as telegram from './telegram/start-telegram.ts';

type CommonFault = WireFault | { kind: 'internal-error' | 'dropped-before' | 'dropped-after' | 'silent' };
type Started = {
  platform: Platform;
  clock: ManualClock;
  send(): Promise<unknown>;
  /** How often people see the message. */
  shown(): number;
  /** What the next send meets. */
  fail(fault: CommonFault): void;
};
type Start = (apiRoot?: string) => Promise<Started>;

const platforms: Record<string, { start: Start; answerWithin: number }> = {
  Telegram: {
    answerWithin: 30_000,
    start: async (apiRoot) => {
      const { platform, clock, fake, group } = await telegram.startTelegram(apiRoot ? { apiRoot } : {});
      return {
        platform,
        clock,
        send: () => platform.send(telegram.postTo(group.id, 'Nhắc họp')),
        shown: () => fake.posts(group).length,
        fail: (fault) => fake.fail('sendMessage', fault),
      };
    },
  },
  Discord: {
    answerWithin: 15_000,
    start: async (apiRoot) => {
      const { platform, clock, fake, channel } = await discord.startDiscord(apiRoot ? { apiRoot } : {});
      return {
        platform,
        clock,
        send: () => platform.send(discord.postTo(channel, 'Nhắc họp')),
        shown: () => fake.posts(channel).length,
        fail: (fault) => fake.fail('POST /channels/:id/messages', fault),
      };
    },
  },
};

const CONNECTING = 8_000;

/** Where the platform is not to be had at all. `until`: only the clock ends it. */
const AT: [string, PlatformErrorKind, () => Promise<Place>, until?: 'connecting' | 'answer'][] = [
  ['a name that does not resolve', 'unavailable', nobodysName],
  ['a closed port', 'unavailable', closedPort],
  ['a port that does not answer', 'unavailable', deafPort, 'connecting'],
  ['a port that is silent about TLS', 'unavailable', () => insecurePort('silent'), 'connecting'],
  ['a port that speaks no TLS', 'unavailable', () => insecurePort('in plain text')],
  ['a port that resets while TLS comes up', 'unavailable', () => insecurePort('resets')],
  ['a certificate of somebody else', 'unavailable', impostor],
  ['a proxy that refuses', 'unavailable', refusingProxy],
  ['a secure connection that is cut once something is said', 'unknown', () => securePort('cuts')],
  ['a secure connection that stays silent', 'unknown', () => securePort('silent'), 'answer'],
];

type Ending = [fault: CommonFault, kind: PlatformErrorKind, shown?: number];

/** What happens to a request that reaches the platform, or what stands before it. */
const AFTER: Ending[] = [
  [{ kind: 'page', status: 200 }, 'unavailable'],
  [{ kind: 'page', status: 401 }, 'unavailable'],
  [{ kind: 'page', status: 403 }, 'unavailable'],
  [{ kind: 'page', status: 404 }, 'unavailable'],
  [{ kind: 'page', status: 407 }, 'unavailable'],
  [{ kind: 'page', status: 451 }, 'unavailable'],
  [{ kind: 'page', status: 500 }, 'unavailable'],
  [{ kind: 'page', status: 502 }, 'unavailable'],
  [{ kind: 'page', status: 503 }, 'unavailable'],
  [{ kind: 'page', status: 504 }, 'unknown'],
  [{ kind: 'page', status: 524 }, 'unknown'],
  [{ kind: 'redirected' }, 'unavailable'],
  [{ kind: 'internal-error' }, 'unavailable'],
  [{ kind: 'reset-before' }, 'unknown'],
  [{ kind: 'reset-after' }, 'unknown', 1],
  [{ kind: 'dropped-before' }, 'unknown'],
  [{ kind: 'dropped-after' }, 'unknown', 1],
  [{ kind: 'half-answer', end: 'cut' }, 'unknown', 1],
];

/** Such a one is ended by the clock, where it is not answered in time. */
const IN_TIME: Ending[] = [
  [{ kind: 'silent' }, 'unknown', 1],
  [{ kind: 'half-answer', end: 'silence' }, 'unknown', 1],
];

/** On a connection of its own, and on one that has been used before. */
const EITHER_WAY = AFTER.flatMap(([fault, kind, shown = 0]) =>
  (['first', 'second'] as const).map((which) => ({ which, fault, kind, shown, name: JSON.stringify(fault) })),
);

describe.each(Object.entries(platforms))('on %s', (_, { start, answerWithin }) => {
  test.each(AT)('%s: %s', async (_, kind, place, until) => {
    const { root, heard } = await place();
    const { send, clock, shown } = await start(root);
    const failure = telegram.failureOf(send());
    if (until === 'answer') await heard;
    if (until) {
      const wait = until === 'connecting' ? CONNECTING : answerWithin;
      await clock.sleeping(wait);
      await clock.advance(wait);
    }
    expect(await failure).toMatchObject({ kind });
    expect(shown()).toBe(0);
  });

  test.each(EITHER_WAY)('$which request on a connection, $name: $kind', async (row) => {
    const { platform, send, shown, fail } = await start();
    if (row.which === 'second') await platform.probe();
    fail(row.fault);
    expect(await telegram.failureOf(send())).toMatchObject({ kind: row.kind });
    expect(shown()).toBe(row.shown);
    // It was the way, neither the bot nor the channel.
    await platform.probe();
    await send();
  });

  test.each(IN_TIME)('%j: %s', async (fault, kind, expected) => {
    const { send, shown, fail, clock } = await start();
    fail(fault);
    const failure = telegram.failureOf(send());
    await clock.sleeping(answerWithin);
    while (shown() === 0) await new Promise(setImmediate);
    await clock.advance(answerWithin);
    expect(await failure).toMatchObject({ kind });
    expect(shown()).toBe(expected);
  });
});
