import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { secondsBetween } from '../../core/local-time.ts';
import { atomically } from '../../storage/atomically.ts';
import { UserError } from '../../texts/user-error.ts';
import { findUnit } from '../units/unit-store.ts';
import { addressed, bodyOfCopy, findAddress, forgetAddress, keepAddress, keepCopy } from './address-store.ts';
import { wholeCalendar } from './publish.ts';

/** 192 bits, which nobody finds by their SHA-256. */
const SECRET_LENGTH = 32;

/**
 * Under which address a unit's calendar can be subscribed to; undefined where none was made.
 * @throws UserError also where there is one that was made with another key, or before there was one
 */
export async function calendarAddress(app: App, unitId: string): Promise<string | undefined> {
  const address = await findAddress(app.db, unitId);
  if (!address) return undefined;
  const secret = secretOf(app, address.id);
  if (hashOf(secret) !== address.hash) throw new UserError('calendar_address.not_known');
  return addressOf(app, secret);
}

/** It is worked out each time, so that whoever gets to see the database alone opens no calendar. */
function secretOf({ seal }: App, addressId: string): string {
  return seal('calendar', addressId).slice(0, SECRET_LENGTH);
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** @throws UserError when the bot gives no calendars away over HTTP */
function addressOf({ config }: App, secret: string): string {
  const { HTTP_PORT, HTTP_HOST, PUBLIC_URL } = config;
  if (HTTP_PORT === undefined) throw new UserError('calendar_address.off');
  return `${PUBLIC_URL ?? `http://${HTTP_HOST}:${HTTP_PORT}`}/calendar/${secret}.ics`;
}

/** A new address, in the place of one before, which is answered no longer. @throws UserError */
export async function newAddress(app: App, unitId: string, by: string): Promise<string> {
  await forgetAddress(app.db, unitId);
  const id = app.newId();
  const secret = secretOf(app, id);
  await keepAddress(app.db, { id, hash: hashOf(secret), unitId, madeBy: by, madeAt: app.clock.now() });
  return addressOf(app, secret);
}

/** False when there was none. */
export function closeAddress(app: App, unitId: string): Promise<boolean> {
  return forgetAddress(app.db, unitId);
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
  const hash = hashOf(secret);
  const known = await addressed(app.db, hash);
  if (!known) return undefined;
  const { unitId, version, copy } = known;
  if (copy && copy.version === version && isFresh(copy.madeAt, app.clock.now()))
    return { tag: copy.tag, body: () => bodyOfCopy(app.db, unitId) };
  return atomically(app.db, (db) => makeCopy({ ...app, db }, hash));
}

function isFresh(madeAt: Temporal.Instant, now: Temporal.Instant): boolean {
  const seconds = secondsBetween(madeAt, now);
  return seconds >= 0 && seconds < FRESH_MINUTES * 60;
}

async function makeCopy(app: App, hash: string): Promise<Tagged | undefined> {
  const known = await addressed(app.db, hash);
  const unit = known && (await findUnit(app.db, known.unitId));
  if (!unit) return undefined;
  const { text: body } = await wholeCalendar(app, unit);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 32)}"`;
  await keepCopy(app.db, unit.id, { version: known.version, tag, body, madeAt: app.clock.now() });
  return { tag, body: async () => body };
}
