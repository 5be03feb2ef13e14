import type { App } from '../../app.ts';
import type { Role } from '../../chat/access.ts';
import type { PlatformName } from '../../chat/incoming.ts';
import { toIso } from '../../core/local-time.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import { type KnownPerson, peopleOfUnit, replaceRole } from './member-store.ts';
import { meetPerson } from './people.ts';
import type { NamedPerson } from './read-grant.ts';

const MOST_LISTED = 10;

/** Makes a person coordinator or administrator of the unit, in place of what they were, or takes the role away. */
export async function grantRole(
  app: App,
  where: { unitId: string; personId: string },
  role: Role,
  by: string,
): Promise<void> {
  const grant = { by, at: toIso(app.clock.now()) };
  await replaceRole(app.db, where, role === 'member' ? undefined : role, grant);
}

/** Somebody whom the unit knows on a platform. @throws UserError when nobody, or more than one, is meant */
export async function findNamed(
  app: App,
  unitId: string,
  platform: PlatformName,
  named: NamedPerson,
): Promise<KnownPerson> {
  if ('account' in named) return meetPerson(app, platform, named.account);
  const wanted = fold(named.name.replace(/^@/, ''));
  const everyone = await peopleOfUnit(app.db, platform, unitId);
  const exact = everyone.filter(({ name, username }) => fold(name) === wanted || username === wanted);
  const found = exact.length > 0 ? exact : everyone.filter(({ name }) => fold(name).includes(wanted));
  const [person, ...others] = found;
  if (!person || wanted === '') throw new UserError('grant.person_unknown', { name: named.name });
  if (others.length > 0) {
    const names = found.slice(0, MOST_LISTED).map(({ name }) => name);
    throw new UserError('grant.person_several', { name: named.name, names: names.join(', ') });
  }
  return person;
}
