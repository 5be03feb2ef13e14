import type { PlatformEntry } from '../entry.ts';

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
      : async (deps) => {
          const { createDiscordPlatform } = await import('./discord-platform.ts');
          return createDiscordPlatform({ ...deps, token, apiRoot, guildId, shards });
        },
};
