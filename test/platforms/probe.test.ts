import { expect, test } from 'vitest';
import { MemoryPlatform } from '../../src/platforms/memory/memory-platform.ts';
import * as discord from './discord/start-discord.ts';
import * as telegram from './telegram/start-telegram.ts';

const { failureOf } = telegram;

test('Telegram answers for the bot in one call that changes nothing, or it is out of reach', async () => {
  const { fake, platform } = await telegram.startTelegram();
  await platform.probe();
  expect(fake.calls().map(({ method }) => method)).toEqual(['getMe']);
  fake.fail('getMe', { kind: 'garbled', body: '{"ok":true,"result":{}}' });
  fake.fail('getMe', { kind: 'page', status: 200 });
  fake.fail('getMe', { kind: 'dropped-after' });
  for (let i = 0; i < 3; i += 1) expect((await failureOf(platform.probe())).kind).toBe('unavailable');
  await platform.probe();
  await fake.close();
  expect((await failureOf(platform.probe())).kind).toBe('unavailable');
});

test('Discord answers for the bot in one call that changes nothing, or it is out of reach', async () => {
  const { fake, platform } = await discord.startDiscord();
  await platform.probe();
  expect(fake.calls().map(({ route }) => route)).toEqual(['GET /users/@me']);
  fake.fail('GET /users/@me', { kind: 'garbled', body: '{}' });
  fake.fail('GET /users/@me', { kind: 'page', status: 200 });
  fake.fail('GET /users/@me', { kind: 'dropped-after' });
  for (let i = 0; i < 3; i += 1) expect((await failureOf(platform.probe())).kind).toBe('unavailable');
  await platform.probe();
  await fake.close();
  expect((await failureOf(platform.probe())).kind).toBe('unavailable');
});

test('a platform that refuses the token does not answer for the bot', async () => {
  const there = await telegram.startTelegram({ botToken: '7100000001:AAF-not_the_token_of_this_bot_at_all' });
  expect((await failureOf(there.platform.probe())).kind).toBe('unavailable');
  const here = await discord.startDiscord({ botToken: 'MTA1x.Gx.wrong_token_of_the_bot_here' });
  expect((await failureOf(here.platform.probe())).kind).toBe('unavailable');
});

test('what is kept in memory answers as it is told', async () => {
  const platform = new MemoryPlatform();
  await platform.probe();
  platform.probeFailure = 'unavailable';
  expect((await failureOf(platform.probe())).kind).toBe('unavailable');
});
