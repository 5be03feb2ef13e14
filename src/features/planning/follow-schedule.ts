import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { dayOffCheckOf, ruleStart, type Session } from '../sessions/session.ts';
import { clearDates, openSessionsOf, sessionsWithIds, updateSession } from '../sessions/session-store.ts';
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
  for (const session of sessions.filter(isToBeHeld).filter(which))
    await applyChange(app, session, happening, saidIn);
}

function isToBeHeld({ state }: Session): boolean {
  return state === 'planned' || state === 'moved';
}

type Dates = ReadonlyMap<Session, Temporal.PlainDate | undefined>;

/** Gives sessions the days of a changed rule. What an administrator set by hand keeps its own time. */
export async function redateSessions(app: App, dates: Dates, saidIn: string | undefined): Promise<void> {
  const byId = new Map([...dates].map(([{ id }, date]) => [id, date]));
  const taken = new Set([...byId.values()].flatMap((date) => (date ? [date.toString()] : [])));
  const sessions = await sessionsWithIds(app.db, [...byId.keys()]);
  await clearDates(app.db, [...byId.keys()]);
  for (const session of sessions) {
    const date = byId.get(session.id);
    await redate(
      app,
      session,
      { date: date ?? freeDay(session.originalDate, taken), hasDay: date !== undefined },
      saidIn,
    );
  }
}

/** A session that follows its rule takes the new day, or is dropped where the rule has none left for it. */
async function redate(
  app: App,
  session: Session,
  to: { date: Temporal.PlainDate; hasDay: boolean },
  saidIn: string | undefined,
): Promise<void> {
  const dated: Session = { ...session, originalDate: to.date };
  if (!followsRule(session)) return updateSession(app.db, dated);
  if (!to.hasDay) {
    const dropped: Session = { ...dated, state: 'dropped', checkAt: undefined };
    if (session.state === 'dropped') return updateSession(app.db, dropped);
    await applyChange(app, dropped, { kind: 'cancelled' }, saidIn);
    return;
  }
  const start = ruleStart(dated);
  const planned: Session = {
    ...dated,
    state: 'planned',
    start,
    checkAt: dayOffCheckOf(start),
    dayOff: undefined,
  };
  const isSame = session.state === 'planned' && start.equals(session.start);
  await applyChange(
    app,
    planned,
    isSame ? { kind: 'renamed' } : { kind: 'moved', from: session.start },
    saidIn,
  );
}

/** Nobody has given it another time, or taken it off. */
function followsRule({ state }: Session): boolean {
  return state === 'planned' || state === 'dropped';
}

/** A day that no other session of the schedule has: the one it had, or the next that is free. */
function freeDay(date: Temporal.PlainDate, taken: Set<string>): Temporal.PlainDate {
  let free = date;
  while (taken.has(free.toString())) free = free.add({ days: 1 });
  taken.add(free.toString());
  return free;
}
