// Telegram sends a file again only as what it was: a picture by sendPhoto, everything else by sendDocument.

const PHOTO = 'photo:';

/** The port's id of a picture. */
export const photoId = (fileId: string): string => `${PHOTO}${fileId}`;

export const readFileId = (id: string): { fileId: string; isPhoto: boolean } =>
  id.startsWith(PHOTO) ? { fileId: id.slice(PHOTO.length), isPhoto: true } : { fileId: id, isPhoto: false };
