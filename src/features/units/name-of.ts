import { isDisguised, withoutUnseen } from '../../language/look-alike.ts';
import type { PersonOfUnit } from './member-store.ts';

const LONGEST_NAME = 40;
const END_OF_ID = 4;

/** A person as a button names them: with what tells them from another of that name, and a sign where it may deceive. */
export function labelOf(person: PersonOfUnit): string {
  const { name, username, account } = person;
  const shown = [...withoutUnseen(name)].slice(0, LONGEST_NAME).join('');
  return `${needsCare(person) ? '⚠️ ' : ''}${shown} (${username === null ? `…${account.slice(-END_OF_ID)}` : `@${username}`})`;
}

export function nameAndUsername({ name, username }: { name: string; username: string | null }): string {
  return username === null ? name : `${name} (@${username})`;
}

/** Whether the name is written so that it may be taken for another. */
export function needsCare({ name }: { name: string }): boolean {
  return isDisguised(name);
}
