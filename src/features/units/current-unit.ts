import type { App } from '../../app.ts';
import { setCurrentUnit } from './member-store.ts';

/** From now on this is the unit that a person means in a private chat. */
export function enterUnit(app: App, personId: string, unitId: string): Promise<void> {
  return setCurrentUnit(app.db, personId, unitId);
}
