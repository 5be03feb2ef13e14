// Telegram sends a file again only as what it was: a picture by sendPhoto, everything else by sendDocument.
const PHOTO = 'photo:';

/** The port's id of a picture. */
export function photoId(fileId: string): string {
  return `${PHOTO}${fileId}`;
}

export function readFileId(id: string): { fileId: string; isPhoto: boolean } {
  return id.startsWith(PHOTO)
    ? { fileId: id.slice(PHOTO.length), isPhoto: true }
    : { fileId: id, isPhoto: false };
}
