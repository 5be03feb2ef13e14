import type { App } from '../../app.ts';
import { StandingsWanted } from '../../chat/access.ts';
import type { Call, Unit } from '../../chat/call.ts';
import { cleanLine, readLine } from '../../chat/read-line.ts';
import { nameOrAsk } from '../../chat/unused-words.ts';
import { toIso } from '../../core/local-time.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import { LOOK_AGAIN } from './look-again.ts';
import { setCurrentUnit } from './member-store.ts';
import { administeredBy } from './standing-store.ts';
import { tellOfChange } from './tell-administrators.ts';
import {
  countFounded,
  findChannelById,
  findUnit,
  hasChannels,
  insertUnit,
  updateChannel,
} from './unit-store.ts';

const CONFIRMED = / (xac ?nhan|xác ?nhận|confirm)$/iu;
const LONGEST_NAME = 120;
/** So fresh the platform's word must be that somebody administers the unit that gets one more channel. */
const FRESH = { minutes: 2 };
/** One person founds no more of them. */
const MOST_FOUNDED = 20;

/** @throws UserError when it is no name */
export function readUnitName(text: string): { name: string; confirmed: boolean } {
  const line = cleanLine(text);
  const confirmed = CONFIRMED.test(line);
  const name = readLine(nameOrAsk(line.replace(CONFIRMED, '')), {
    most: LONGEST_NAME,
    none: () => new UserError('unit.name_needed'),
    tooLong: (size) => new UserError('unit.name_too_long', size),
  });
  return { name, confirmed };
}

/** The unit that this channel would leave, as long as that is not confirmed. */
export function unitToLeave(
  { caller: { unit }, incoming }: Call,
  { name, confirmed }: { name: string; confirmed: boolean },
): Unit | undefined {
  const isAsked = !confirmed && incoming.channel.kind !== 'private';
  return isAsked && unit && fold(unit.name) !== fold(name) ? unit : undefined;
}

/**
 * Makes a channel the channel of a unit. A unit of that name that this person administers gets one more channel;
 * anybody else's stays theirs, and a new unit of the same name begins.
 * @throws UserError when this person administers another unit of that name and the change is not confirmed, or has
 * founded as many as one may
 * @throws StandingsWanted when the platforms have to be asked whether they administer another
 */
export async function linkChannel(
  app: App,
  call: Call,
  { name, confirmed }: { name: string; confirmed: boolean },
): Promise<Unit> {
  const { caller, incoming } = call;
  if (incoming.channel.kind === 'private') throw new UserError('unit.link_in_group');
  const foldedName = fold(name);
  const thread = incoming.channel.thread ?? null;
  const isSame = caller.unit !== undefined && fold(caller.unit.name) === foldedName;
  const [another] = askedAbout(call, await othersOf(app, call, foldedName, ''));
  const isTwin = isSame && another !== undefined;
  if (caller.unit && isSame && !isTwin) {
    await updateChannel(app.db, caller.channelId, { thread });
    return caller.unit;
  }
  if (isTwin && !confirmed) throw new UserError('unit.twin', { name });
  const former = await formerUnit(app, call, foldedName);
  const mine = former ?? (another && (await administeredNow(app, call, foldedName, another)));
  const unit = mine ?? (await foundUnit(app, call, name));
  await updateChannel(app.db, caller.channelId, {
    unit_id: unit.id,
    thread,
    linked_by: caller.personId,
    linked_at: toIso(app.clock.now()),
    former_unit_id: caller.unit?.id ?? null,
  });
  await setCurrentUnit(app.db, caller.personId, unit.id);
  if (mine) await tellOfNewChannel(app, call, unit);
  return unit;
}

/** The unit that this channel left for another one, where that has no channel any more. */
async function formerUnit(app: App, { caller }: Call, foldedName: string): Promise<Unit | undefined> {
  const former = (await findChannelById(app.db, caller.channelId))?.former_unit_id ?? null;
  const unit = former === null ? undefined : await findUnit(app.db, former);
  if (!unit || fold(unit.name) !== foldedName || (await hasChannels(app.db, unit.id))) return undefined;
  return unit;
}

/**
 * The unit of that name that this person administers at this moment.
 * @throws UserError when they administered `perhaps` when they were last seen there, which may be long ago
 */
async function administeredNow(app: App, call: Call, foldedName: string, perhaps: Unit): Promise<Unit> {
  const [unit] = await othersOf(app, call, foldedName, toIso(app.clock.now().subtract(FRESH)));
  if (!unit) throw new UserError('link.speak_there_first', { unit: perhaps.name });
  return unit;
}

/** The other units of that name that this person administers by what was said since then, the newest first. */
async function othersOf(app: App, { caller }: Call, foldedName: string, since: string): Promise<Unit[]> {
  const units = await administeredBy(app.db, caller.personId, { since, foldedName });
  return units.filter(({ id }) => id !== caller.unit?.id);
}

/** Whether they still do is for the platforms to say. @throws StandingsWanted while those have not been asked */
function askedAbout({ isAskedAbout }: Call, units: readonly Unit[]): readonly Unit[] {
  if (units.length > 0 && !isAskedAbout) throw new StandingsWanted(units.map(({ id }) => id));
  return units;
}

/** @throws UserError when a person has founded as many units as one may */
async function foundUnit(app: App, { caller }: Call, name: string): Promise<Unit> {
  if ((await countFounded(app.db, caller.personId)) >= MOST_FOUNDED)
    throw new UserError('unit.too_many_founded', { max: MOST_FOUNDED });
  const unit = { id: app.newId(), name, timeZone: app.config.DEFAULT_TIME_ZONE };
  const now = app.clock.now();
  const founded = {
    createdBy: caller.personId,
    createdAt: toIso(now),
    lookAt: toIso(now.add(LOOK_AGAIN)),
  };
  await insertUnit(app.db, { ...unit, ...founded, foldedName: fold(name) });
  return unit;
}

function tellOfNewChannel(app: App, { caller, incoming }: Call, unit: Unit): Promise<void> {
  const words = {
    channel: incoming.channel.title,
    platform: app.titleOf(incoming.platform),
    unit: unit.name,
    by: caller.name,
  };
  return tellOfChange(
    app,
    unit.id,
    `new-channel:${incoming.platform}:${incoming.updateId}`,
    (t) => t('unit.new_channel', words),
    caller,
  );
}
