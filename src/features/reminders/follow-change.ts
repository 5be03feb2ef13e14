import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import type { Message } from '../../chat/message.ts';
import { withdraw } from '../../delivery/outbox.ts';
import { LANES } from '../../delivery/pace.ts';
import { formatMoment } from '../../texts/format.ts';
import { type Translator, translator } from '../../texts/translator.ts';
import { closesAt } from '../attendance/attendance-times.ts';
import { isOn, type Session } from '../sessions/session.ts';
import { channelsOf } from '../units/channels.ts';
import { postTo } from '../units/post-to.ts';
import { cancelReminders, planReminders, remindNow } from './plan-reminders.ts';
import { remindersOfSession } from './reminder-message.ts';

export type Change = {
  /** What changed, in a line, with the buttons for what people are asked. */
  line: (t: Translator) => Message;
  /** Our id of the channel where it was changed: there the answer says it. */
  saidIn: string | undefined;
  /** People who have read a reminder have to hear of it: another day, another place, no session at all. */
  aloud: boolean;
  /** It has another time, so that its reminders have. */
  rescheduled: boolean;
};

/**
 * What people were told and are still to be told of a session follows what it is now: reminders on their way are
 * taken back, those to come set anew, those posted corrected.
 */
export async function followChange(app: App, session: Session, change: Change): Promise<void> {
  const withdrawn = (await withdraw(app.db, `reminder:${session.id}:`)) > 0;
  await withdraw(app.db, `change:${session.id}:`);
  if (isOn(session)) await renewReminders(app, session, { rescheduled: change.rescheduled, withdrawn });
  else await cancelReminders(app, session.id);
  await correctPosts(app, session, change);
}

/**
 * Sets the reminders of a session that is to take place. One that was on its way is made anew, and a session that
 * nobody has heard of and that no reminder is left for is announced now.
 */
async function renewReminders(
  app: App,
  session: Session,
  { rescheduled, withdrawn }: { rescheduled: boolean; withdrawn: boolean },
): Promise<void> {
  const now = app.clock.now();
  const isToCome = await planReminders(app, session, now);
  const isAhead = session.start.epochMilliseconds > now.epochMilliseconds;
  const isKnown = session.announcedAt !== undefined;
  if (isAhead && (withdrawn || (rescheduled && !isToCome && !isKnown))) await remindNow(app, session);
}

/** Changes in place what was posted of a session, in every channel of the unit where something was. */
async function correctPosts(app: App, session: Session, change: Change): Promise<void> {
  const write = await remindersOfSession(app, session);
  const occasion = app.newId();
  for (const channel of await channelsOf(app, session.unitId)) {
    if (!channel.open) continue;
    const t = translator(channel.language);
    await postTo(app, channel, {
      key: `change:${session.id}:${occasion}:${channel.id}`,
      message: { ...write({ kind: 'changed' }, t), inPlace: true },
      corrects: { line: change.line(t), aloud: change.aloud && channel.id !== change.saidIn },
      lane: LANES.due,
      expiresAt: ofUseUntil(app, session),
      report: {
        unitId: session.unitId,
        about: `${session.title}, ${formatMoment(session.start, channel.language)}`,
      },
    });
  }
}

/** That it takes place elsewhere, later or not at all is worth knowing until it is over, and a day in any case. */
function ofUseUntil(app: App, session: Session): Temporal.Instant {
  const aDay = app.clock.now().add({ hours: 24 });
  const over = closesAt(session);
  return Temporal.Instant.compare(aDay, over) > 0 ? aDay : over;
}
