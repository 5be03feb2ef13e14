import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../core/clock.ts';
import { type Blobs, describe, shelfName } from './blobs.ts';

/** In memory, beside a database that is there: gone at the end. */
export function memoryBlobs(clock: Clock): Blobs {
  const kept = new Map<string, { bytes: Uint8Array<ArrayBuffer>; at: Temporal.Instant }>();
  const isOlder = (sha256: string, { epochMilliseconds }: Temporal.Instant) =>
    (kept.get(sha256)?.at.epochMilliseconds ?? epochMilliseconds) < epochMilliseconds;
  return {
    keep: async (bytes) => {
      const blob = await describe(bytes);
      kept.set(blob.sha256, { bytes: new Uint8Array(bytes), at: clock.now() });
      return blob;
    },
    read: async (sha256) => {
      const found = kept.get(sha256);
      if (!found) throw new Error(`there is no ${sha256}`);
      return found.bytes;
    },
    sizeOf: async (sha256) => kept.get(sha256)?.bytes.length,
    keptBefore: async (shelf, instant) =>
      [...kept.keys()].filter((name) => name.startsWith(shelfName(shelf)) && isOlder(name, instant)),
    removeKeptBefore: (sha256, instant) => {
      if (isOlder(sha256, instant)) kept.delete(sha256);
    },
    empty: async () => kept.clear(),
  };
}
