import { z } from 'zod';
import { isTimeZone } from './core/local-time.ts';
import { LANGUAGES } from './texts/translator.ts';

const optional = z.string().trim().optional();

const owners = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((owner) => owner.trim())
      .filter((owner) => owner !== ''),
  )
  .refine((list) => list.every((owner) => /^(telegram|discord|console):\S+$/.test(owner)), {
    error: 'must be a list like telegram:123,discord:456',
  });

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
  OWNERS: owners,
  DEFAULT_LANGUAGE: z.enum(LANGUAGES, { error: `must be one of ${LANGUAGES.join(', ')}` }).default('vi'),
  DEFAULT_TIME_ZONE: z
    .string()
    .default('Asia/Ho_Chi_Minh')
    .refine(isTimeZone, { error: 'is not a time zone: write it like Asia/Ho_Chi_Minh' }),
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

/** A setting that is there but empty is one that was left out. */
const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''));

/**
 * Reads the settings, as `.env.example` explains them.
 * @throws ConfigError naming all that is wrong at once, and no value
 */
export const loadConfig = (env: NodeJS.ProcessEnv): Config => {
  const read = settings.safeParse(withoutEmpty(env));
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  throw new ConfigError(`The settings (.env or environment) need a correction:\n${lines.join('\n')}`);
};
