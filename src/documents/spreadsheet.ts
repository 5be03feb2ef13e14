import module from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SpreadsheetRead } from '../core/spreadsheet.ts';

/** What a file may take, however it was made: beyond that its thread is ended, and nothing else. */
const BOUNDS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 } as const;
const MOST_SECONDS = 20;

/**
 * Reads an .xlsx or .csv file in a thread of its own, with bounds on memory and time. One that goes beyond them is
 * too large.
 */
export function readSpreadsheet(name: string, bytes: Uint8Array): Promise<SpreadsheetRead> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./spreadsheets/thread.ts', import.meta.url), {
      workerData: { name, bytes },
      resourceLimits: BOUNDS,
      // Neither the settings nor how the program was started are any business of a file.
      env: compiledBefore(),
      execArgv: [],
    });
    const tooLong = setTimeout(() => void thread.terminate(), MOST_SECONDS * 1000);
    thread.on('message', (read: SpreadsheetRead) => resolve(read));
    // Out of memory; whatever else goes wrong is said of the file too.
    thread.on('error', () => resolve({ kind: 'too-large' }));
    thread.on('exit', () => {
      clearTimeout(tooLong);
      resolve({ kind: 'too-large' });
    });
  });
}

/** Where the program keeps what Node makes of the sources, so that a thread need not make it anew: half of its work. */
function compiledBefore(): Record<string, string> {
  const folder = module.getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}
