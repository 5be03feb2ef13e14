import { createHmac } from 'node:crypto';

/**
 * Makes of words what nobody can make, or make out, without the key of this installation: HMAC-SHA-256, 43 characters
 * of base64url. `use` keeps apart what is made for different ends.
 */
export type Seal = (use: string, words: string) => string;

export function sealWith(key: Uint8Array): Seal {
  return (use, words) => createHmac('sha256', key).update(`${use}:${words}`).digest('base64url');
}
