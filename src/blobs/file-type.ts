import { isUtf8 } from 'node:buffer';

const UNKNOWN = 'application/octet-stream';

/** How files begin, in hexadecimal. */
const BEGINNINGS: readonly [RegExp, string][] = [
  [/^ffd8ff/, 'image/jpeg'],
  [/^89504e470d0a1a0a/, 'image/png'],
  [/^47494638/, 'image/gif'],
  [/^52494646.{8}57454250/, 'image/webp'],
  [/^25504446/, 'application/pdf'],
  // `ftyp` and one of the brands isom, iso2–iso9, mp41, mp42, avc1, M4V.
  [/^.{8}66747970(?:69736f6d|69736f3[2-9]|6d70343[12]|61766331|4d345620)/, 'video/mp4'],
];
const ZIP = '504b0304';
const OLE = 'd0cf11e0a1b11ae1';

/** What an archive holds tells what it is. */
const IN_ZIP: readonly [string, string][] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];
const IN_OLE: readonly [string, string][] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
];

/** The media type of a file, told by its content alone. */
export function typeOf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const beginning = file.toString('hex', 0, 16);
  const known = BEGINNINGS.find(([pattern]) => pattern.test(beginning))?.[1];
  if (known !== undefined) return known;
  if (beginning.startsWith(ZIP))
    return IN_ZIP.find(([part]) => file.includes(part))?.[1] ?? 'application/zip';
  if (beginning.startsWith(OLE))
    return IN_OLE.find(([part]) => file.includes(part, 0, 'utf16le'))?.[1] ?? UNKNOWN;
  return isUtf8(file) && !file.includes(0) ? 'text/plain' : UNKNOWN;
}
