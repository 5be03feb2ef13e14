import type { App } from '../../app.ts';
import type { Role } from '../../chat/access.ts';
import type { Caller, Unit } from '../../chat/call.ts';
import type { Incoming } from '../../chat/incoming.ts';
import type { Language } from '../../core/languages.ts';
import { type KnownChannel, meetChannel } from './channels.ts';
import { type KnownPerson, setCurrentUnit } from './member-store.ts';
import { meetPerson } from './people.ts';
import { higher, isThere, placeInUnit, roleOfStanding, storedRole } from './place-in-unit.ts';
import { unitsOfPerson } from './standing-store.ts';
import type { Standings } from './standings.ts';
import { findUnit } from './unit-store.ts';

/** A person of more units is told of the first of them. */
const MOST_UNITS = 6;

export type WhoIs = (incoming: Incoming) => Promise<{ caller: Caller; language: Language }>;

/** What somebody is, and where; `isUnsure`: they may be more, but the platform cannot say for now. */
type Found = { unit: Unit | undefined; role: Role; isUnsure?: boolean; otherUnits?: readonly Unit[] };

/** Finds out who sent an event and what they may do. The platform is asked, so no transaction may be open. */
export function createWhoIs(app: App, standings: Standings): WhoIs {
  return async (incoming) => {
    const channel = await meetChannel(app, incoming);
    const person = await meetPerson(app, incoming.platform, incoming.sender);
    const found =
      incoming.channel.kind === 'private'
        ? await inPrivate(app, standings, person)
        : await inGroup(app, standings, incoming, channel, person);
    const { personId, name } = person;
    const otherUnits = found.otherUnits ?? [];
    const role = isOwner(app, incoming) ? 'administrator' : found.role;
    const isUnsure = found.isUnsure === true && role !== 'administrator';
    return {
      caller: { personId, name, channelId: channel.id, unit: found.unit, role, isUnsure, otherUnits },
      language: channel.language,
    };
  };
}

/** In a private chat the unit is the one they last acted in, as long as one of its channels still knows them. */
async function inPrivate(app: App, standings: Standings, person: KnownPerson): Promise<Found> {
  const { currentUnitId } = person;
  const unit = currentUnitId === null ? undefined : await findUnit(app.db, currentUnitId);
  if (!unit) return { unit, role: 'member' };
  const { role, isIn, isUnsure } = await placeInUnit(app, standings, unit.id, person.personId);
  if (isIn !== true) return { unit: undefined, role: 'member', isUnsure };
  return { unit, role, isUnsure, otherUnits: await othersOf(app, standings, unit, person) };
}

/** Of the units in which a person has been seen, the others in which they still are. */
async function othersOf(
  app: App,
  standings: Standings,
  unit: Unit,
  { personId }: KnownPerson,
): Promise<Unit[]> {
  const others: Unit[] = [];
  for (const other of await unitsOfPerson(app.db, personId, MOST_UNITS))
    if (other.id !== unit.id && (await placeInUnit(app, standings, other.id, personId)).isIn === true)
      others.push(other);
  return others;
}

async function inGroup(
  app: App,
  standings: Standings,
  { sender }: Incoming,
  channel: KnownChannel,
  person: KnownPerson,
): Promise<Found> {
  const { unit } = channel;
  const found = await roleInGroup(app, standings, sender, channel, person.personId);
  if (unit && unit.id !== person.currentUnitId) await setCurrentUnit(app.db, person.personId, unit.id);
  return found;
}

async function roleInGroup(
  app: App,
  standings: Standings,
  sender: Incoming['sender'],
  channel: KnownChannel,
  personId: string,
): Promise<Found> {
  const { unit } = channel;
  if (sender.isAdministrator) {
    await standings.told(channel, sender.id, 'administrator');
    return { unit, role: 'administrator' };
  }
  const standing = await standings.ask(channel, sender.id);
  const here = roleOfStanding(standing);
  const stored = unit ? await storedRole(app, unit.id, personId) : 'member';
  const isUnsure = standing === 'unknown';
  if (!unit || stored === 'member' || (await isThere(standings, channel, sender.id, standing)))
    return { unit, role: higher(here, stored), isUnsure };
  const elsewhere = await placeInUnit(app, standings, unit.id, personId);
  return { unit, role: elsewhere.isIn === true ? stored : 'member', isUnsure: elsewhere.isUnsure };
}

function isOwner(app: App, { platform, sender }: Incoming): boolean {
  return app.config.OWNERS.includes(`${platform}:${sender.id}`);
}
