import { mkdtempSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Blobs, MOST_BYTES } from '../../src/blobs/blobs.ts';
import { openBlobs } from '../../src/blobs/open-blobs.ts';
import { manualClock } from '../support/manual-clock.ts';

const HELLO = Buffer.from('hello');
/** As `sha256sum` says. */
const HELLO_NAME = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
const HELLO_SHELF = 0x2c;
const HOUR = 3_600_000;

describe.each(['on disk', 'in memory'])('files %s', (where) => {
  it('are named by their content, and read back as they were', async () => {
    const { blobs } = open(where);
    expect(await blobs.keep(HELLO)).toEqual({ sha256: HELLO_NAME, size: 5, mimeType: 'text/plain' });
    expect(Buffer.from(await blobs.read(HELLO_NAME)).toString()).toBe('hello');
    expect(await blobs.sizeOf(HELLO_NAME)).toBe(5);
  });

  it('that are not there have no size and cannot be read', async () => {
    const { blobs } = open(where);
    expect(await blobs.sizeOf(HELLO_NAME)).toBeUndefined();
    await expect(blobs.read(HELLO_NAME)).rejects.toThrow();
  });

  it('are 20 MB at most', async () => {
    const { blobs } = open(where);
    expect(await blobs.keep(Buffer.alloc(MOST_BYTES))).toMatchObject({ size: MOST_BYTES });
    await expect(blobs.keep(Buffer.alloc(MOST_BYTES + 1))).rejects.toThrow(RangeError);
  });

  it('are listed on their shelf by when they were last kept', async () => {
    const { blobs, clock } = open(where);
    const begun = clock.now();
    await blobs.keep(HELLO);
    await clock.advance(HOUR);
    expect(await blobs.keptBefore(HELLO_SHELF, begun)).toEqual([]);
    expect(await blobs.keptBefore(HELLO_SHELF, clock.now())).toEqual([HELLO_NAME]);
    expect(await blobs.keptBefore(HELLO_SHELF + 1, clock.now())).toEqual([]);
    await blobs.keep(HELLO);
    expect(await blobs.keptBefore(HELLO_SHELF, clock.now())).toEqual([]);
  });

  it('are removed only if they were not kept again since', async () => {
    const { blobs, clock } = open(where);
    await blobs.keep(HELLO);
    await clock.advance(HOUR);
    const before = clock.now();
    await blobs.keep(HELLO);
    blobs.removeKeptBefore(HELLO_NAME, before);
    expect(await blobs.sizeOf(HELLO_NAME)).toBe(5);
    await clock.advance(HOUR);
    blobs.removeKeptBefore(HELLO_NAME, clock.now());
    blobs.removeKeptBefore(HELLO_NAME, clock.now());
    expect(await blobs.sizeOf(HELLO_NAME)).toBeUndefined();
  });

  it('are all gone when they are emptied out, and can be kept anew', async () => {
    const { blobs } = open(where);
    await blobs.keep(HELLO);
    await blobs.empty();
    expect(await blobs.sizeOf(HELLO_NAME)).toBeUndefined();
    await blobs.keep(HELLO);
    expect(await blobs.sizeOf(HELLO_NAME)).toBe(5);
  });
});

describe('files on disk', () => {
  it('lie beside the database, each content once, and nobody else may look', async () => {
    const { blobs, folder } = open('on disk');
    await Promise.all([blobs.keep(HELLO), blobs.keep(HELLO), blobs.keep(Buffer.from('other'))]);
    await blobs.keep(HELLO);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => statSync(join(folder, name)).isFile());
    expect(files).toHaveLength(2);
    expect(files).toContain(join('2c', HELLO_NAME));
    for (const name of ['', ...names]) {
      const stats = statSync(join(folder, name));
      expect((stats.mode & 0o777).toString(8)).toBe(stats.isFile() ? '600' : '700');
    }
  });

  it('are there for the next process', async () => {
    const { blobs, url, clock } = open('on disk');
    await blobs.keep(HELLO);
    expect(Buffer.from(await openBlobs(url, clock).read(HELLO_NAME)).toString()).toBe('hello');
  });

  it('are written anew where a file was cut off', async () => {
    const { blobs, folder } = open('on disk');
    await blobs.keep(HELLO);
    truncateSync(join(folder, '2c', HELLO_NAME), 2);
    await blobs.keep(HELLO);
    expect(readFileSync(join(folder, '2c', HELLO_NAME), 'utf8')).toBe('hello');
  });

  it('leave what a crash cut off to be found on the same shelf', async () => {
    const { blobs, folder, clock } = open('on disk');
    await blobs.keep(HELLO);
    const draft = `${HELLO_NAME}.0b5b4f9e`;
    writeFileSync(join(folder, '2c', draft), 'he');
    const ages = clock.now().add({ hours: 24 * 10_000 });
    expect(await blobs.keptBefore(HELLO_SHELF, ages)).toEqual([HELLO_NAME, draft]);
    blobs.removeKeptBefore(draft, ages);
    expect(readdirSync(join(folder, '2c'))).toEqual([HELLO_NAME]);
  });
});

function open(where: string): ReturnType<typeof onDisk> {
  if (where === 'on disk') return onDisk();
  const clock = manualClock('2026-12-01T00:00:00Z');
  return { blobs: openBlobs('sqlite::memory:', clock), clock, url: '', folder: '' };
}

function onDisk() {
  const clock = manualClock('2026-12-01T00:00:00Z');
  const url = `sqlite:${join(mkdtempSync(join(tmpdir(), 'neu-guong-')), 'bot.db')}`;
  const blobs: Blobs = openBlobs(url, clock);
  return { blobs, clock, url, folder: `${url.replace('sqlite:', '')}.blobs` };
}
