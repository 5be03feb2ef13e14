import { UserError } from '../texts/user-error.ts';
import { filesOf, type Incoming, type IncomingFile, type PlatformName } from './incoming.ts';
import { PlatformError } from './platform.ts';

/** A file as it came, for a command to read. */
export type ReceivedFile = { name: string; bytes: Uint8Array };

/** @throws PlatformError */
export type FetchFile = (platform: PlatformName, fileId: string, maxBytes: number) => Promise<Uint8Array>;

/** Which files a command reads. */
export type TakenFiles = {
  maxBytes: number;
  /** Whether it is one of those; only what the platform says of it is known. */
  wants(file: IncomingFile): boolean;
};

/**
 * A command is to run and its files are not there yet. Thrown inside its transaction, which ends with nothing
 * done: the files are fetched outside of it, and the command begins again.
 */
export class FilesWanted extends Error {
  readonly taken: TakenFiles;

  constructor(taken: TakenFiles) {
    super('the files of the message are to be fetched first');
    this.name = 'FilesWanted';
    this.taken = taken;
  }
}

/** @throws FilesWanted when files of the message are still to be fetched for the command */
export function demandFiles(
  { takesFiles: taken }: { takesFiles: TakenFiles | undefined },
  { incoming, files }: { incoming: Incoming; files?: readonly ReceivedFile[] },
): void {
  if (taken && files === undefined && filesOf(incoming).some(taken.wants)) throw new FilesWanted(taken);
}

/** @throws UserError for a file that is too large or cannot be fetched */
export async function fetchFiles(
  incoming: Incoming,
  { maxBytes, wants }: TakenFiles,
  fetch: FetchFile,
): Promise<ReceivedFile[]> {
  const fetched: ReceivedFile[] = [];
  for (const file of filesOf(incoming).filter(wants)) {
    if (file.size > maxBytes) throw tooLarge(file, maxBytes);
    try {
      fetched.push({ name: file.name, bytes: await fetch(incoming.platform, file.id, maxBytes) });
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      const key = error.kind === 'rejected' ? 'file.not_there' : 'file.out_of_reach';
      throw new UserError(key, { name: file.name.slice(0, 80) });
    }
  }
  return fetched;
}

function tooLarge({ name, size }: IncomingFile, maxBytes: number): UserError {
  return new UserError('file.too_large', {
    name: name.slice(0, 80),
    size: Math.ceil(size / 1024),
    max: Math.floor(maxBytes / 1024),
  });
}
