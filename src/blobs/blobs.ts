import type { Temporal } from 'temporal-polyfill';
import { typeOf } from './file-type.ts';

/** A file, as far as its content tells. */
export type Blob = {
  /** Of its content, in hexadecimal: by this it is named. */
  sha256: string;
  /** In bytes. */
  size: number;
  mimeType: string;
};

/** The files that people send or get, each named by its content, so that the same one is there once. */
export type Blobs = {
  /** It is there for good when this resolves. @throws RangeError for one larger than `MOST_BYTES` */
  keep(bytes: Uint8Array): Promise<Blob>;
  /** @throws Error when it is not there */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
  /** In bytes; nothing when it is not there. */
  sizeOf(sha256: string): Promise<number | undefined>;
  /** What lies on one of the `SHELVES` shelves and was last kept before an instant. */
  keptBefore(shelf: number, instant: Temporal.Instant): Promise<string[]>;
  /** Takes it away, unless it has been kept again since. */
  removeKeptBefore(sha256: string, instant: Temporal.Instant): void;
  /** Takes everything away. */
  empty(): Promise<void>;
};

/** As much as Telegram lets a bot fetch (core.telegram.org/bots/api#getfile). */
export const MOST_BYTES = 20 * 1024 * 1024;
/** A shelf for each first byte of a name, so that all of them can be gone through a little at a time. */
export const SHELVES = 256;

/** How the names on a shelf begin. */
export function shelfName(shelf: number): string {
  return shelf.toString(16).padStart(2, '0');
}

/** @throws RangeError for one larger than `MOST_BYTES` */
export async function describe(bytes: Uint8Array): Promise<Blob> {
  const size = bytes.length;
  if (size > MOST_BYTES) throw new RangeError(`${size} bytes are more than ${MOST_BYTES}`);
  // Elsewhere than in this thread, which a large file would hold up.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return { sha256: Buffer.from(digest).toString('hex'), size, mimeType: typeOf(bytes) };
}
