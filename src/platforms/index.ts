import { terminal } from './console/entry.ts';
import { discord } from './discord/entry.ts';
import type { PlatformEntry } from './entry.ts';
import { memory } from './memory/entry.ts';
import { telegram } from './telegram/entry.ts';

/** Every platform of the bot. */
export const platforms: readonly PlatformEntry[] = [telegram, discord, terminal, memory];

/** What people call a platform; of one that is not known any more, its name. */
export function titleOf(name: string): string {
  return platforms.find((platform) => platform.name === name)?.title ?? name;
}

/** Whether the bot may write to a person who has never written to it. */
export function writesFirst(name: string): boolean {
  return platforms.find((platform) => platform.name === name)?.writesFirst ?? false;
}
