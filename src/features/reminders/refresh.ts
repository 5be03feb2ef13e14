import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { inTurn } from '../../core/takes-turns.ts';
import { withdraw } from '../../delivery/outbox.ts';
import { LANES } from '../../delivery/pace.ts';
import { atomically } from '../../storage/atomically.ts';
import { translator } from '../../texts/translator.ts';
import { closesAt, isBefore } from '../attendance/attendance-times.ts';
import {
  markShown,
  newestReminder,
  oldestShown,
  roundsDue,
  roundsToShow,
  setStep,
} from '../attendance/round-store.ts';
import { sessionWithId } from '../sessions/session-store.ts';
import { channelsOf } from '../units/channels.ts';
import { postTo } from '../units/post-to.ts';
import { remindersOfSession } from './reminder-message.ts';

/** However many press, the counts under a reminder change no more often than this. */
const BETWEEN = { seconds: 30 };
const AT_ONCE = 200;

/** Brings the counts under the reminders up to date: one edit for all the presses since the last. */
export async function showCounts(app: App): Promise<void> {
  const before = app.clock.now().subtract(BETWEEN);
  await inTurn(await roundsToShow(app.db, before, AT_ONCE), (sessionId) =>
    atomically(app.db, (db) => showCountsOf({ ...app, db }, sessionId)),
  );
}

/** When counts are next to be brought up to date. */
export async function nextToShow(app: App): Promise<Temporal.Instant | undefined> {
  return (await oldestShown(app.db))?.add(BETWEEN);
}

/** Puts the counts as they are now under the newest reminder, in every channel where it was posted. */
async function showCountsOf(app: App, sessionId: string): Promise<void> {
  const now = app.clock.now();
  await markShown(app.db, sessionId, now);
  const session = await sessionWithId(app.db, sessionId);
  const reminder = await newestReminder(app.db, sessionId);
  if (!session || !reminder) return;
  await withdraw(app.db, `counts:${sessionId}:`);
  const write = await remindersOfSession(app, session);
  for (const channel of await channelsOf(app, session.unitId)) {
    if (!channel.open) continue;
    const t = translator(channel.language);
    await postTo(app, channel, {
      key: `counts:${sessionId}:${now.epochMilliseconds}:${channel.id}`,
      message: { ...write({ kind: 'lead', ...reminder }, t), inPlace: true },
      corrects: { aloud: false },
      lane: LANES.ahead,
      expiresAt: now.add({ hours: 1 }),
    });
  }
}

/** Takes the buttons from under the reminders of sessions that nobody can answer for any more. */
export async function closeDue(app: App): Promise<void> {
  const now = app.clock.now();
  await inTurn(await roundsDue(app.db, 'close_at', now, AT_ONCE), ({ sessionId }) =>
    atomically(app.db, async (db) => {
      const session = await sessionWithId(db, sessionId);
      const isMoved = session && isBefore(now, closesAt(session));
      await setStep(db, sessionId, 'close_at', isMoved ? closesAt(session) : undefined);
      if (!isMoved) await showCountsOf({ ...app, db }, sessionId);
    }),
  );
}
