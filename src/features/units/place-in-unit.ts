import type { App } from '../../app.ts';
import type { Role } from '../../chat/access.ts';
import { channelsOf, type KnownChannel } from './channels.ts';
import { accountsOfPerson, storedRoles } from './member-store.ts';
import type { Standings, Told } from './standings.ts';

/**
 * What a person is in a unit. `isIn`: whether a platform says that they are in one of its channels; `unknown` where it
 * cannot say for now, undefined where it never will. `isUnsure`: they may be more, which it cannot say for now.
 * `isToldNow`: it said so just now, and not some time ago.
 */
type Place = { role: Role; isIn: boolean | 'unknown' | undefined; isUnsure: boolean; isToldNow: boolean };

/**
 * Asks the platforms about all accounts of a person in all channels of a unit. A role that was given holds only while
 * one of them is there, or was when that could last be said.
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
        .map(async ({ account }) => {
          const told = await standings.ask(channel, account);
          return { told, isThere: await isThere(standings, channel, account, told) };
        }),
    ),
  );
  const told = said.map(({ told }) => told);
  const isUnsure = told.includes('unknown');
  const isToldNow = told.some(isSaid);
  if (said.some(({ isThere }) => isThere)) {
    const role = told.map(roleOfStanding).reduce<Role>(higher, await storedRole(app, unitId, personId));
    return { role, isIn: true, isUnsure, isToldNow };
  }
  return {
    role: 'member',
    isIn: isUnsure ? 'unknown' : told.includes(undefined) ? undefined : false,
    isUnsure,
    isToldNow,
  };
}

/** Whether somebody is in a channel by what was told now, or last where nothing could be. */
export async function isThere(
  standings: Standings,
  channel: KnownChannel,
  account: string,
  told: Told,
): Promise<boolean> {
  return isPresent(isSaid(told) ? told : await standings.lastSaid(channel, account));
}

function isSaid(told: Told): boolean {
  return told !== undefined && told !== 'unknown';
}

function isPresent(told: Told): boolean {
  return isSaid(told) && told !== 'stranger';
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
