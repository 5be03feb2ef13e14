import type { App } from '../../app.ts';
import type { Call, Unit } from '../../chat/call.ts';
import { readLine } from '../../chat/read-line.ts';
import { toIso } from '../../core/local-time.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import { setCurrentUnit } from './member-store.ts';
import { findUnitsNamed, insertUnit, updateChannel } from './unit-store.ts';

const CONFIRMED = /\s+(xac\s?nhan|xác\s?nhận|confirm)\s*$/iu;
const LONGEST_NAME = 120;

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
 * Makes a channel the channel of a unit. A unit of that name that this person once founded gets one more
 * channel; anybody else's stays theirs, and a new unit of the same name begins.
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
  const thread = incoming.channel.thread ?? null;
  const named = await findUnitsNamed(app.db, foldedName);
  const mine = named.find(({ id, createdBy }) => createdBy === caller.personId && id !== caller.unit?.id);
  const isSame = caller.unit !== undefined && fold(caller.unit.name) === foldedName;
  if (caller.unit && isSame && !mine) {
    await updateChannel(app.db, caller.channelId, { thread });
    return caller.unit;
  }
  if (isSame && !confirmed) throw new UserError('unit.twin', { name });
  if (caller.unit && !confirmed) throw new UserError('unit.already_linked', { unit: caller.unit.name, name });
  const unit = mine ?? { id: app.newId(), name, timeZone: app.config.DEFAULT_TIME_ZONE };
  if (!mine)
    await insertUnit(app.db, {
      ...unit,
      foldedName,
      createdBy: caller.personId,
      createdAt: toIso(app.clock.now()),
    });
  await updateChannel(app.db, caller.channelId, { unit_id: unit.id, thread });
  await setCurrentUnit(app.db, caller.personId, unit.id);
  return { id: unit.id, name: unit.name, timeZone: unit.timeZone };
}
