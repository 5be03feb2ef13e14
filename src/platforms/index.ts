import type { Abilities } from '../chat/platform.ts';
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

/** Of a platform that is not known any more nothing is expected. */
const UNKNOWN: Abilities = { writesFirst: false };

export function abilitiesOf(name: string): Abilities {
  return platforms.find((platform) => platform.name === name)?.abilities ?? UNKNOWN;
}
