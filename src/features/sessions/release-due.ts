import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { onWall } from '../../core/local-time.ts';
import { LANES } from '../../delivery/lanes.ts';
import { enqueue } from '../../delivery/outbox.ts';
import { atomically } from '../../storage/atomically.ts';
import { formatMoment } from '../../texts/format.ts';
import { translator } from '../../texts/translator.ts';
import { channelsOf } from '../units/channels.ts';
import { tellAdministrators } from '../units/tell-administrators.ts';
import { readLead } from './leads.ts';
import { lateReminderMessage, reminderMessage } from './reminder-text.ts';
import { codeOfSchedule, type Schedule } from './schedule.ts';
import { schedulesWithIds } from './schedule-store.ts';
import { type DueReminder, dueReminders, setReminders } from './session-store.ts';

/** A session that began longer ago than this is not announced any more: the administrators are told instead. */
const TOO_LATE_HOURS = 24;
const AT_ONCE = 200;

const isTooLate = ({ startsAt }: DueReminder, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(startsAt.add({ hours: TOO_LATE_HOURS }), now) < 0;

/** Puts a reminder into the outbox of every channel of the unit; gives the number of channels. */
const announce = async (app: App, schedule: Schedule, reminder: DueReminder): Promise<number> => {
  const start = onWall(reminder.startsAt, schedule.timeZone);
  const open = (await channelsOf(app, schedule.unitId)).filter((channel) => channel.open);
  for (const channel of open) {
    const t = translator(channel.language);
    await enqueue(
      app.db,
      {
        key: `reminder:${reminder.id}:${channel.id}`,
        platform: channel.platform,
        target: channel.target,
        message: reminderMessage(schedule, readLead(reminder.lead), start, t),
        lateMessage: lateReminderMessage(schedule, start, t),
        lane: LANES.due,
        dueAt: reminder.dueAt,
        report: {
          unitId: schedule.unitId,
          about: `${schedule.title}, ${formatMoment(start, channel.language)}`,
        },
      },
      app.newId,
    );
  }
  return open.length;
};

/** Releases what is due of one session: the latest reminder speaks for those that were missed before it. */
const releaseSession = async (app: App, schedule: Schedule, due: readonly DueReminder[]): Promise<void> => {
  const last = due.at(-1);
  if (!last) return;
  const earlier = due.slice(0, -1).map(({ id }) => id);
  await setReminders(app.db, earlier, 'superseded');
  await setReminders(app.db, [last.id], 'released');
  if ((await announce(app, schedule, last)) === 0)
    await tellMissed(app, schedule, [last], 'missed.no_channel');
};

/** Tells the administrators which sessions nobody was reminded of. */
const tellMissed = async (
  app: App,
  schedule: Schedule,
  missed: readonly DueReminder[],
  key: 'missed.no_channel' | 'missed.too_late',
): Promise<void> => {
  const starts = [...new Set(missed.map(({ startsAt }) => startsAt.toString()))].map(Temporal.Instant.from);
  await tellAdministrators(app, schedule.unitId, `${key}:${missed[0]?.id}`, (t) => {
    const days = starts.map((start) => formatMoment(onWall(start, schedule.timeZone), t.language));
    const shown = days.length > 5 ? [...days.slice(0, 5), '…'] : days;
    return t(key, {
      code: codeOfSchedule(schedule),
      title: schedule.title,
      n: days.length,
      days: shown.join('; '),
    });
  });
};

const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] => [
  ...Map.groupBy(items, keyOf).values(),
];

const releaseBatch = async (app: App, batch: readonly DueReminder[]): Promise<void> => {
  const schedules = await schedulesWithIds(app.db, [...new Set(batch.map(({ scheduleId }) => scheduleId))]);
  const now = app.clock.now();
  const missed: DueReminder[] = [];
  for (const due of groupBy(batch, ({ sessionId }) => sessionId)) {
    const schedule = schedules.get(due[0]?.scheduleId ?? '');
    const tooLate = due.filter((reminder) => isTooLate(reminder, now));
    missed.push(...tooLate);
    if (schedule && tooLate.length === 0) await releaseSession(app, schedule, due);
  }
  await setReminders(
    app.db,
    missed.map(({ id }) => id),
    'missed',
  );
  for (const due of groupBy(missed, ({ scheduleId }) => scheduleId)) {
    const schedule = schedules.get(due[0]?.scheduleId ?? '');
    if (schedule) await tellMissed(app, schedule, due, 'missed.too_late');
  }
};

/**
 * Turns the reminders that are due into messages. The reminder and its messages change in one transaction, so
 * that each is released exactly once, however often this runs or is cut off.
 */
export const releaseDue = async (app: App): Promise<void> => {
  for (;;) {
    const released = await atomically(app.db, async (db) => {
      const batch = await dueReminders(db, app.clock.now(), AT_ONCE);
      await releaseBatch({ ...app, db }, batch);
      return batch.length;
    });
    if (released < AT_ONCE) return;
  }
};
