import type { PlatformEntry } from '../entry.ts';
import { createTelegramPlatform } from './telegram-platform.ts';

export const telegram: PlatformEntry = {
  name: 'telegram',
  title: 'Telegram',
  create: ({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_WEBHOOK_URL: webhookUrl }) =>
    token === undefined
      ? undefined
      : (deps) => createTelegramPlatform({ ...deps, token, apiRoot, webhookUrl }),
};
