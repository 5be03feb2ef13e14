import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../src/config.ts';

describe('the settings', () => {
  it('have a default for everything', () => {
    const config = loadConfig({});
    expect(config.DEFAULT_LANGUAGE).toBe('vi');
    expect(config.DEFAULT_TIME_ZONE).toBe('Asia/Ho_Chi_Minh');
    expect(config.TELEGRAM_BOT_TOKEN).toBeUndefined();
    expect(config.OWNERS).toEqual([]);
  });

  it('take an empty setting for one that was left out', () => {
    expect(loadConfig({ TELEGRAM_BOT_TOKEN: ' ', LOG_LEVEL: '' }).LOG_LEVEL).toBe('info');
  });

  it('read the owners as a list', () => {
    expect(loadConfig({ OWNERS: 'telegram:123, discord:456' }).OWNERS).toEqual([
      'telegram:123',
      'discord:456',
    ]);
  });

  it('name everything that is wrong at once, without showing a value', () => {
    const message = messageOf({
      TELEGRAM_BOT_TOKEN: 'very-secret',
      DEFAULT_TIME_ZONE: 'Saigon/Center',
      LOG_LEVEL: 'loud',
    });
    expect(message).toContain('TELEGRAM_BOT_TOKEN is not a token');
    expect(message).toContain('DEFAULT_TIME_ZONE is not a time zone');
    expect(message).toContain('LOG_LEVEL must be one of');
    expect(message).not.toContain('very-secret');
  });

  it.each([
    ['DATABASE_URL', 'mysql://x'],
    ['TELEGRAM_API_ROOT', 'not an address'],
    ['OWNERS', '123'],
    ['DISCORD_API_ROOT', 'not an address'],
    ['TELEGRAM_WEBHOOK_URL', 'http://bot.example.vn/telegram'],
    ['TELEGRAM_WEBHOOK_URL', 'https://bot.example.vn:8080/telegram'],
    ['HTTPS_PROXY', 'proxy.example.vn:3128'],
    ['HTTPS_PROXY', 'socks5://an:mat-khau@proxy.example.vn'],
    ['DISCORD_GUILD_ID', 'my server'],
    ['DISCORD_SHARDS', '0'],
    ['DEFAULT_LANGUAGE', 'fr'],
    ['HTTP_PORT', '0'],
    ['HTTP_PORT', '80a'],
    ['PUBLIC_URL', 'bot.example.vn'],
  ])('say in words what %s must look like', (name, value) => {
    expect(messageOf({ [name]: value })).toMatch(new RegExp(`${name} must be`));
  });

  it('want a port for a webhook to come in at', () => {
    const url = 'https://bot.example.vn/telegram';
    expect(messageOf({ TELEGRAM_WEBHOOK_URL: url })).toContain('TELEGRAM_WEBHOOK_URL needs HTTP_PORT');
    expect(loadConfig({ TELEGRAM_WEBHOOK_URL: url, HTTP_PORT: '8080' }).TELEGRAM_WEBHOOK_URL).toBe(url);
  });

  it('take the proxy by either of its names, and do not show its password', () => {
    const proxy = 'http://an:mat-khau@proxy.example.vn:3128';
    expect(loadConfig({ HTTPS_PROXY: proxy, NO_PROXY: '.vn' })).toMatchObject({
      HTTPS_PROXY: proxy,
      NO_PROXY: '.vn',
    });
    expect(loadConfig({ https_proxy: proxy, no_proxy: '.vn' })).toMatchObject({
      HTTPS_PROXY: proxy,
      NO_PROXY: '.vn',
    });
    expect(messageOf({ HTTPS_PROXY: 'an:mat-khau@proxy' })).not.toContain('mat-khau');
  });

  it('are all explained in .env.example', () => {
    const example = readFileSync('.env.example', 'utf8');
    const explained = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(explained.toSorted()).toEqual(
      Object.keys(loadConfig({}))
        .concat(
          'DATABASE_URL',
          'TELEGRAM_BOT_TOKEN',
          'TELEGRAM_WEBHOOK_URL',
          'HTTPS_PROXY',
          'NO_PROXY',
          'DISCORD_TOKEN',
          'DISCORD_GUILD_ID',
          'HTTP_PORT',
          'PUBLIC_URL',
        )
        .toSorted(),
    );
  });
});

function messageOf(env: Record<string, string>): string {
  try {
    loadConfig(env);
    return '';
  } catch (error) {
    return error instanceof ConfigError ? error.message : `${error}`;
  }
}
