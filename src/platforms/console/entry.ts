import type { PlatformEntry } from '../entry.ts';

/** Made by the terminal itself, where the settings ask for no platform. */
export const terminal: PlatformEntry = {
  name: 'console',
  title: 'Terminal',
  writesFirst: false,
  create: () => undefined,
};
