import type { Clock } from '../core/clock.ts';
import type { Blobs } from './blobs.ts';
import { folderBlobs } from './folder-blobs.ts';
import { memoryBlobs } from './memory-blobs.ts';

/** The files beside the database that `sqlite:<path>` names, in `<path>.blobs`; in memory where that is. */
export function openBlobs(databaseUrl: string, clock: Clock): Blobs {
  const path = databaseUrl.replace(/^sqlite:/, '');
  return path === ':memory:' ? memoryBlobs(clock) : folderBlobs(`${path}.blobs`, clock);
}
