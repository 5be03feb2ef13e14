import type { App } from '../../app.ts';
import type { Role } from '../../chat/access.ts';
import { button } from '../../chat/button.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import type { Message } from '../../chat/message.ts';
import { toIso } from '../../core/local-time.ts';
import { joinMarkup } from '../../texts/markup.ts';
import { type Found, findNamed } from './find-named.ts';
import { type PersonOfUnit, replaceRole, storedRoles } from './member-store.ts';
import { labelOf, nameAndUsername, needsCare } from './name-of.ts';
import { grantLine, type NamedPerson } from './read-grant.ts';
import { tellOfChange } from './tell-administrators.ts';

const MOST_OFFERED = 10;

/**
 * Makes a person coordinator or administrator of the unit, in place of what they were, or takes the role away; asks
 * who is meant where that is in doubt.
 * @throws UserError when nobody can be meant
 */
export async function grantOrAsk(app: App, call: Call, who: NamedPerson, role: Role): Promise<Message> {
  const unit = unitOf(call);
  const found = await findNamed(app, unit.id, call.incoming.platform, who);
  if ('choices' in found) return whichOne(call, 'name' in who ? who.name : '', found, role);
  const { person, isNamed } = found;
  await setRole(app, call, person, role);
  const name = isNamed ? nameAndUsername(person) : person.name;
  return { text: wordsFor(call, name, role) };
}

function wordsFor({ t, caller }: Call, name: string, role: Role) {
  const unit = caller.unit?.name ?? '';
  if (role === 'member') return t('grant.taken_away', { name, unit });
  return t('grant.done', { name, role: t(`role.${role}`), unit });
}

/** Gives a role, or takes it away, and tells the other administrators. */
export async function setRole(
  app: App,
  call: Call,
  person: { personId: string; name: string; username: string | null },
  role: Role,
): Promise<void> {
  const { caller, incoming } = call;
  const unit = unitOf(call);
  const where = { unitId: unit.id, personId: person.personId };
  const before = (await storedRoles(app.db, unit.id, person.personId)).at(0) ?? 'member';
  const grant = { by: caller.personId, at: toIso(app.clock.now()) };
  await replaceRole(app.db, where, role === 'member' ? undefined : role, grant);
  if (before === role) return;
  const words = { name: nameAndUsername(person), unit: unit.name, by: caller.name };
  await tellOfChange(
    app,
    unit.id,
    `role:${incoming.platform}:${incoming.updateId}`,
    (t) => t('grant.told', { ...words, role: t(role === 'member' ? 'grant.no_role' : `role.${role}`) }),
    caller,
  );
}

function whichOne(
  { t }: Call,
  name: string,
  { choices, like }: Extract<Found, { choices: unknown }>,
  role: Role,
): Message {
  const offered = choices.slice(0, MOST_OFFERED);
  const names = offered.map((person) => person.name).join(', ');
  const question = like && choices.length === 1 ? 'grant.is_it' : 'grant.person_several';
  const text = [
    t(question, { name, names }),
    ...(offered.some(needsCare) ? [t('grant.disguised')] : []),
    ...(choices.length > offered.length
      ? [t('grant.more_people', { n: choices.length - offered.length })]
      : []),
  ];
  const choose = (person: PersonOfUnit) => [
    { label: labelOf(person), line: grantLine(person.personId, role) },
  ];
  return {
    text: joinMarkup(text),
    buttons: [...offered.map(choose), [button(t, 'button.stop', '/huy')]],
  };
}
