import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { onWall } from '../../core/local-time.ts';
import { LANES } from '../../delivery/lanes.ts';
import { enqueue } from '../../delivery/outbox.ts';
import { atomically } from '../../storage/atomically.ts';
import { translator } from '../../texts/translator.ts';
import { type Member, membersOf } from '../units/members-of.ts';
import { type KnownChannel, privateChannel } from '../units/channels.ts';
import { attendanceOfSession } from './attendance-store.ts';
import { exactCode, hasBegun, isBefore, isNight, type Meeting, nudgeAt } from './meeting.ts';
import { meetingWithId } from './meeting-store.ts';
import { meetingName } from './meeting-text.ts';
import { roundsDue, setStep } from './round-store.ts';
import { answerButtons } from './under-reminder.ts';

const AT_ONCE = 200;

/** Asks once more, in private, those who have not answered for the sessions that are near. */
export async function nudgeDue(app: App): Promise<void> {
  const now = app.clock.now();
  for (const { sessionId } of await roundsDue(app.db, 'nudge_at', now, AT_ONCE))
    await atomically(app.db, (db) => nudgeOrWait({ ...app, db }, sessionId, now));
}

/** Nudges, once, or puts it off where the session was moved or the bot wakes in the night. */
async function nudgeOrWait(app: App, sessionId: string, now: Temporal.Instant): Promise<void> {
  const meeting = await meetingWithId(app.db, sessionId, now);
  const due = meeting && nudgeAt(meeting);
  if (meeting && due && isBefore(now, due)) return setStep(app.db, sessionId, 'nudge_at', due);
  const isOn = meeting?.state === 'on' && !hasBegun(meeting, now);
  if (isOn && isNight(onWall(now, meeting.timeZone))) return;
  await setStep(app.db, sessionId, 'nudge_at', undefined);
  if (isOn) await nudge(app, meeting);
}

/** Asks those who have not answered, each in private; who has no private chat with the bot is left in peace. */
async function nudge(app: App, meeting: Meeting): Promise<void> {
  const rows = await attendanceOfSession(app.db, meeting.id);
  const answered = new Set(rows.flatMap((row) => (row.answer === null ? [] : [row.person_id])));
  for (const member of await membersOf(app, meeting.unitId)) {
    if (answered.has(member.personId)) continue;
    const channel = await chatWith(app, member);
    if (!channel) continue;
    const t = translator(channel.language);
    const entry = {
      key: `nudge:${meeting.id}:${meeting.startsAt.epochMilliseconds}:${member.personId}`,
      platform: channel.platform,
      target: channel.target,
      message: {
        text: t('attendance.nudge', { session: meetingName(meeting, t.language) }),
        buttons: [answerButtons(exactCode(meeting), t)],
      },
      lane: LANES.ahead,
      dueAt: app.clock.now(),
    };
    await enqueue(app.db, entry, app.newId);
  }
}

/** The first of a person's private chats that the bot may write in. */
async function chatWith(app: App, { accounts }: Member): Promise<KnownChannel | undefined> {
  for (const { platform, account } of accounts) {
    const channel = await privateChannel(app, platform, account);
    if (channel) return channel;
  }
  return undefined;
}
