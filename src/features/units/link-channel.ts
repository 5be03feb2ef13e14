import type { App } from '../../app.ts';
import type { Call, Unit } from '../../chat/call.ts';
import { cleanLine, readLine } from '../../chat/read-line.ts';
import { toIso } from '../../core/local-time.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import { setCurrentUnit } from './member-store.ts';
import { findUnitsNamed, insertUnit, unitsFoundedBy, updateChannel } from './unit-store.ts';

const CONFIRMED = / (xac ?nhan|xác ?nhận|confirm)$/iu;
const LONGEST_NAME = 120;
/** One person founds no more of them. */
const MOST_FOUNDED = 20;

/** @throws UserError when it is no name */
export function readUnitName(text: string): { name: string; confirmed: boolean } {
  const line = cleanLine(text);
  const confirmed = CONFIRMED.test(line);
  const name = readLine(line.replace(CONFIRMED, ''), {
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
 * is not confirmed, or the person has founded as many as one may
 */
export async function linkChannel(
  app: App,
  call: Call,
  { name, confirmed }: { name: string; confirmed: boolean },
): Promise<Unit> {
  const { caller, incoming } = call;
  if (incoming.channel.kind === 'private') throw new UserError('unit.link_in_group');
  const foldedName = fold(name);
  const named = await findUnitsNamed(app.db, foldedName);
  const mine = named.find(({ id, createdBy }) => createdBy === caller.personId && id !== caller.unit?.id);
  const isSame = caller.unit !== undefined && fold(caller.unit.name) === foldedName;
  if (caller.unit && isSame && !mine) return caller.unit;
  if (isSame && !confirmed) throw new UserError('unit.twin', { name });
  if (caller.unit && !confirmed) throw new UserError('unit.already_linked', { unit: caller.unit.name, name });
  if (!mine) await demandRoom(app, caller.personId);
  const unit = mine ?? { id: app.newId(), name, timeZone: app.config.DEFAULT_TIME_ZONE };
  if (!mine)
    await insertUnit(app.db, {
      ...unit,
      foldedName,
      createdBy: caller.personId,
      createdAt: toIso(app.clock.now()),
    });
  await updateChannel(app.db, caller.channelId, {
    unit_id: unit.id,
    thread: incoming.channel.thread ?? null,
  });
  await setCurrentUnit(app.db, caller.personId, unit.id);
  return { id: unit.id, name: unit.name, timeZone: unit.timeZone };
}

/** @throws UserError when a person has founded as many units as one may */
async function demandRoom(app: App, personId: string): Promise<void> {
  const founded = await unitsFoundedBy(app.db, personId, MOST_FOUNDED);
  if (founded.length >= MOST_FOUNDED) throw new UserError('unit.too_many_founded', { max: MOST_FOUNDED });
}
