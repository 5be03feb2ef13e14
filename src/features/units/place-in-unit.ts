import type { App } from '../../app.ts';
import type { Role } from '../../chat/access.ts';
import { channelsOf } from './channels.ts';
import { accountsOfPerson, storedRoles } from './member-store.ts';
import type { Standings, Told } from './standings.ts';

/**
 * What a person is in a unit. `isIn`: whether a platform says that they are in one of its channels; `unknown` where it
 * cannot say for now, undefined where it never will.
 */
type Place = { role: Role; isIn: boolean | 'unknown' | undefined };

/**
 * Asks the platforms about all accounts of a person in all channels of a unit. A role that was given holds only while
 * one of them is there.
 */
export async function placeInUnit(
  app: App,
  standings: Standings,
  unitId: string,
  personId: string,
): Promise<Place> {
  const accounts = await accountsOfPerson(app.db, personId);
  const channels = await channelsOf(app, unitId);
  const said = await Promise.all(
    channels.flatMap((channel) =>
      accounts
        .filter(({ platform }) => platform === channel.platform)
        .map(({ account }) => standings.ask(channel, account)),
    ),
  );
  if (said.some(isPresent)) {
    const role = said.map(roleOfStanding).reduce<Role>(higher, await storedRole(app, unitId, personId));
    return { role, isIn: true };
  }
  const isIn = said.includes('unknown') ? 'unknown' : said.includes(undefined) ? undefined : false;
  return { role: 'member', isIn };
}

export function isPresent(standing: Told): boolean {
  return standing !== undefined && standing !== 'unknown' && standing !== 'stranger';
}

export async function storedRole(app: App, unitId: string, personId: string): Promise<Role> {
  const roles = await storedRoles(app.db, unitId, personId);
  return roles.reduce<Role>(higher, 'member');
}

export function higher(one: Role, other: Role): Role {
  const order: Role[] = ['administrator', 'coordinator', 'member'];
  return order.find((role) => role === one || role === other) ?? 'member';
}

export function roleOfStanding(standing: Told): Role {
  return standing === 'administrator' || standing === 'coordinator' ? standing : 'member';
}
