import { randomUUID } from 'node:crypto';
import { statSync, unlinkSync, utimesSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { platform } from 'node:os';
import { dirname, join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../core/clock.ts';
import { type Blobs, describe, shelfName } from './blobs.ts';

const ONLY_OURS = { folder: 0o700, file: 0o600 } as const;

/** In a folder, a file for each content: `ab/abcdef…`. When it was last kept is when the file was last changed. */
export function folderBlobs(folder: string, clock: Clock): Blobs {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    keep: async (bytes) => {
      const blob = await describe(bytes);
      const path = pathOf(blob.sha256);
      if (!keepOn(path, blob.size, clock.now())) await write(path, bytes, clock.now());
      return blob;
    },
    read: (sha256) => readFile(pathOf(sha256)),
    sizeOf: async (sha256) => (await statsOf(pathOf(sha256)))?.size,
    keptBefore: async (shelf, instant) => {
      const place = join(folder, shelfName(shelf));
      const names = await readdir(place).catch(nothingThere);
      const dated = (names ?? []).map(async (name) => ({ name, stats: await statsOf(join(place, name)) }));
      return (await Promise.all(dated))
        .filter(({ stats }) => stats && stats.mtimeMs < instant.epochMilliseconds)
        .map(({ name }) => name);
    },
    removeKeptBefore: (sha256, instant) => {
      // At one go, so that nobody can keep it between the look and the removal.
      const stats = statSync(pathOf(sha256), { throwIfNoEntry: false });
      if (stats && stats.mtimeMs < instant.epochMilliseconds) unlinkSync(pathOf(sha256));
    },
    empty: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Notes that a file which is there is kept now; false when it is not, or not whole. */
function keepOn(path: string, size: number, now: Temporal.Instant): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== size) return false;
  utimesSync(path, secondsOf(now), secondsOf(now));
  return true;
}

function secondsOf({ epochMilliseconds }: Temporal.Instant): number {
  return epochMilliseconds / 1000;
}

/** Under its name the file is there whole or not at all, and on disk when this resolves. */
async function write(path: string, bytes: Uint8Array, now: Temporal.Instant): Promise<void> {
  const shelf = dirname(path);
  const made = await mkdir(shelf, { recursive: true, mode: ONLY_OURS.folder });
  const draft = `${path}.${randomUUID()}`;
  try {
    const file = await open(draft, 'wx', ONLY_OURS.file);
    try {
      await file.writeFile(bytes);
      await file.utimes(secondsOf(now), secondsOf(now));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(shelf);
  if (made === undefined) return;
  await syncFolder(dirname(shelf));
  await syncFolder(dirname(dirname(shelf)));
}

/** Brings to disk what files a folder holds. Windows has no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (platform() === 'win32') return;
  const opened = await open(folder);
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

function statsOf(path: string) {
  return stat(path).catch(nothingThere);
}

function nothingThere(error: unknown): undefined {
  if (Reflect.get(Object(error), 'code') !== 'ENOENT') throw error;
}
