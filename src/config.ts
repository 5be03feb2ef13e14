import { z } from 'zod';
import { LANGUAGES } from './core/languages.ts';
import { isTimeZone } from './core/local-time.ts';

/** The ports of a webhook (core.telegram.org/bots/api#setwebhook); 443 needs no mention. */
const DELIVERED_TO = new Set(['', '80', '88', '8443']);

const optional = z.string().trim().optional();

const settings = z.object({
  DATABASE_URL: z
    .string()
    .optional()
    .refine((url) => url === undefined || /^sqlite:.+/.test(url), {
      error: 'must be like sqlite:data/neu-guong.db',
    }),
  TELEGRAM_BOT_TOKEN: optional.refine((token) => token === undefined || /^\d+:[\w-]+$/.test(token), {
    error: 'is not a token: BotFather gives it as 123456:ABC-def…',
  }),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://api.telegram.org' })
    .default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_URL: z
    .url({ protocol: /^https$/, error: 'must be an address like https://bot.example.vn/telegram' })
    .refine((url) => DELIVERED_TO.has(URL.parse(url)?.port ?? ''), {
      error: 'must be an address that Telegram delivers to: its port is 443, 80, 88 or 8443',
    })
    .optional(),
  TELEGRAM_MESSAGES_PER_SECOND: limit(30),
  TELEGRAM_MESSAGES_PER_CHAT_PER_SECOND: limit(1),
  TELEGRAM_MESSAGES_PER_GROUP_PER_MINUTE: limit(20),
  DISCORD_TOKEN: optional.refine((token) => token === undefined || /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token), {
    error: 'is not a token: the developer portal gives it as three parts with dots between them',
  }),
  DISCORD_API_ROOT: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://discord.com/api' })
    .default('https://discord.com/api'),
  DISCORD_GUILD_ID: optional.refine((id) => id === undefined || /^\d{17,20}$/.test(id), {
    error: 'must be the number of a server: Discord copies it with developer mode on',
  }),
  DISCORD_SHARDS: z
    .union(
      [
        z.literal('auto'),
        z
          .string()
          .regex(/^[1-9]\d{0,3}$/)
          .transform(Number),
      ],
      {
        error: 'must be a whole number from 1, or auto',
      },
    )
    .default(1),
  OWNERS: ownersOn(undefined),
  DEFAULT_LANGUAGE: z.enum(LANGUAGES, { error: `must be one of ${LANGUAGES.join(', ')}` }).default('vi'),
  DEFAULT_TIME_ZONE: z
    .string()
    .default('Asia/Ho_Chi_Minh')
    .refine(isTimeZone, { error: 'is not a time zone: write it like Asia/Ho_Chi_Minh' }),
  HTTP_PORT: z
    .string()
    .transform(Number)
    .refine((port) => Number.isInteger(port) && port > 0 && port < 65_536, {
      error: 'must be a port: a whole number from 1 to 65535',
    })
    .optional(),
  HTTP_HOST: z.string().trim().default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://bot.example.vn' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  HTTPS_PROXY: z
    .url({ protocol: /^https?$/, error: 'must be an address like http://proxy.example.vn:3128' })
    .refine(() => knowsProxies(process.versions.node), { error: 'needs Node.js 24.5, or 22.21, or newer' })
    .optional(),
  NO_PROXY: optional,
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be one of trace, debug, info, warn, error, silent',
    })
    .default('info'),
});

export type Config = z.infer<typeof settings>;

/** The settings are wrong; the message names every one that is, in words. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the settings, as `.env.example` explains them. `platforms`: the names of those that owners may be on.
 * @throws ConfigError naming all that is wrong at once, and no value
 */
export function loadConfig(env: NodeJS.ProcessEnv, platforms?: readonly string[]): Config {
  const read = settings
    .extend({ OWNERS: ownersOn(platforms) })
    .refine(({ TELEGRAM_WEBHOOK_URL: url, HTTP_PORT: port }) => url === undefined || port !== undefined, {
      path: ['TELEGRAM_WEBHOOK_URL'],
      error: 'needs HTTP_PORT: the bot takes updates in there, behind a proxy with https',
    })
    .safeParse(withoutEmpty({ HTTPS_PROXY: env['https_proxy'], NO_PROXY: env['no_proxy'], ...env }));
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  throw new ConfigError(`The settings (.env or environment) need a correction:\n${lines.join('\n')}`);
}

/** Whether Node's own connections can go through a proxy. */
function knowsProxies(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 5) || (major === 22 && minor >= 21);
}

/** A setting that is there but empty is one that was left out. */
function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => (value ?? '').trim() !== ''));
}

/** Whom the installation belongs to: `telegram:123`, a comma between them. */
function ownersOn(platforms: readonly string[] | undefined) {
  const isOwner = (owner: string) => {
    const [, platform = ''] = /^([a-z]+):\S+$/.exec(owner) ?? [];
    return platform !== '' && (platforms?.includes(platform) ?? true);
  };
  return z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((owner) => owner.trim())
        .filter((owner) => owner !== ''),
    )
    .refine((list) => list.every(isOwner), { error: 'must be a list like telegram:123,discord:456' });
}

/** How many messages a platform takes in a span of time. */
function limit(usual: number) {
  return z
    .string()
    .regex(/^[1-9]\d{0,5}$/, { error: 'must be a whole number from 1' })
    .transform(Number)
    .default(usual);
}
