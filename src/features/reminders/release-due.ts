import type { App } from '../../app.ts';
import { inTurn, takesTurns } from '../../core/takes-turns.ts';
import { LANES } from '../../delivery/pace.ts';
import { atomically } from '../../storage/atomically.ts';
import { formatMoment } from '../../texts/format.ts';
import { translator } from '../../texts/translator.ts';
import { closesAt } from '../attendance/attendance-times.ts';
import { openAttendance } from '../attendance/under-reminder.ts';
import { parseLead } from '../sessions/leads.ts';
import {
  type DueReminder,
  dueReminders,
  markMissed,
  reviveMissed,
  setReminders,
  unitsWithMissed,
} from '../sessions/reminder-store.ts';
import { isOn, type Session } from '../sessions/session.ts';
import { sessionsWithIds } from '../sessions/session-store.ts';
import { channelsOf } from '../units/channels.ts';
import { postTo } from '../units/post-to.ts';
import { remindersOfSession } from './reminder-message.ts';
import { tellMissed } from './tell-missed.ts';

/** A session that began longer ago than this is not announced any more: the administrators are told instead. */
const TOO_LATE_HOURS = 24;
/** Units at once, and reminders in one transaction: few enough that nobody is kept waiting by it. */
const AT_ONCE = 50;
const IN_ONE_GO = 4;

/**
 * Turns the reminders that are due into messages. The reminder and its messages change in one transaction, so
 * that each is released exactly once, however often this runs or is cut off.
 */
export async function releaseDue(app: App): Promise<void> {
  await reviveMissed(app.db, app.clock.now());
  await giveUpMissed(app);
  for (;;) {
    const released = await atomically(app.db, async (db) => {
      const batch = await dueReminders(db, app.clock.now(), IN_ONE_GO);
      await releaseBatch({ ...app, db }, batch);
      return batch.length;
    });
    if (released === 0) return;
    await takesTurns();
  }
}

/** Tells each unit in one message of all that it was not reminded of while the bot was away. */
async function giveUpMissed(app: App): Promise<void> {
  const before = app.clock.now().subtract({ hours: TOO_LATE_HOURS });
  for (;;) {
    const units = await unitsWithMissed(app.db, before, AT_ONCE);
    await inTurn(units, (unitId) =>
      atomically(app.db, async (db) => {
        const missed = await markMissed(db, unitId, before);
        await tellMissed({ ...app, db }, await sessionsWithIds(db, missed), 'missed.too_late');
      }),
    );
    if (units.length < AT_ONCE) return;
  }
}

async function releaseBatch(app: App, batch: readonly DueReminder[]): Promise<void> {
  const due = Map.groupBy(batch, ({ sessionId }) => sessionId);
  for (const session of await sessionsWithIds(app.db, [...due.keys()]))
    await releaseSession(app, session, due.get(session.id) ?? []);
}

/** Releases what is due of one session: the latest reminder speaks for those that were missed before it. */
async function releaseSession(app: App, session: Session, due: readonly DueReminder[]): Promise<void> {
  const last = due.at(-1);
  if (!last) return;
  if (!isOn(session)) {
    const ids = due.map(({ id }) => id);
    return setReminders(app.db, ids, 'cancelled');
  }
  const earlier = due.slice(0, -1).map(({ id }) => id);
  await setReminders(app.db, earlier, 'superseded');
  await setReminders(app.db, [last.id], 'released');
  if ((await announce(app, session, last)) === 0) await tellMissed(app, [session], 'missed.no_channel');
}

/** Puts a reminder into the outbox of every channel of the unit that may take it; gives the number of channels. */
async function announce(app: App, session: Session, reminder: DueReminder): Promise<number> {
  const channels = await channelsOf(app, session.unitId);
  const open = channels.filter((channel) => channel.open);
  // Where none takes it for sure, it is tried where the bot was only refused: its rights may have come back.
  const tried = open.length > 0 ? open : channels.filter(({ refused }) => refused);
  const write = await remindersOfSession(app, session);
  await openAttendance(app, session, { lead: parseLead(reminder.lead), dueAt: reminder.dueAt });
  for (const channel of tried) {
    const t = translator(channel.language);
    const lead = parseLead(reminder.lead);
    await postTo(app, channel, {
      key: `reminder:${session.id}:${reminder.lead}:${reminder.dueAt.epochMilliseconds}:${channel.id}`,
      message: write({ kind: 'lead', lead, dueAt: reminder.dueAt }, t),
      lateMessage: write({ kind: 'late' }, t),
      lane: LANES.due,
      dueAt: reminder.dueAt,
      expiresAt: closesAt(session),
      report: {
        unitId: session.unitId,
        about: `${session.title}, ${formatMoment(session.start, channel.language)}`,
      },
    });
  }
  return tried.length;
}
