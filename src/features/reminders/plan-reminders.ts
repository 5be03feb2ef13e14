import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { dueAt, writeLeads } from '../sessions/leads.ts';
import { putReminder, type Reminder, remindersOf, setReminders } from '../sessions/reminder-store.ts';
import type { Session } from '../sessions/session.ts';
import { settingsOf } from '../units/settings-store.ts';
import { dueOutsideQuiet } from './due-outside-quiet.ts';

type Planned = Pick<Session, 'id' | 'unitId' | 'start' | 'leads'>;

type Again = 'again' | 'once';

/**
 * Sets the reminders of a session to what its time and its leads ask for, none of them before `notBefore`. What
 * went out for another time comes `again` at the new one. True when one is still to come.
 */
export async function planReminders(
  app: App,
  session: Planned,
  notBefore: Temporal.Instant,
  again: Again = 'again',
): Promise<boolean> {
  const { quiet } = await settingsOf(app.db, session.unitId);
  const old = new Map((await remindersOf(app.db, session.id)).map((reminder) => [reminder.lead, reminder]));
  const due = new Map(
    session.leads.map((lead) => [writeLeads([lead]), dueOutsideQuiet(lead, session.start, quiet, notBefore)]),
  );
  let isAnyToCome = false;
  for (const [lead, at] of due) {
    if (!at) continue;
    const known = old.get(lead);
    isAnyToCome ||= known?.state !== 'released' || !isDone(known, at, again);
    if (!isDone(known, at, again))
      await putReminder(app.db, { id: app.newId(), sessionId: session.id, lead, dueAt: at });
  }
  const waiting = [...old.values()].filter(({ state }) => state === 'waiting');
  const past = waiting.filter(({ lead }) => due.has(lead) && due.get(lead) === undefined);
  const unwanted = waiting.filter(({ lead }) => !due.has(lead));
  await setReminders(
    app.db,
    past.map(({ id }) => id),
    'superseded',
  );
  await setReminders(
    app.db,
    unwanted.map(({ id }) => id),
    'cancelled',
  );
  return isAnyToCome;
}

function isDone(reminder: Reminder | undefined, due: Temporal.Instant, again: Again): boolean {
  return (
    (reminder?.state === 'released' && again === 'once') ||
    ((reminder?.state === 'released' || reminder?.state === 'waiting') && reminder.dueAt.equals(due))
  );
}

/** Nothing more is reminded of; what went out stays. */
export async function cancelReminders(app: App, sessionId: string): Promise<void> {
  const waiting = (await remindersOf(app.db, sessionId)).filter(({ state }) => state === 'waiting');
  await setReminders(
    app.db,
    waiting.map(({ id }) => id),
    'cancelled',
  );
}

/** The reminder that comes nearest to the session goes out now. */
export async function remindNow(app: App, session: Planned): Promise<void> {
  const nearest = session.leads
    .toSorted((one, other) =>
      Temporal.Instant.compare(dueAt(one, session.start), dueAt(other, session.start)),
    )
    .at(-1);
  if (!nearest) return;
  const reminder = { id: app.newId(), sessionId: session.id, lead: writeLeads([nearest]) };
  await putReminder(app.db, { ...reminder, dueAt: app.clock.now() });
}
