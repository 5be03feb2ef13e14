import type { App } from '../../app.ts';
import type { Call, Unit } from '../../chat/call.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import { readUnitName } from './link-channel.ts';
import { tellOfChange } from './tell-administrators.ts';
import { setUnitName } from './unit-store.ts';

/** @throws UserError when it is no name */
export function readNewName(text: string): string {
  return readUnitName(text).name;
}

/** All that a unit has stays with it; the other administrators are told. @throws UserError when it is called so */
export async function renameUnit(app: App, call: Call, unit: Unit, name: string): Promise<void> {
  if (unit.name === name) throw new UserError('rename.same', { name });
  await setUnitName(app.db, unit.id, { name, foldedName: fold(name) });
  const { incoming, caller } = call;
  await tellOfChange(
    app,
    unit.id,
    `renamed:${incoming.platform}:${incoming.updateId}`,
    (t) => t('rename.told', { before: unit.name, name, by: caller.name }),
    caller,
  );
}
