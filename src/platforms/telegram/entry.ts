import type { PlatformEntry } from '../entry.ts';

export const telegram: PlatformEntry = {
  name: 'telegram',
  title: 'Telegram',
  writesFirst: false,
  create: (config) => {
    const {
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: apiRoot,
      TELEGRAM_WEBHOOK_URL: webhookUrl,
    } = config;
    if (token === undefined) return undefined;
    const limits = {
      perSecond: config.TELEGRAM_MESSAGES_PER_SECOND,
      perChannelPerSecond: config.TELEGRAM_MESSAGES_PER_CHAT_PER_SECOND,
      perGroupPerMinute: config.TELEGRAM_MESSAGES_PER_GROUP_PER_MINUTE,
    };
    return async (deps) => {
      const { createTelegramPlatform } = await import('./telegram-platform.ts');
      return createTelegramPlatform({ ...deps, token, apiRoot, webhookUrl, limits });
    };
  },
};
