import { describe, expect, it } from 'vitest';
import type { ProxySettings } from '../../src/platforms/proxy.ts';
import { deadlinesByHand } from '../support/deadlines.ts';
import { startProxy, startTlsFront } from '../support/proxy.ts';
import { closedPort } from '../support/trouble/addresses.ts';
import * as discord from './discord/start-discord.ts';
import * as telegram from './telegram/start-telegram.ts';

const PICTURE = { name: 'vi.jpg', bytes: Buffer.from('ffd8ffe0010203', 'hex') };
const LOGIN = 'neu-guong:mat-khau-cua-proxy';
const CONNECTING = 8_000;

describe('through a proxy', () => {
  it('goes all that the bot has with Telegram: updates, messages, files to and fro', async () => {
    const { proxy, front, platform, fake, taken, keep, an, group, blobs, clock } = await onTelegram(LOGIN);
    await platform.start(keep);
    an.writes('', { file: { ...PICTURE, kind: 'photo' } });
    await fake.until(() => taken.length === 1);
    const [photo] = taken.flatMap((incoming) => (incoming.kind === 'message' ? (incoming.files ?? []) : []));
    expect(Buffer.from(await platform.download(photo?.id ?? '', 1_000))).toEqual(PICTURE.bytes);
    const { sha256: blob } = await blobs.keep(Buffer.from('lịch'));
    const files = [{ name: 'lich.ics', mimeType: 'text/calendar', blob }];
    await platform.send(telegram.postTo(group.id, 'Nhắc họp'));
    await platform.send(telegram.postTo(group.id, 'Lịch', { files }));
    expect(fake.posts(group)).toHaveLength(2);
    expectAllThrough(proxy, front);
    process.stdout.write(`Telegram through a proxy: ${proxy.asked().length} CONNECTs\n`);
    await clock.advance(0);
  });

  it('goes all that the bot has with Discord: its gateway, what it asks for, and files', async () => {
    const { proxy, front, platform, fake, start, takenBy, an, channel } = await onDiscord(LOGIN);
    await start();
    const used = an.uses(channel, 'viectot', { noi_dung: 'Chị Hiền', tep: PICTURE });
    await takenBy(used);
    const [address = ''] = fake.attachments();
    expect(address).toMatch(/^https:/);
    expect(Buffer.from(await platform.download(address, 1_000))).toEqual(PICTURE.bytes);
    await platform.send(discord.postTo(channel, 'Nhắc họp'));
    expect(fake.posts(channel)).toHaveLength(1);
    fake.gateway.drop();
    await fake.until(() => fake.gateway.counts.resumed === 1);
    expectAllThrough(proxy, front);
    process.stdout.write(`Discord through a proxy: ${proxy.asked().length} CONNECTs\n`);
  });
});

type Bot = {
  proxy: Awaited<ReturnType<typeof startProxy>>;
  front: Awaited<ReturnType<typeof startTlsFront>>;
  logged: readonly string[];
  probe(): Promise<void>;
  send(): Promise<unknown>;
};
type Started = (login: string | undefined, more?: More) => Promise<Bot>;
type More = {
  settings?: (proxy: Bot['proxy']) => ProxySettings;
  deadlines?: ReturnType<typeof deadlinesByHand>;
};

const PLATFORMS: [string, Started][] = [
  ['Telegram', telegramBot],
  ['Discord', discordBot],
];

describe.each(PLATFORMS)('%s, with a proxy', (_, start) => {
  it.each([
    ['refuses', 'refuses', undefined, /403/],
    ['wants another login', 'tunnels', LOGIN.replace('mat', 'sai'), /407/],
    ['makes a tunnel to somebody else', 'talks nonsense in the tunnel', undefined, /./],
  ] as const)(
    'that %s: not sent, in words without the password, and sent when it lets through',
    async (_, manner, wrong, words) => {
      const { proxy, send } = await start(LOGIN, {
        settings: ({ address }) => ({ proxy: wrong === undefined ? address : address.replace(LOGIN, wrong) }),
      });
      proxy.becomes(manner);
      const failure = await telegram.failureOf(send());
      expect(failure.kind).toBe('unavailable');
      expect(failure.message).toMatch(words);
      expect(failure.message).not.toMatch(/mat-khau|sai-khau/);
      if (wrong !== undefined) return;
      proxy.becomes('tunnels');
      await send();
    },
  );

  it('that is down: not sent', async () => {
    const { root } = await closedPort();
    const { send } = await start(undefined, { settings: () => ({ proxy: root }) });
    expect((await telegram.failureOf(send())).kind).toBe('unavailable');
  });

  it('that does not answer: not sent, within seconds', async () => {
    const deadlines = deadlinesByHand();
    const { proxy, send } = await start(undefined, { deadlines });
    proxy.becomes('is silent');
    const failure = telegram.failureOf(send());
    while (proxy.asked().length === 0) await new Promise(setImmediate);
    await deadlines.pass(CONNECTING);
    expect((await failure).kind).toBe('unavailable');
  });

  it.each(['127.0.0.1', 'x.vn, 127.0.0.1', '*'])('goes directly where NO_PROXY says %s', async (noProxy) => {
    const { proxy, front, probe, send } = await start(undefined, {
      settings: ({ address }) => ({ proxy: address, noProxy }),
    });
    await probe();
    await send();
    expect(proxy.asked()).toEqual([]);
    expect(front.connections()).toBeGreaterThan(0);
  });
});

function expectAllThrough(proxy: Bot['proxy'], front: Bot['front']): void {
  expect(front.connections()).toBeGreaterThan(0);
  expect(front.connections()).toBe(proxy.asked().length);
}

async function onTelegram(login: string | undefined, { settings, deadlines }: More = {}) {
  const [proxy, front] = [await startProxy(login === undefined ? {} : { login }), await startTlsFront()];
  const started = await telegram.startTelegram({
    apiRoot: front.root,
    proxy: settings?.(proxy) ?? { proxy: proxy.address },
    ...(deadlines ? { deadlines: deadlines.clock } : {}),
  });
  front.leadTo(started.fake.apiRoot);
  return { ...started, proxy, front };
}

async function onDiscord(login: string | undefined, { settings, deadlines }: More = {}) {
  const [proxy, front] = [await startProxy(login === undefined ? {} : { login }), await startTlsFront()];
  const started = await discord.startDiscord({
    apiRoot: `${front.root}/api`,
    tlsPort: () => front.port,
    proxy: settings?.(proxy) ?? { proxy: proxy.address },
    ...(deadlines ? { deadlines: deadlines.clock } : {}),
  });
  front.leadTo(started.fake.apiRoot);
  return { ...started, proxy, front };
}

async function telegramBot(...options: Parameters<Started>): Promise<Bot> {
  const { platform, group, ...bot } = await onTelegram(...options);
  return { ...bot, probe: platform.probe, send: () => platform.send(telegram.postTo(group.id, 'Nhắc họp')) };
}

async function discordBot(...options: Parameters<Started>): Promise<Bot> {
  const { platform, channel, ...bot } = await onDiscord(...options);
  return { ...bot, probe: platform.probe, send: () => platform.send(discord.postTo(channel, 'Nhắc họp')) };
}
