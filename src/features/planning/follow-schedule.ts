import type { App } from '../../app.ts';
import { planReminders } from '../reminders/plan-reminders.ts';
import { isOn, type Session, takesItsTime } from '../sessions/session.ts';
import { clearDates, openSessionsOf, updateSession } from '../sessions/session-store.ts';
import { applyChange } from './change-session.ts';
import type { Happening } from './change-text.ts';

/** The sessions of a schedule that are to come, or some of them, follow what was done to the whole of it. */
export async function followSchedule(
  app: App,
  scheduleId: string,
  happening: Happening,
  saidIn: string | undefined,
  which: (session: Session) => boolean = () => true,
): Promise<void> {
  const sessions = await openSessionsOf(app.db, scheduleId, app.clock.now());
  for (const session of sessions.filter(takesItsTime).filter(which))
    await applyChange(app, session, happening, saidIn);
}

/** Sessions become what a changed schedule makes of them; people hear of what is another for them, and only of that. */
export async function becomeAs(
  app: App,
  changes: ReadonlyMap<Session, Session>,
  saidIn: string | undefined,
): Promise<void> {
  const redated = [...changes].filter(([before, after]) => !before.originalDate.equals(after.originalDate));
  await clearDates(
    app.db,
    redated.map(([{ id }]) => id),
  );
  for (const [before, after] of changes) await become(app, before, after, saidIn);
}

async function become(app: App, before: Session, after: Session, saidIn: string | undefined): Promise<void> {
  const happening = happeningOf(before, after);
  if (happening) {
    await applyChange(app, after, happening, saidIn);
    return;
  }
  await updateSession(app.db, after);
  if (isOn(after)) await planReminders(app, after, app.clock.now());
}

/** What a change of a schedule is to those who come to one of its sessions. */
function happeningOf(before: Session, after: Session): Happening | undefined {
  if (!isOn(after)) return isOn(before) ? { kind: 'cancelled' } : undefined;
  if (!isOn(before)) return { kind: 'restored' };
  const isElsewhere = before.place !== after.place;
  if (!before.start.equals(after.start)) return { kind: 'moved', from: before.start, isElsewhere };
  if (isElsewhere) return { kind: 'where' };
  return before.title === after.title && before.minutes === after.minutes ? undefined : { kind: 'renamed' };
}
