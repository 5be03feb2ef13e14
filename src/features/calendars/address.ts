import { randomBytes } from 'node:crypto';
import type { App } from '../../app.ts';
import { demandRole } from '../../chat/access.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { atomically } from '../../storage/atomically.ts';
import { UserError } from '../../texts/user-error.ts';
import { findUnit } from '../units/unit-store.ts';
import { forgetSecret, keepSecret, secretOf, unitIdOfSecret } from './address-store.ts';
import { wholeCalendar } from './publish.ts';

const SECRET_BYTES = 24;

/** Under which address a unit's calendar can be subscribed to; an administrator's first question makes it. */
export async function calendarAddress(app: App, call: Call): Promise<string> {
  return addressOf(app, (await secretOf(app.db, unitOf(call).id)) ?? (await makeSecret(app, call)));
}

/** @throws UserError when the bot gives no calendars away over HTTP */
function addressOf({ config }: App, secret: string): string {
  const { HTTP_PORT, HTTP_HOST, PUBLIC_URL } = config;
  if (HTTP_PORT === undefined) throw new UserError('calendar_address.off');
  return `${PUBLIC_URL ?? `http://${HTTP_HOST}:${HTTP_PORT}`}/calendar/${secret}.ics`;
}

async function makeSecret(app: App, call: Call): Promise<string> {
  demandRole(call.caller.role, 'administrator');
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const unitId = unitOf(call).id;
  await keepSecret(app.db, { secret, unitId, madeBy: call.caller.personId, madeAt: app.clock.now() });
  return secret;
}

/** Another address in the place of the one before, which is answered no longer. */
export async function renewAddress(app: App, call: Call): Promise<string> {
  demandRole(call.caller.role, 'administrator');
  await forgetSecret(app.db, unitOf(call).id);
  return addressOf(app, await makeSecret(app, call));
}

/** False when there was none. */
export function closeAddress(app: App, call: Call): Promise<boolean> {
  demandRole(call.caller.role, 'administrator');
  return forgetSecret(app.db, unitOf(call).id);
}

/** The calendar under a secret, for who subscribes to it; nothing when the secret is not, or no longer, one. */
export function calendarAt(app: App, secret: string): Promise<string | undefined> {
  return atomically(app.db, async (db) => {
    const unitId = await unitIdOfSecret(db, secret);
    const unit = unitId === undefined ? undefined : await findUnit(db, unitId);
    return unit && (await wholeCalendar({ ...app, db }, unit)).text;
  });
}
