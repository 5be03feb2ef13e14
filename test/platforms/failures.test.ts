import { describe, expect, test } from 'vitest';
import type { PlatformErrorKind } from '../../src/chat/platform.ts';
import type { Clock } from '../../src/core/clock.ts';
import { deadlinesByHand } from '../support/deadlines.ts';
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
  probe(): Promise<void>;
  send(): Promise<unknown>;
  /** What the next send meets. */
  fail(fault: CommonFault): void;
  /** Resolves once people see the message. */
  seen(): Promise<unknown>;
  /** How often they see it. */
  shown(): number;
};
type Start = (options: { deadlines: Clock; apiRoot?: string }) => Promise<Started>;

const CONNECTING = 8_000;
const PLATFORMS: [string, Start, answer: number][] = [
  ['Telegram', onTelegram('sendMessage'), 30_000],
  ['Telegram, with a file', onTelegram('sendDocument'), 100_000],
  ['Discord', onDiscord, 15_000],
];

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

describe.each(PLATFORMS)('on %s', (_, start, answer) => {
  test.each(AT)('%s: %s', async (_, kind, place, until) => {
    const { root, heard } = await place();
    const deadlines = deadlinesByHand();
    const { send, shown } = await start({ apiRoot: root, deadlines: deadlines.clock });
    let failure: Promise<unknown> = telegram.failureOf(send());
    if (until) {
      await (heard ?? new Promise(setImmediate));
      await deadlines.pass(until === 'connecting' ? CONNECTING : answer);
      // The deadline itself ends it, not what the library has of its own.
      failure = Promise.race([failure, new Promise(setImmediate)]);
    }
    expect(await failure).toMatchObject({ kind });
    expect(shown()).toBe(0);
  });

  test.each(EITHER_WAY)('$which request on a connection, $name: $kind', async (row) => {
    const { probe, send, shown, fail } = await start({ deadlines: deadlinesByHand().clock });
    if (row.which === 'second') await probe();
    fail(row.fault);
    expect(await telegram.failureOf(send())).toMatchObject({ kind: row.kind });
    expect(shown()).toBe(row.shown);
    // It was the way, neither the bot nor the channel.
    await probe();
    await send();
  });

  test.each(IN_TIME)('%j: %s', async (fault, kind, expected) => {
    const deadlines = deadlinesByHand();
    const { send, shown, seen, fail } = await start({ deadlines: deadlines.clock });
    fail(fault);
    const failure = telegram.failureOf(send());
    await seen();
    await deadlines.pass(answer);
    expect(await failure).toMatchObject({ kind });
    expect(shown()).toBe(expected);
  });
});

function onTelegram(method: 'sendMessage' | 'sendDocument'): Start {
  return async (options) => {
    const { platform, fake, group, blobs } = await telegram.startTelegram(options);
    const { sha256: blob } = await blobs.keep(Buffer.from('lịch'));
    const file = { name: 'lich.ics', mimeType: 'text/calendar', blob };
    const message = method === 'sendDocument' ? { files: [file] } : {};
    return {
      probe: platform.probe,
      send: () => platform.send(telegram.postTo(group.id, 'Nhắc họp', message)),
      fail: (fault) => fake.fail(method, fault),
      seen: () => fake.until(() => fake.posts(group).length > 0),
      shown: () => fake.posts(group).length,
    };
  };
}

async function onDiscord(options: Parameters<Start>[0]): Promise<Started> {
  const { platform, fake, channel } = await discord.startDiscord(options);
  return {
    probe: platform.probe,
    send: () => platform.send(discord.postTo(channel, 'Nhắc họp')),
    fail: (fault) => fake.fail('POST /channels/:id/messages', fault),
    seen: () => fake.until(() => fake.posts(channel).length > 0),
    shown: () => fake.posts(channel).length,
  };
}
