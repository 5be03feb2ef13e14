import { createHash, randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { secondsBetween } from '../../core/local-time.ts';
import { atomically } from '../../storage/atomically.ts';
import { UserError } from '../../texts/user-error.ts';
import { findUnit } from '../units/unit-store.ts';
import { addressed, bodyOfCopy, forgetSecret, keepCopy, keepSecret, secretOf } from './address-store.ts';
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

/** How long a calendar is as it was when nothing of its unit has changed: time alone moves what it reaches. */
const FRESH_MINUTES = 60;

/** A calendar by the tag that is the same as long as it says the same. */
type Tagged = { tag: string; body(): Promise<string> };

/**
 * The calendar under a secret, for who subscribes to it; nothing when the secret is not, or no longer, one. While
 * nothing has changed it is one look-up, and one more for its body.
 */
export async function calendarAt(app: App, secret: string): Promise<Tagged | undefined> {
  const known = await addressed(app.db, secret);
  if (!known) return undefined;
  const { unitId, version, copy } = known;
  if (copy && copy.version === version && isFresh(copy.madeAt, app.clock.now()))
    return { tag: copy.tag, body: () => bodyOfCopy(app.db, unitId) };
  return atomically(app.db, (db) => makeCopy({ ...app, db }, secret));
}

function isFresh(madeAt: Temporal.Instant, now: Temporal.Instant): boolean {
  const seconds = secondsBetween(madeAt, now);
  return seconds >= 0 && seconds < FRESH_MINUTES * 60;
}

async function makeCopy(app: App, secret: string): Promise<Tagged | undefined> {
  const known = await addressed(app.db, secret);
  const unit = known && (await findUnit(app.db, known.unitId));
  if (!unit) return undefined;
  const { text: body } = await wholeCalendar(app, unit);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 32)}"`;
  await keepCopy(app.db, unit.id, { version: known.version, tag, body, madeAt: app.clock.now() });
  return { tag, body: async () => body };
}
