import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { takesTurns } from '../../core/takes-turns.ts';
import { atomically } from '../../storage/atomically.ts';
import { planReminders } from '../reminders/plan-reminders.ts';
import { sessionsToCome } from '../sessions/due-session-store.ts';
import { isOn, ruleStart, type Session } from '../sessions/session.ts';
import { updateSession } from '../sessions/session-store.ts';

const AT_ONCE = 50;

type ToCome = Session & { movedTo: Temporal.PlainDateTime | undefined };

/**
 * Sessions are meant by the wall clock of their zone. Where the rules of a zone have changed since they were made
 * (a new version of the program knows it), they and their reminders keep their hour on the wall. Once is enough: such rules change with the program only.
 */
export async function realignSessions(app: App): Promise<void> {
  let after = '';
  for (;;) {
    const page = await sessionsToCome(app.db, app.clock.now(), after, AT_ONCE);
    await atomically(app.db, async (db) => {
      for (const session of page) await realign({ ...app, db }, session);
    });
    if (page.length < AT_ONCE) return;
    await takesTurns();
    after = page.at(-1)?.id ?? after;
  }
}

/** Keeps the hour of a session on the wall, and its reminders with it. */
export async function realign(app: App, session: ToCome): Promise<void> {
  const start = startOnWall(session);
  if (Temporal.ZonedDateTime.compare(start, session.start) === 0) return;
  const aligned = { ...session, start };
  await updateSession(app.db, aligned);
  if (isOn(session)) await planReminders(app, aligned, app.clock.now(), 'once');
}

function startOnWall(session: ToCome): Temporal.ZonedDateTime {
  return session.movedTo?.toZonedDateTime(session.timeZone) ?? ruleStart(session);
}
