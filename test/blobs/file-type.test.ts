import { expect, it } from 'vitest';
import { typeOf } from '../../src/blobs/file-type.ts';
import { workbook } from '../support/workbook.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

it.each<[string, Uint8Array, string]>([
  ['a JPEG picture', hex('ffd8ffe000104a464946'), 'image/jpeg'],
  ['a PNG picture', hex('89504e470d0a1a0a0000'), 'image/png'],
  ['a GIF picture', Buffer.from('GIF89a…'), 'image/gif'],
  ['a WebP picture', Buffer.from('RIFF\x24\x00\x00\x00WEBPVP8 ', 'latin1'), 'image/webp'],
  ['a sound in the same wrapping', Buffer.from('RIFF\x24\x00\x00\x00WAVEfmt \x00', 'latin1'), unknown()],
  ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ', 'latin1'), 'application/pdf'],
  ['an MP4 video', Buffer.from('\x00\x00\x00\x20ftypisom\x00\x00\x02', 'latin1'), 'video/mp4'],
  ['a HEIC picture in the same wrapping', Buffer.from('\x00\x00\x00\x18ftypheic\x00', 'latin1'), unknown()],
  ['an Excel file', workbook([['a']]), EXCEL],
  ['a Word file', Buffer.from('PK\x03\x04\x14\x00 … word/document.xml …', 'latin1'), WORD],
  ['another archive', Buffer.from('PK\x03\x04\x14\x00 … a.txt …', 'latin1'), 'application/zip'],
  ['an old Word file', ole('WordDocument'), 'application/msword'],
  ['an old Excel file', ole('Workbook'), 'application/vnd.ms-excel'],
  ['a text', Buffer.from('Tháng;Chuyên đề\n1;Học tập'), 'text/plain'],
  ['nothing', new Uint8Array(), 'text/plain'],
  ['a text in an old encoding', Buffer.from('Chuy\xean \xf0\xea', 'latin1'), unknown()],
  ['a program', Buffer.from('\x7fELF\x02\x01\x01\x00', 'latin1'), unknown()],
  ['a page that calls itself a picture', Buffer.from('<html>'), 'text/plain'],
])('%s is known by its content', (_, bytes, mimeType) => {
  expect(typeOf(bytes)).toBe(mimeType);
});

it('is told by the bytes themselves, wherever they lie', () => {
  const all = new Uint8Array([0, 0, 0, 0xff, 0xd8, 0xff, 0xe0]);
  expect(typeOf(all.subarray(3))).toBe('image/jpeg');
});

function unknown(): string {
  return 'application/octet-stream';
}

function hex(digits: string): Uint8Array {
  return Buffer.from(digits, 'hex');
}

function ole(part: string): Uint8Array {
  return Buffer.concat([hex('d0cf11e0a1b11ae1'), Buffer.alloc(600), Buffer.from(part, 'utf16le')]);
}
