import type { App } from '../../app.ts';
import type { Role } from '../../chat/access.ts';
import type { Caller, Unit } from '../../chat/call.ts';
import type { Incoming } from '../../chat/incoming.ts';
import { type Platform, PlatformError, type Standing } from '../../chat/platform.ts';
import type { Language } from '../../core/languages.ts';
import { channelsOf, type KnownChannel, meetChannel } from './channels.ts';
import { setCurrentUnit, storedRoles } from './member-store.ts';
import { meetPerson } from './people.ts';
import { findUnit } from './unit-store.ts';

export type WhoIs = (incoming: Incoming) => Promise<{ caller: Caller; language: Language }>;

/** `isUnsure`: the platform could not say what they are, so they may be more. */
type Found = { unit: Unit | undefined; role: Role; isUnsure: boolean };

/** How long what a platform said about a person is believed. */
const REMEMBERED_SECONDS = 60;

/** `unknown`: the platform cannot say for now. Undefined where it never will, as in a chat that the bot was put out of. */
type Told = Standing | 'unknown' | undefined;
type Asks = (incoming: Incoming, channel: string) => Promise<Told>;

/** Finds out who sent an event and what they may do. The platform is asked, so no transaction may be open. */
export function createWhoIs(
  app: App,
  platformOf: (name: Incoming['platform']) => Platform | undefined,
): WhoIs {
  const standingIn = rememberStanding(app, platformOf);
  return async (incoming) => {
    const channel = await meetChannel(app, incoming);
    const person = await meetPerson(app, incoming.platform, incoming.sender);
    const isPrivate = incoming.channel.kind === 'private';
    const last = person.currentUnitId ?? undefined;
    const unit = isPrivate ? await unitOf(app, last) : channel.unit;
    const stored = await storedRole(app, unit, person.personId);
    const found = isPrivate
      ? await inPrivate(app, incoming, unit, stored, standingIn)
      : await inGroup(incoming, channel, stored, standingIn);
    if (!isPrivate && unit && unit.id !== last) await setCurrentUnit(app.db, person.personId, unit.id);
    const role = isOwner(app, incoming) ? 'administrator' : found.role;
    const { personId, name } = person;
    const isUnsure = found.isUnsure && role !== 'administrator';
    return {
      caller: { personId, name, channelId: channel.id, unit: found.unit, role, isUnsure },
      language: channel.language,
    };
  };
}

async function unitOf({ db }: App, id: string | undefined): Promise<Unit | undefined> {
  return id === undefined ? undefined : findUnit(db, id);
}

/** Asks the platform what a person is in a channel, at most once a minute. */
function rememberStanding(app: App, platformOf: (name: Incoming['platform']) => Platform | undefined): Asks {
  const known = new Map<string, { standing: Standing; until: number }>();
  return async ({ platform, sender }, channel) => {
    const key = `${platform}:${channel}:${sender.id}`;
    const now = app.clock.now().epochMilliseconds;
    const remembered = known.get(key);
    if (remembered && remembered.until > now) return remembered.standing;
    for (const [key, { until }] of known) if (until <= now) known.delete(key);
    const standing = await ask(app, platformOf(platform), channel, sender.id);
    if (standing !== undefined && standing !== 'unknown')
      known.set(key, { standing, until: now + REMEMBERED_SECONDS * 1000 });
    return standing;
  };
}

async function ask(
  { log }: App,
  platform: Platform | undefined,
  channel: string,
  account: string,
): Promise<Told> {
  try {
    return await platform?.standing(channel, account);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    log.warn({ err: error }, 'the platform could not say who is an administrator');
    return error.kind === 'gone' || error.kind === 'rejected' ? undefined : 'unknown';
  }
}

async function storedRole(app: App, unit: Unit | undefined, personId: string): Promise<Role> {
  const roles = unit ? await storedRoles(app.db, unit.id, personId) : [];
  return roles.reduce<Role>(higher, 'member');
}

function higher(one: Role, other: Role): Role {
  const order: Role[] = ['administrator', 'coordinator', 'member'];
  return order.find((role) => role === one || role === other) ?? 'member';
}

/** In a private chat the unit is the one they last acted in, as long as one of its channels still knows them. */
async function inPrivate(
  app: App,
  incoming: Incoming,
  unit: Unit | undefined,
  stored: Role,
  standingIn: Asks,
): Promise<Found> {
  if (!unit) return { unit, role: stored, isUnsure: false };
  const channels = (await channelsOf(app, unit.id)).filter(({ platform }) => platform === incoming.platform);
  const standings = await Promise.all(channels.map(({ target }) => standingIn(incoming, target.channel)));
  const isKnown =
    stored !== 'member' ||
    standings.some((standing) => ![undefined, 'unknown', 'stranger'].includes(standing));
  const role = standings.map(fromStanding).reduce<Role>(higher, stored);
  const isUnsure = standings.includes('unknown');
  return isKnown ? { unit, role, isUnsure } : { unit: undefined, role: 'member', isUnsure };
}

function fromStanding(standing: Told): Role {
  return standing === 'administrator' || standing === 'coordinator' ? standing : 'member';
}

async function inGroup(
  incoming: Incoming,
  channel: KnownChannel,
  stored: Role,
  standingIn: Asks,
): Promise<Found> {
  const { unit } = channel;
  if (incoming.sender.isAdministrator) return { unit, role: 'administrator', isUnsure: false };
  if (stored === 'administrator') return { unit, role: stored, isUnsure: false };
  const standing = await standingIn(incoming, incoming.channel.id);
  return { unit, role: higher(fromStanding(standing), stored), isUnsure: standing === 'unknown' };
}

function isOwner(app: App, { platform, sender }: Incoming): boolean {
  return app.config.OWNERS.includes(`${platform}:${sender.id}`);
}
