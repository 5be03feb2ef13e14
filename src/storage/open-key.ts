import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileOf, inWords, keepToOurselves, MEMORY } from './database.ts';

const BYTES = 32;

/**
 * The key of an installation: in `<path>.key` beside the database that `sqlite:<path>` names, so that a copy of the
 * database alone opens nothing. One that is missing is made anew, and what was sealed with it is known no longer.
 * @throws StorageError in words when it cannot be read and written
 */
export function openKey(databaseUrl: string): Uint8Array {
  const path = fileOf(databaseUrl);
  if (path === MEMORY) return randomBytes(BYTES);
  const file = `${path}.key`;
  try {
    const kept = existsSync(file) ? readFileSync(file) : undefined;
    if (kept?.length !== BYTES) return makeKey(file);
    keepToOurselves(file);
    return kept;
  } catch (error) {
    throw inWords(file, error);
  }
}

/** Under its name it is there whole or not at all. */
function makeKey(file: string): Uint8Array {
  const key = randomBytes(BYTES);
  writeFileSync(`${file}.new`, key, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return key;
}
