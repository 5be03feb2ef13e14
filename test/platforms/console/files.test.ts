import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import type { OutgoingFile } from '../../../src/chat/message.ts';
import { ConsolePlatform } from '../../../src/platforms/console/console-platform.ts';
import { markup } from '../../../src/texts/markup.ts';
import { translator } from '../../../src/texts/translator.ts';

it('a file that the bot sends is put into a folder, and a line names it', async () => {
  const { folder, printed } = await show([made('lịch ấp 2.ics')]);
  expect(printed).toContain(`📎 Tệp: ${join(folder, 'lịch ấp 2.ics')}`);
  expect(readFileSync(join(folder, 'lịch ấp 2.ics'), 'utf8')).toBe('BEGIN');
});

it('a name never leads out of the folder', async () => {
  const { folder } = await show([made('../../etc/passwd'), made('..'), made('/a\0b')]);
  expect(readdirSync(folder).toSorted()).toHaveLength(3);
});

it('a file that another platform holds is only named', async () => {
  const { printed } = await show([{ name: 'di chúc.pdf', mimeType: 'application/pdf', fileId: 'x' }]);
  expect(printed).toContain('📎 Tệp: di chúc.pdf');
});

/** What the terminal shows for a message with files, and the folder that they are put into. */
async function show(files: OutgoingFile[]) {
  const folder = join(mkdtempSync(join(tmpdir(), 'terminal-')), 'data');
  const printed: string[] = [];
  const output = { write: (text: string) => void printed.push(text) };
  const streams = { input: new PassThrough(), output, interactive: false, folder };
  const platform = new ConsolePlatform(streams, translator('vi'));
  await platform.send({
    target: { channel: 'terminal' },
    message: { text: markup('Lịch'), files },
    key: 'k',
  });
  return { folder, printed: printed.join('') };
}

function made(name: string): OutgoingFile {
  return {
    name,
    mimeType: 'text/calendar',
    content: Buffer.from('BEGIN').toString('base64'),
  };
}
