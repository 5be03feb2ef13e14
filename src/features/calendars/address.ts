import { randomBytes } from 'node:crypto';
import type { App } from '../../app.ts';
import { atomically } from '../../storage/atomically.ts';
import { UserError } from '../../texts/user-error.ts';
import { findUnit } from '../units/unit-store.ts';
import { forgetSecret, keepSecret, secretOf, unitIdOfSecret } from './address-store.ts';
import { wholeCalendar } from './publish.ts';

const SECRET_BYTES = 24;

/** Under which address a unit's calendar can be subscribed to; undefined where none was made. @throws UserError */
export async function calendarAddress(app: App, unitId: string): Promise<string | undefined> {
  const secret = await secretOf(app.db, unitId);
  return secret === undefined ? undefined : addressOf(app, secret);
}

/** @throws UserError when the bot gives no calendars away over HTTP */
function addressOf({ config }: App, secret: string): string {
  const { HTTP_PORT, HTTP_HOST, PUBLIC_URL } = config;
  if (HTTP_PORT === undefined) throw new UserError('calendar_address.off');
  return `${PUBLIC_URL ?? `http://${HTTP_HOST}:${HTTP_PORT}`}/calendar/${secret}.ics`;
}

/** A new address, in the place of one before, which is answered no longer. @throws UserError */
export async function newAddress(app: App, unitId: string, by: string): Promise<string> {
  await forgetSecret(app.db, unitId);
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await keepSecret(app.db, { secret, unitId, madeBy: by, madeAt: app.clock.now() });
  return addressOf(app, secret);
}

/** False when there was none. */
export function closeAddress(app: App, unitId: string): Promise<boolean> {
  return forgetSecret(app.db, unitId);
}

/** The calendar under a secret, for who subscribes to it; nothing when the secret is not, or no longer, one. */
export function calendarAt(app: App, secret: string): Promise<string | undefined> {
  return atomically(app.db, async (db) => {
    const unitId = await unitIdOfSecret(db, secret);
    const unit = unitId === undefined ? undefined : await findUnit(db, unitId);
    return unit && (await wholeCalendar({ ...app, db }, unit)).text;
  });
}
