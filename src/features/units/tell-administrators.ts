import type { App } from '../../app.ts';
import type { Message } from '../../chat/message.ts';
import type { Claimed } from '../../delivery/outbox-entry.ts';
import { LANES } from '../../delivery/pace.ts';
import type { Markup } from '../../texts/markup.ts';
import { type Translator, translator } from '../../texts/translator.ts';
import { channelsOf, type KnownChannel, openPrivateChannel, privateChannel } from './channels.ts';
import { findPerson } from './member-store.ts';
import { placeInUnit } from './place-in-unit.ts';
import { postTo } from './post-to.ts';
import { accountsMadeAdministrators, accountsOfPlatformAdministrators } from './standing-store.ts';
import type { Standings } from './standings.ts';

/** What went wrong is worth knowing for so long. */
const OF_USE = { hours: 24 * 14 };

type Words = (t: Translator) => Markup | Message;

/**
 * Tells people who can act: the administrators in private where they have written to the bot, otherwise the unit's
 * other channels, and where there is none, the administrators in a chat that the bot opens; where no unit is known,
 * the owners of the installation. `except` is the channel that cannot be reached. The same key is told once, and
 * tried for as long as it is of use.
 */
export async function tellAdministrators(
  app: App,
  unitId: string | undefined,
  key: string,
  words: Words,
  except?: string,
): Promise<void> {
  const told = await whomToTell(app, unitId, except);
  if (told.length === 0) app.log.error({ unitId, key }, 'no administrator can be reached to be told');
  for (const { channel, onlyFor } of told) await tell(app, channel, key, words, onlyFor);
}

/** A chat to be told; `onlyFor`: in private, the unit of which its reader has to be an administrator still. */
type Told = { channel: KnownChannel; onlyFor: string | undefined };

async function whomToTell(
  app: App,
  unitId: string | undefined,
  except: string | undefined,
): Promise<readonly Told[]> {
  const known = await peopleInPrivate(app, unitId, privateChannel);
  if (known.length > 0) return known;
  const groups = unitId === undefined ? [] : await openGroups(app, unitId, except);
  if (groups.length > 0) return groups.map((channel) => ({ channel, onlyFor: undefined }));
  return peopleInPrivate(app, unitId, openPrivateChannel);
}

/** The chats with the administrators of the unit, and with them those with the owners of the installation. */
async function peopleInPrivate(
  app: App,
  unitId: string | undefined,
  find: typeof privateChannel,
): Promise<Told[]> {
  const administrators = unitId === undefined ? [] : await chatsWithAdministrators(app, unitId, { find });
  const known = new Set(administrators.map(({ id }) => id));
  const owners = (await chatsWithOwners(app, find)).filter(({ id }) => !known.has(id));
  return [
    ...administrators.map((channel) => ({ channel, onlyFor: unitId })),
    ...owners.map((channel) => ({ channel, onlyFor: undefined })),
  ];
}

/**
 * Tells the administrators of what somebody changed about who may do what, or which chats belong: all but the one
 * who did it, and not in the chat in which all have read it.
 */
export async function tellOfChange(
  app: App,
  unitId: string,
  key: string,
  words: Words,
  by: { personId: string; channelId: string },
): Promise<void> {
  const inPrivate = await chatsWithAdministrators(app, unitId, { except: by.personId });
  const groups = (await openGroups(app, unitId)).filter(({ id }) => id !== by.channelId);
  const channels = inPrivate.length > 0 ? inPrivate : groups;
  for (const channel of channels)
    await tell(app, channel, key, words, inPrivate.includes(channel) ? unitId : undefined);
}

/** `unitId`: in private, to somebody who has to be its administrator still when it goes out. */
async function tell(app: App, channel: KnownChannel, key: string, words: Words, unitId: string | undefined) {
  const said = words(translator(channel.language));
  await postTo(app, channel, {
    key: `${key}:${channel.id}`,
    message: 'markup' in said ? { text: said } : said,
    lane: LANES.due,
    expiresAt: app.clock.now().add(OF_USE),
    insists: true,
    ...(unitId === undefined ? {} : { onlyTo: { unitId, occasion: key } }),
  });
}

async function openGroups(app: App, unitId: string, except?: string): Promise<KnownChannel[]> {
  const groups = await channelsOf(app, unitId);
  return groups.filter(({ open, target }) => open && target.channel !== except);
}

/** Where an administrator of the unit can be written to in private, as far as was last known who that is. */
async function chatsWithAdministrators(
  app: App,
  unitId: string,
  { except, find = privateChannel }: { except?: string; find?: typeof privateChannel },
): Promise<KnownChannel[]> {
  const accounts = [
    ...(await accountsMadeAdministrators(app.db, unitId)),
    ...(await accountsOfPlatformAdministrators(app.db, unitId)),
  ];
  return privateChats(
    app,
    accounts.filter(({ personId }) => personId !== except),
    find,
  );
}

function chatsWithOwners(app: App, find: typeof privateChannel): Promise<KnownChannel[]> {
  const accounts = app.config.OWNERS.map((owner) => {
    const [platform = '', ...account] = owner.split(':');
    return { platform, account: account.join(':') };
  });
  return privateChats(app, accounts, find);
}

async function privateChats(
  app: App,
  accounts: readonly { platform: string; account: string }[],
  find: typeof privateChannel,
): Promise<KnownChannel[]> {
  const found = new Map<string, KnownChannel>();
  for (const { platform, account } of accounts) {
    const channel = await find(app, platform, account);
    if (channel) found.set(channel.id, channel);
  }
  return [...found.values()];
}

/**
 * Whether what was to be said in private about a unit may still be said to this person: the platforms are asked.
 * Only their word that somebody has left, or is no administrator any more, holds it back.
 */
export async function mayStillRead(
  app: App,
  standings: Standings,
  { platform, target, onlyTo }: Pick<Claimed, 'platform' | 'target' | 'onlyTo'>,
): Promise<boolean> {
  const person = onlyTo && (await findPerson(app.db, platform, target.channel));
  if (!person) return true;
  const { role, isIn, isToldNow } = await placeInUnit(app, standings, onlyTo.unitId, person.personId);
  if (isIn !== true || !isToldNow) return isIn !== false;
  return onlyTo.occasion === undefined || role === 'administrator';
}

/** What could not be told to an administrator, or to one who is none any more, the groups of the unit are told. */
export async function tellGroupsInstead(app: App, { message, expiresAt, onlyTo }: Claimed): Promise<void> {
  if (onlyTo?.occasion === undefined) return;
  for (const channel of await openGroups(app, onlyTo.unitId))
    await postTo(app, channel, {
      key: `${onlyTo.occasion}:${channel.id}`,
      message,
      lane: LANES.due,
      expiresAt,
      insists: true,
    });
}
