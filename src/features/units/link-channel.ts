import type { App } from '../../app.ts';
import type { Call, Unit } from '../../chat/call.ts';
import { readLine } from '../../chat/read-line.ts';
import { toIso } from '../../core/local-time.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import { setCurrentUnit } from './member-store.ts';
import { administeredBy } from './standing-store.ts';
import { tellOfChange } from './tell-administrators.ts';
import { findChannelById, findUnit, hasChannels, insertUnit, updateChannel } from './unit-store.ts';

const CONFIRMED = /\s+(xac\s?nhan|xác\s?nhận|confirm)\s*$/iu;
const LONGEST_NAME = 120;
/** So fresh the platform's word must be that somebody administers the unit that gets one more channel. */
const FRESH = { minutes: 2 };

/** @throws UserError when it is no name */
export function readUnitName(text: string): { name: string; confirmed: boolean } {
  const confirmed = CONFIRMED.test(text);
  const name = readLine(text.replace(CONFIRMED, ''), {
    most: LONGEST_NAME,
    none: () => new UserError('unit.name_needed'),
    tooLong: (size) => new UserError('unit.name_too_long', size),
  });
  return { name, confirmed };
}

/**
 * Makes a channel the channel of a unit. A unit of that name that this person administers gets one more channel;
 * anybody else's stays theirs, and a new unit of the same name begins.
 * @throws UserError when the channel belongs to another unit, or this person has another of that name, and the change
 * is not confirmed
 */
export async function linkChannel(
  app: App,
  call: Call,
  { name, confirmed }: { name: string; confirmed: boolean },
): Promise<Unit> {
  const { caller, incoming } = call;
  if (incoming.channel.kind === 'private') throw new UserError('unit.link_in_group');
  const foldedName = fold(name);
  const isSame = caller.unit !== undefined && fold(caller.unit.name) === foldedName;
  if (caller.unit && !isSame && !confirmed)
    throw new UserError('unit.already_linked', { unit: caller.unit.name, name });
  const mine = (await formerUnit(app, call, foldedName)) ?? (await administeredUnit(app, call, foldedName));
  if (caller.unit && isSame && !mine) return caller.unit;
  if (isSame && !confirmed) throw new UserError('unit.twin', { name });
  const unit = mine ?? (await foundUnit(app, call, name));
  await updateChannel(app.db, caller.channelId, {
    unit_id: unit.id,
    thread: incoming.channel.thread ?? null,
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
 * @throws UserError when they did when they were last seen there, which may be long ago
 */
async function administeredUnit(app: App, { caller }: Call, foldedName: string): Promise<Unit | undefined> {
  const here = caller.unit?.id;
  const others = async (since: string) =>
    (await administeredBy(app.db, caller.personId, { since, foldedName })).filter(({ id }) => id !== here);
  const [unit] = await others(toIso(app.clock.now().subtract(FRESH)));
  if (unit) return unit;
  const [perhaps] = await others('');
  if (perhaps && !(caller.unit && fold(caller.unit.name) === foldedName))
    throw new UserError('link.speak_there_first', { unit: perhaps.name });
  return undefined;
}

async function foundUnit(app: App, { caller }: Call, name: string): Promise<Unit> {
  const unit = { id: app.newId(), name, timeZone: app.config.DEFAULT_TIME_ZONE };
  const founded = { createdBy: caller.personId, createdAt: toIso(app.clock.now()) };
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
