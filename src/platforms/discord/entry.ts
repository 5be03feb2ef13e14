import type { PlatformEntry } from '../entry.ts';
import { createDiscordPlatform } from './discord-platform.ts';

export const discord: PlatformEntry = {
  name: 'discord',
  title: 'Discord',
  writesFirst: true,
  create: ({
    DISCORD_TOKEN: token,
    DISCORD_API_ROOT: apiRoot,
    DISCORD_GUILD_ID: guildId,
    DISCORD_SHARDS: shards,
  }) =>
    token === undefined
      ? undefined
      : (deps) => createDiscordPlatform({ ...deps, token, apiRoot, guildId, shards }),
};
