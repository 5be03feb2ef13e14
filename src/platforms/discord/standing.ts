import { type Client, DiscordAPIError, type Guild, PermissionFlagsBits } from 'discord.js';
import { PlatformError, type Standing } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import { CODES, toPlatformError } from './errors.ts';

const NOBODY: readonly (number | string)[] = [CODES.unknownMember, CODES.unknownUser];
const KNOWN_FOR = 60_000;

/** What accounts are in channels, by the rights that the server gives them. */
export class Standings {
  readonly #clock: Clock;
  readonly #seen = new Map<string, { standing: Standing; until: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** An interaction says what its sender is: for a while that need not be asked. */
  note(channel: string, account: string, standing: Standing): void {
    const now = this.#clock.now().epochMilliseconds;
    for (const [key, { until }] of this.#seen) {
      if (until > now) break;
      this.#seen.delete(key);
    }
    this.#seen.delete(`${channel}:${account}`);
    this.#seen.set(`${channel}:${account}`, { standing, until: now + KNOWN_FOR });
  }

  /** @throws PlatformError when Discord cannot say */
  async of(client: Client | undefined, channel: string, account: string): Promise<Standing> {
    if (channel === account) return 'member';
    const seen = this.#seen.get(`${channel}:${account}`);
    if (seen && seen.until > this.#clock.now().epochMilliseconds) return seen.standing;
    if (!client) throw new PlatformError('unavailable', 'the session with Discord has not begun');
    const guild = guildOf(client, channel);
    if (!guild) throw new PlatformError('gone', 'the bot is in no such channel');
    return /^\d+$/.test(account) ? ask(guild, account) : 'stranger';
  }
}

function guildOf(client: Client, channelId: string): Guild | undefined {
  const channel = client.channels.cache.get(channelId);
  return channel && !channel.isDMBased() ? channel.guild : undefined;
}

async function ask(guild: Guild, account: string): Promise<Standing> {
  try {
    const member = await guild.members.fetch({ user: account, force: true, cache: false });
    return member.permissions.has(PermissionFlagsBits.ManageGuild) ? 'administrator' : 'member';
  } catch (error) {
    if (error instanceof DiscordAPIError && NOBODY.includes(error.code)) return 'stranger';
    throw toPlatformError(error, 'GET …/members', true);
  }
}
