import { joinMarkup, type Markup } from '../texts/markup.ts';
import { beginning } from '../texts/shorten.ts';
import type { Translator } from '../texts/translator.ts';
import type { Message, OutgoingFile } from './message.ts';
import { PlatformError } from './platform.ts';

/** By its SHA-256. */
export type ReadBlob = (sha256: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Which files can be sent: those that are there and not too large. Both in bytes. */
export type Room = { sizeOf(sha256: string): Promise<number | undefined>; largestFile: number };

const LONGEST_NAME = 80;

/** The message without the files that cannot be sent; its text says of each why not, but for its picture. */
export async function leaveOutUnsendable(message: Message, room: Room, t: Translator): Promise<Message> {
  const { files: all = [], picture, ...words } = message;
  const isShown = picture !== undefined && !(await refusalOf(picture, room, t));
  const rest = isShown ? { ...words, picture } : words;
  const files: OutgoingFile[] = [];
  const refusals: Markup[] = [];
  for (const file of all) {
    const refusal = await refusalOf(file, room, t);
    if (refusal) refusals.push(refusal);
    else files.push(file);
  }
  if (refusals.length === 0 && isShown === (picture !== undefined)) return message;
  return {
    ...rest,
    text: joinMarkup([rest.text, ...refusals]),
    ...(files.length > 0 ? { files } : {}),
  };
}

async function refusalOf(file: OutgoingFile, room: Room, t: Translator): Promise<Markup | undefined> {
  const size = await room.sizeOf(file.blob);
  const name = beginning(file.name, LONGEST_NAME);
  if (!size) return t('file.lost', { name });
  const max = Math.floor(room.largestFile / 1024 / 1024);
  return size > room.largestFile ? t('file.too_large_here', { name, max }) : undefined;
}

/** What is in a file that is to be sent. @throws PlatformError when it is not there any more */
export async function bytesOf(file: OutgoingFile, readBlob: ReadBlob): Promise<Uint8Array<ArrayBuffer>> {
  return readBlob(file.blob).catch(() => {
    throw new PlatformError('rejected', `the file ${file.blob} cannot be read`);
  });
}
