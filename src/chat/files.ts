import { UserError } from '../texts/user-error.ts';
import type { PlatformName, SentFile } from './incoming.ts';
import type { OutgoingFile } from './message.ts';
import { PlatformError } from './platform.ts';

const LONGEST_NAME = 80;

/** Why a file was not to be had. */
type Missing = 'too-large' | 'not-there' | 'out-of-reach';
export type MissingFile = Pick<SentFile, 'name' | 'size'> & { missing: Missing };

/** A file as a command gets it: kept, or missing. */
export type FetchedFile = OutgoingFile | MissingFile;

export function isKept(file: OutgoingFile | Pick<MissingFile, 'missing'>): file is OutgoingFile {
  return 'blob' in file;
}

/** What fetching takes; it is no work for a transaction. */
export type Fetching = {
  /** @throws PlatformError */
  fetch(platform: PlatformName, fileId: string, maxBytes: number): Promise<Uint8Array>;
  keep(bytes: Uint8Array): Promise<{ sha256: string; mimeType: string }>;
};

/**
 * A command is to run and its files are not there yet. Thrown inside its transaction, which ends with nothing
 * done: the files are fetched outside of it, and the command begins again.
 */
export class FilesWanted extends Error {
  readonly files: readonly SentFile[];
  /** Of one file. */
  readonly maxBytes: number;

  constructor(files: readonly SentFile[], maxBytes: number) {
    super('the files of the command are to be fetched first');
    this.name = 'FilesWanted';
    this.files = files;
    this.maxBytes = maxBytes;
  }
}

/** The files, fetched and kept; a command asks for all of them at once. @throws FilesWanted the first time */
export function demandFiles(
  { fetched }: { fetched?: readonly FetchedFile[] },
  files: readonly SentFile[],
  maxBytes: number,
): readonly FetchedFile[] {
  if (files.length === 0) return [];
  if (fetched === undefined) throw new FilesWanted(files, maxBytes);
  return fetched;
}

/** The same for a command that is nothing without them. @throws UserError that names the first that is missing */
export function demandKept(
  call: { fetched?: readonly FetchedFile[] },
  files: readonly SentFile[],
  maxBytes: number,
): OutgoingFile[] {
  return demandFiles(call, files, maxBytes).map((file) => {
    if (isKept(file)) return file;
    throw refusalOf(file, maxBytes);
  });
}

/** Fetches what a command wants and keeps it, one after another. */
export async function fetchFiles(
  { files, maxBytes }: FilesWanted,
  fetching: Fetching,
): Promise<FetchedFile[]> {
  const fetched: FetchedFile[] = [];
  for (const file of files) fetched.push(await fetchFile(file, maxBytes, fetching));
  return fetched;
}

async function fetchFile(
  { platform, id, name, size }: SentFile,
  maxBytes: number,
  { fetch, keep }: Fetching,
): Promise<FetchedFile> {
  if (size > maxBytes) return { name, size, missing: 'too-large' };
  try {
    const { sha256, mimeType } = await keep(await fetch(platform, id, maxBytes));
    return { name, mimeType, blob: sha256 };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return { name, size, missing: error.kind === 'rejected' ? 'not-there' : 'out-of-reach' };
  }
}

function refusalOf({ name, size, missing }: MissingFile, maxBytes: number): UserError {
  const named = { name: name.slice(0, LONGEST_NAME) };
  switch (missing) {
    case 'too-large':
      return new UserError('file.too_large', {
        ...named,
        size: Math.ceil(size / 1024),
        max: Math.floor(maxBytes / 1024),
      });
    case 'not-there':
      return new UserError('file.not_there', named);
    case 'out-of-reach':
      return new UserError('file.out_of_reach', named);
  }
}
