import type { App } from '../../app.ts';
import { inTurn } from '../../core/takes-turns.ts';
import { atomically } from '../../storage/atomically.ts';
import { schedulesToGoOn } from '../sessions/due-schedule-store.ts';
import { markGoingOn } from '../sessions/schedule-store.ts';
import { dropPaused } from '../sessions/session-store.ts';

const AT_ONCE = 200;

/** Schedules whose pause is over run again; the sessions that fell into it stay off. */
export async function endPauses(app: App): Promise<void> {
  for (;;) {
    const due = await schedulesToGoOn(app.db, app.clock.now(), AT_ONCE);
    await inTurn(due, ({ id, pausedUntil }) =>
      atomically(app.db, async (db) => {
        if (pausedUntil) await dropPaused(db, id, pausedUntil);
        await markGoingOn(db, id);
      }),
    );
    if (due.length < AT_ONCE) return;
  }
}
