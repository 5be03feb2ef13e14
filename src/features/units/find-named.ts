import type { App } from '../../app.ts';
import type { PlatformName } from '../../chat/incoming.ts';
import { fold } from '../../language/fold.ts';
import { appearance } from '../../language/look-alike.ts';
import { UserError } from '../../texts/user-error.ts';
import { type PersonOfUnit, peopleOfUnit } from './member-store.ts';
import { knowPerson } from './people.ts';
import type { NamedPerson } from './read-grant.ts';

/** Somebody beyond doubt, or those who may be meant, one of whom is to be chosen; `like`: none is called just so. */
export type Found =
  | { person: { personId: string; name: string; username: string | null }; isNamed: boolean }
  | { choices: readonly PersonOfUnit[]; like: boolean };

/**
 * Whom somebody means of those whom the unit knows on a platform. A username is one only when it is typed with its
 * `@`, and whole; a name is beyond doubt when one person is called just so, and nobody by what looks the same.
 * @throws UserError when nobody can be meant
 */
export async function findNamed(
  app: App,
  unitId: string,
  platform: PlatformName,
  named: NamedPerson,
): Promise<Found> {
  if ('account' in named) return { person: await knowPerson(app, platform, named.account), isNamed: false };
  const everyone = await peopleOfUnit(app.db, platform, unitId);
  if ('personId' in named) {
    const person = everyone.find(({ personId }) => personId === named.personId);
    if (!person) throw new UserError('grant.person_gone');
    return { person, isNamed: true };
  }
  const unknown = new UserError('grant.person_unknown', { name: named.name });
  if (fold(named.name.replace(/^@/, '')) === '') throw unknown;
  const choices = named.name.startsWith('@')
    ? withUsername(everyone, named.name.slice(1))
    : withName(everyone, named.name);
  const [person, ...others] = choices;
  if (!person) throw unknown;
  const isSure = named.name.startsWith('@') || fold(person.name) === fold(named.name);
  if (others.length === 0 && isSure) return { person, isNamed: true };
  return {
    choices,
    like: others.length === 0 || !choices.some(({ name }) => fold(name) === fold(named.name)),
  };
}

function withUsername(everyone: readonly PersonOfUnit[], wanted: string): PersonOfUnit[] {
  return everyone.filter(({ username }) => username === wanted.toLowerCase());
}

/** Those whose name looks like what was typed; where there is none, those in whose name it occurs. */
function withName(everyone: readonly PersonOfUnit[], wanted: string): PersonOfUnit[] {
  const look = appearance(wanted);
  const same = everyone.filter(({ name }) => fold(name) === fold(wanted) || appearance(name) === look);
  return same.length > 0 ? same : everyone.filter(({ name }) => appearance(name).includes(look));
}
