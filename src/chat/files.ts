import type { SpreadsheetRead } from '../core/spreadsheet.ts';
import { beginning } from '../texts/shorten.ts';
import { UserError } from '../texts/user-error.ts';
import type { PlatformName, SentFile } from './incoming.ts';
import type { OutgoingFile } from './message.ts';
import { PlatformError } from './platform.ts';

const LONGEST_NAME = 80;

/** Why a file was not to be had. */
type Missing = 'too-large' | 'not-there' | 'out-of-reach';
export type MissingFile = Pick<SentFile, 'name' | 'size'> & { missing: Missing };

/** A file that is kept; `rows` is what a command that wanted a spreadsheet opened gets. */
type KeptFile = OutgoingFile & { rows?: SpreadsheetRead };

/** A file as a command gets it: kept, or missing. */
export type FetchedFile = KeptFile | MissingFile;

export function isKept(file: OutgoingFile | Pick<MissingFile, 'missing'>): file is OutgoingFile {
  return 'blob' in file;
}

/** What fetching takes; it is no work for a transaction. */
export type Fetching = {
  /** @throws PlatformError */
  fetch(platform: PlatformName, fileId: string, maxBytes: number): Promise<Uint8Array>;
  keep(bytes: Uint8Array): Promise<{ sha256: string; mimeType: string }>;
  /** Reads a spreadsheet, whatever somebody made of it, without harm to anybody else. */
  open(name: string, bytes: Uint8Array): Promise<SpreadsheetRead>;
};

/**
 * A command is to run and its files are not there yet. Thrown inside its transaction, which ends with nothing
 * done: the files are fetched outside of it, and the command begins again.
 */
export class FilesWanted extends Error {
  readonly files: readonly SentFile[];
  /** Of one file. */
  readonly maxBytes: number;
  /** They are spreadsheets, and wanted opened. */
  readonly opened: boolean;

  constructor(files: readonly SentFile[], maxBytes: number, opened = false) {
    super('the files of the command are to be fetched first');
    this.name = 'FilesWanted';
    this.files = files;
    this.maxBytes = maxBytes;
    this.opened = opened;
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

/** A spreadsheet that a command is nothing without, opened. @throws UserError when it is missing */
export function demandRows(
  call: { fetched?: readonly FetchedFile[] },
  file: SentFile,
  maxBytes: number,
): { name: string; rows: SpreadsheetRead } {
  const [fetched] = call.fetched ?? [];
  if (fetched && 'missing' in fetched) throw refusalOf(fetched, maxBytes);
  if (fetched?.rows === undefined) throw new FilesWanted([file], maxBytes, true);
  return { name: fetched.name, rows: fetched.rows };
}

/** Fetches what a command wants and keeps it, one after another. */
export async function fetchFiles(wanted: FilesWanted, fetching: Fetching): Promise<FetchedFile[]> {
  const fetched: FetchedFile[] = [];
  for (const file of wanted.files) fetched.push(await fetchFile(file, wanted, fetching));
  return fetched;
}

async function fetchFile(
  { platform, id, name, size }: SentFile,
  { maxBytes, opened }: FilesWanted,
  { fetch, keep, open }: Fetching,
): Promise<FetchedFile> {
  if (size > maxBytes) return { name, size, missing: 'too-large' };
  try {
    const bytes = await fetch(platform, id, maxBytes);
    const { sha256, mimeType } = await keep(bytes);
    const kept = { name, mimeType, blob: sha256 };
    return opened ? { ...kept, rows: await open(name, bytes) } : kept;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return { name, size, missing: error.kind === 'rejected' ? 'not-there' : 'out-of-reach' };
  }
}

function refusalOf({ name, size, missing }: MissingFile, maxBytes: number): UserError {
  const named = { name: beginning(name, LONGEST_NAME) };
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
