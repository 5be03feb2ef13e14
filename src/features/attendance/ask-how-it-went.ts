import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { onWall } from '../../core/local-time.ts';
import { atomically } from '../../storage/atomically.ts';
import { tellAdministrators } from '../units/tell-administrators.ts';
import { countAttendance } from './attendance-store.ts';
import { askAt, isBefore, isNight, type Meeting } from './meeting.ts';
import { forgetToAsk, meetingsToAskAbout, nextToAskAbout, setAsked } from './meeting-store.ts';
import { findResult } from './result-store.ts';
import { wentQuestion } from './result-text.ts';
import { nextStep } from './round-store.ts';

/** A session that was over for longer when the bot came back is not asked about any more. */
const FORGOTTEN_AFTER_DAYS = 7;
const AT_ONCE = 500;

/** Asks the administrators, once a session and never at night, whether it was held and how many came. */
export async function askHowItWent(app: App): Promise<void> {
  const now = app.clock.now();
  await forgetToAsk(app.db, now.subtract({ hours: 24 * FORGOTTEN_AFTER_DAYS }));
  for (const meeting of await meetingsToAskAbout(app.db, now, AT_ONCE, now)) {
    if (isBefore(now, askAt(meeting)) || isNight(onWall(now, meeting.timeZone))) continue;
    await atomically(app.db, (db) => ask({ ...app, db }, meeting));
  }
}

async function ask(app: App, meeting: Meeting): Promise<void> {
  await setAsked(app.db, meeting.id, app.clock.now());
  // Who has typed the figures has said how it went.
  if (await findResult(app.db, meeting.id)) return;
  const counts = await countAttendance(app.db, meeting.id);
  const key = `went:${meeting.id}:${meeting.startsAt.epochMilliseconds}`;
  await tellAdministrators(app, meeting.unitId, key, (t) => wentQuestion(meeting, counts, t));
}

/** When something about attendance is next to be done. */
export async function nextAttendanceDue(app: App): Promise<Temporal.Instant | undefined> {
  const toAsk = await nextToAskAbout(app.db, app.clock.now());
  const instants = [await nextStep(app.db), toAsk && askAt(toAsk)];
  return instants
    .filter((instant) => instant !== undefined)
    .toSorted(Temporal.Instant.compare)
    .at(0);
}
