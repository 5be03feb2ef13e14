import type { PlatformEntry } from '../entry.ts';

/** Made by tests. */
export const memory: PlatformEntry = {
  name: 'memory',
  title: 'Memory',
  writesFirst: false,
  create: () => undefined,
};
