import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { memoryBlobs } from '../../../src/blobs/memory-blobs.ts';
import type { OutgoingFile } from '../../../src/chat/message.ts';
import { ConsolePlatform } from '../../../src/platforms/console/console-platform.ts';
import { markup } from '../../../src/texts/markup.ts';
import { translator } from '../../../src/texts/translator.ts';
import { manualClock } from '../../support/manual-clock.ts';

const blobs = memoryBlobs(manualClock('2026-12-01T00:00:00Z'));

it('a file that the bot sends is put into a folder, and a line names it', async () => {
  const { folder, printed } = await show([await made('lịch ấp 2.ics')]);
  expect(printed).toContain(`📎 Tệp: ${join(folder, 'lịch ấp 2.ics')}`);
  expect(readFileSync(join(folder, 'lịch ấp 2.ics'), 'utf8')).toBe('BEGIN');
});

it('a name never leads out of the folder', async () => {
  const { folder } = await show(await Promise.all(['../../etc/passwd', '..', '/a\0b'].map(made)));
  expect(readdirSync(folder).toSorted()).toHaveLength(3);
});

it('a file that is not there any more is a failure that the bot understands', async () => {
  const file = { name: 'di chúc.pdf', mimeType: 'application/pdf', blob: '0'.repeat(64) };
  await expect(show([file])).rejects.toMatchObject({ kind: 'rejected' });
});

/** What the terminal shows for a message with files, and the folder that they are put into. */
async function show(files: OutgoingFile[]) {
  const folder = join(mkdtempSync(join(tmpdir(), 'terminal-')), 'data');
  const printed: string[] = [];
  const output = { write: (text: string) => void printed.push(text) };
  const streams = { input: new PassThrough(), output, interactive: false, folder };
  const platform = new ConsolePlatform(streams, translator('vi'), blobs.read);
  await platform.send({
    target: { channel: 'terminal' },
    message: { text: markup('Lịch'), files },
    key: 'k',
  });
  return { folder, printed: printed.join('') };
}

async function made(name: string): Promise<OutgoingFile> {
  const { sha256 } = await blobs.keep(Buffer.from('BEGIN'));
  return {
    name,
    mimeType: 'text/calendar',
    blob: sha256,
  };
}
