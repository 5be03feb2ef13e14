import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { onWall } from '../../core/local-time.ts';
import { inTurn } from '../../core/takes-turns.ts';
import { LANES } from '../../delivery/pace.ts';
import { atomically } from '../../storage/atomically.ts';
import { translator } from '../../texts/translator.ts';
import { exactCode, isOn, type Session, sessionName } from '../sessions/session.ts';
import { sessionWithId } from '../sessions/session-store.ts';
import { type KnownChannel, privateChannel } from '../units/channels.ts';
import { type Member, membersOf } from '../units/people.ts';
import { postTo } from '../units/post-to.ts';
import { isQuiet } from '../units/quiet-hours.ts';
import { settingsOf } from '../units/settings-store.ts';
import { attendanceOfSession } from './attendance-store.ts';
import { hasBegun, isBefore, nudgeAt } from './attendance-times.ts';
import { roundsDue, setStep } from './round-store.ts';
import { answerButtons } from './under-reminder.ts';

const AT_ONCE = 200;

/** Asks once more, in private, those who have not answered for the sessions that are near. */
export async function nudgeDue(app: App): Promise<void> {
  const now = app.clock.now();
  await inTurn(await roundsDue(app.db, 'nudge_at', now, AT_ONCE), ({ sessionId }) =>
    atomically(app.db, (db) => nudgeOrWait({ ...app, db }, sessionId, now)),
  );
}

/** Nudges, once, or puts it off where the session was moved or the bot wakes in the quiet hours. */
async function nudgeOrWait(app: App, sessionId: string, now: Temporal.Instant): Promise<void> {
  const session = await sessionWithId(app.db, sessionId);
  if (!session) return setStep(app.db, sessionId, 'nudge_at', undefined);
  const { quiet } = await settingsOf(app.db, session.unitId);
  const due = nudgeAt(session, quiet);
  if (due && isBefore(now, due)) return setStep(app.db, sessionId, 'nudge_at', due);
  const isToCome = isOn(session) && !hasBegun(session, now);
  if (isToCome && isQuiet(onWall(now, session.timeZone), quiet)) return;
  await setStep(app.db, sessionId, 'nudge_at', undefined);
  if (isToCome) await nudge(app, session);
}

/** Asks those who have not answered, each in private; who has no private chat with the bot is left in peace. */
async function nudge(app: App, session: Session): Promise<void> {
  const rows = await attendanceOfSession(app.db, session);
  const answered = new Set(rows.flatMap((row) => (row.answer === null ? [] : [row.person_id])));
  for (const member of await membersOf(app, session.unitId)) {
    if (answered.has(member.personId)) continue;
    const channel = await chatWith(app, member);
    if (!channel) continue;
    const t = translator(channel.language);
    await postTo(app, channel, {
      key: `nudge:${session.id}:${session.start.epochMilliseconds}:${member.personId}`,
      message: {
        text: t('attendance.nudge', { session: sessionName(session, t.language) }),
        buttons: [answerButtons(exactCode(session), t)],
      },
      lane: LANES.ahead,
      expiresAt: session.start.toInstant(),
      onlyTo: { unitId: session.unitId },
    });
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
