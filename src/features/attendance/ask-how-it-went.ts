import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { onWall } from '../../core/local-time.ts';
import { inTurn } from '../../core/takes-turns.ts';
import { atomically } from '../../storage/atomically.ts';
import { nextToAskAbout, sessionsToAskAbout } from '../sessions/due-session-store.ts';
import type { Session } from '../sessions/session.ts';
import { forgetToAsk, setAsked } from '../sessions/session-store.ts';
import { isQuiet } from '../units/quiet-hours.ts';
import { settingsOf } from '../units/settings-store.ts';
import { tellAdministrators } from '../units/tell-administrators.ts';
import { countAttendance } from './attendance-store.ts';
import { askAt, isBefore } from './attendance-times.ts';
import { findResult } from './result-store.ts';
import { wentQuestion } from './result-text.ts';

/** A session that was over for longer when the bot came back is not asked about any more. */
const FORGOTTEN_AFTER_DAYS = 7;
const AT_ONCE = 500;

/** Asks the administrators, once a session and never in the quiet hours, whether it was held and how many came. */
export async function askHowItWent(app: App): Promise<void> {
  const now = app.clock.now();
  await forgetToAsk(app.db, now.subtract({ hours: 24 * FORGOTTEN_AFTER_DAYS }));
  await inTurn(await sessionsToAskAbout(app.db, now, AT_ONCE), async (session) => {
    const { quiet } = await settingsOf(app.db, session.unitId);
    if (isBefore(now, askAt(session, quiet)) || isQuiet(onWall(now, session.timeZone), quiet)) return;
    await atomically(app.db, (db) => ask({ ...app, db }, session));
  });
}

async function ask(app: App, session: Session): Promise<void> {
  await setAsked(app.db, session.id, app.clock.now());
  // Who has typed the figures has said how it went.
  if (await findResult(app.db, session.id)) return;
  const counts = await countAttendance(app.db, session);
  const key = `went:${session.id}:${session.start.epochMilliseconds}`;
  await tellAdministrators(app, session.unitId, key, (t) => wentQuestion(session, counts, t));
}

/** When the administrators are next to be asked. */
export async function nextToAsk(app: App): Promise<Temporal.Instant | undefined> {
  const session = await nextToAskAbout(app.db);
  return session && askAt(session, (await settingsOf(app.db, session.unitId)).quiet);
}
