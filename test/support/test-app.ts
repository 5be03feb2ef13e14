import type { App } from '../../src/app.ts';
import { memoryBlobs } from '../../src/blobs/memory-blobs.ts';
import { loadConfig } from '../../src/config.ts';
import { createCounters } from '../../src/core/counters.ts';
import { newId } from '../../src/core/ids.ts';
import { sealWith } from '../../src/core/seal.ts';
import { titleOf, writesFirst } from '../../src/platforms/index.ts';

/** What a bot under test works with: what is not given is as usual. */
export function testApp(given: Pick<App, 'db' | 'clock' | 'log'> & Partial<App>): App {
  return {
    blobs: memoryBlobs(given.clock),
    config: loadConfig({}),
    newId,
    seal: sealWith(Buffer.from('the key of a test')),
    count: createCounters().count,
    titleOf,
    writesFirst,
    ...given,
  };
}
