import type { App } from '../../app.ts';
import { LANES } from '../../delivery/lanes.ts';
import { enqueue, withdraw } from '../../delivery/outbox.ts';
import { atomically } from '../../storage/atomically.ts';
import { translator } from '../../texts/translator.ts';
import { remindersOfSession } from './reminder-message.ts';
import { sessionWithId } from '../sessions/session-with-id.ts';
import { channelsOf } from '../units/channels.ts';
import { closesAt, isBefore } from '../attendance/meeting.ts';
import { meetingWithId } from '../attendance/meeting-store.ts';
import { markShown, newestReminder, roundsDue, roundsToShow, setStep } from '../attendance/round-store.ts';

/** However many press, the counts under a reminder change no more often than this. */
const BETWEEN_SECONDS = 30;
const AT_ONCE = 200;

/** Brings the counts under the reminders up to date: one edit for all the presses since the last. */
export async function showCounts(app: App): Promise<void> {
  const before = app.clock.now().subtract({ seconds: BETWEEN_SECONDS });
  for (const sessionId of await roundsToShow(app.db, before, AT_ONCE))
    await atomically(app.db, (db) => showSession({ ...app, db }, sessionId));
}

/** Puts the counts as they are now under the newest reminder, in every channel where it was posted. */
async function showSession(app: App, sessionId: string): Promise<void> {
  const now = app.clock.now();
  await markShown(app.db, sessionId, now);
  const session = await sessionWithId(app, sessionId);
  const reminder = await newestReminder(app.db, sessionId);
  if (!session || !reminder) return;
  await withdraw(app.db, `counts:${sessionId}:`);
  const write = await remindersOfSession(app, session);
  for (const channel of await channelsOf(app, session.unitId)) {
    if (!channel.open) continue;
    const t = translator(channel.language);
    const entry = {
      key: `counts:${sessionId}:${now.epochMilliseconds}:${channel.id}`,
      platform: channel.platform,
      target: channel.target,
      message: { ...write({ kind: 'lead', ...reminder }, t), inPlace: true },
      corrects: { aloud: false },
      lane: LANES.ahead,
      dueAt: now,
    };
    await enqueue(app.db, entry, app.newId);
  }
}

/** Takes the buttons from under the reminders of sessions that nobody can answer for any more. */
export async function closeDue(app: App): Promise<void> {
  const now = app.clock.now();
  for (const { sessionId } of await roundsDue(app.db, 'close_at', now, AT_ONCE))
    await atomically(app.db, async (db) => {
      const meeting = await meetingWithId(db, sessionId, now);
      const isMoved = meeting && isBefore(now, closesAt(meeting));
      await setStep(db, sessionId, 'close_at', isMoved ? closesAt(meeting) : undefined);
      if (!isMoved) await showSession({ ...app, db }, sessionId);
    });
}
