import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { inPieces } from '../../core/takes-turns.ts';
import { atomically } from '../../storage/atomically.ts';
import { firstLook, forgetIdle, KINDS } from './idle-store.ts';
import { LOOK_AGAIN } from './look-again.ts';
import { firstStanding, forgetStandings } from './standing-store.ts';

/** So many are looked at, in all that could name them, in a moment. */
const AT_A_TIME = 50;
/** As long as the record of acts. */
const STANDINGS_KEPT = { hours: 24 * 400 };
/** What an hour brought is forgotten at once, so that not every tick has to see to it. */
const AT_ONCE = { hours: 1 };

/** Forgets units, people and chats that never did anything, and what platforms said long ago of who is in which chat. */
export async function forgetIdleOnes({ db, clock }: App): Promise<void> {
  const now = clock.now();
  const again = now.add(LOOK_AGAIN);
  await inPieces((most) => forgetStandings(db, now.subtract(STANDINGS_KEPT), most));
  for (const kind of KINDS)
    await inPieces(() => atomically(db, (db) => forgetIdle(db, kind, { now, again }, AT_A_TIME)));
}

export async function nextToForget({ db }: App): Promise<Temporal.Instant | undefined> {
  const looks = await Promise.all(KINDS.map((kind) => firstLook(db, kind)));
  const standing = (await firstStanding(db))?.add(STANDINGS_KEPT);
  return [...looks, standing]
    .filter((instant) => instant !== undefined)
    .toSorted(Temporal.Instant.compare)
    .at(0)
    ?.add(AT_ONCE);
}
