import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { hostileFiles } from '../support/hostile-files.ts';
import { newFolder, PATIENTLY } from '../support/program.ts';

const READER = join(import.meta.dirname, '../support/read-hostile-files.ts');
/** The program itself, a file that is read, and what the thread may take. */
const MOST_MEGABYTES = 500;

const seenSchema = z.object({
  name: z.string(),
  kind: z.string(),
  megabytes: z.number(),
  milliseconds: z.number(),
});

test(
  'no file takes down the process that reads it, nor more memory than it may, and each has its answer',
  PATIENTLY,
  async () => {
    const folder = newFolder();
    const files = hostileFiles().map((file, at) => ({
      ...file,
      name: `${String(at).padStart(2, '0')}-${file.name}`,
    }));
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    const { stdout } = await promisify(execFile)(process.execPath, [READER, folder]);
    const seen = stdout
      .trim()
      .split('\n')
      .map((line) => seenSchema.parse(JSON.parse(line)));
    const most = Math.max(...seen.map(({ megabytes }) => megabytes));
    const longest = Math.max(...seen.map(({ milliseconds }) => milliseconds));
    process.stdout.write(
      `${files.length} hostile files: the process takes ${most} MB at most, the longest ${longest} ms\n`,
    );
    expect(seen.map(({ name, kind }) => [name, kind])).toEqual(
      files.map(({ name, answer }) => [name, answer]),
    );
    expect(most).toBeLessThan(MOST_MEGABYTES);
  },
);
