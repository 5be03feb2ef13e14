import type { App } from '../../app.ts';
import type { Role } from '../../chat/access.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import type { Message } from '../../chat/message.ts';
import { toIso } from '../../core/local-time.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import { meetPerson } from './meet-person.ts';
import { type KnownPerson, peopleOfUnit, replaceRole } from './member-store.ts';
import type { Named } from './read-grant.ts';

const MOST_LISTED = 10;

/**
 * Makes a person coordinator or administrator of the unit, or takes the role away.
 * @throws UserError when the person is not known
 */
export async function grantRole(app: App, call: Call, named: Named, role: Role): Promise<Message> {
  const unit = unitOf(call);
  const person = await findNamed(app, call, named);
  const grant = { by: call.caller.personId, at: toIso(app.clock.now()) };
  const where = { unitId: unit.id, personId: person.personId };
  await replaceRole(app.db, where, role === 'member' ? undefined : role, grant);
  const { t } = call;
  if (role === 'member') return { text: t('grant.taken_away', { name: person.name, unit: unit.name }) };
  return { text: t('grant.done', { name: person.name, role: t(`role.${role}`), unit: unit.name }) };
}

/** @throws UserError when nobody, or more than one, is meant */
async function findNamed(app: App, call: Call, named: Named): Promise<KnownPerson> {
  const { platform } = call.incoming;
  if ('account' in named) return meetPerson(app, platform, named.account);
  const wanted = fold(named.name.replace(/^@/, ''));
  const everyone = await peopleOfUnit(app.db, platform, unitOf(call).id);
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
