import { type Client, DiscordAPIError, type Guild, PermissionFlagsBits } from 'discord.js';
import { PlatformError, type Standing } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import { Remembered } from '../../core/remembered.ts';
import { CODES, toPlatformError } from './errors.ts';

const NOBODY: readonly (number | string)[] = [CODES.unknownMember, CODES.unknownUser];
const KNOWN_FOR = 60_000;

/** What accounts are in channels, by the rights that the server gives them. */
export class Standings {
  readonly #seen: Remembered<Standing>;

  constructor(clock: Clock) {
    this.#seen = new Remembered(clock, KNOWN_FOR);
  }

  /** An interaction says what its sender is: for a while that need not be asked. */
  note(channel: string, account: string, standing: Standing): void {
    this.#seen.set(`${channel}:${account}`, standing);
  }

  /** @throws PlatformError when Discord cannot say */
  async of(client: Client | undefined, channel: string, account: string): Promise<Standing> {
    if (channel === account) return 'member';
    const seen = this.#seen.get(`${channel}:${account}`);
    if (seen) return seen;
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
