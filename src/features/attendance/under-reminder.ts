import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import type { Button, Message } from '../../chat/message.ts';
import { joinMarkup, type Markup } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { codeOfSession, isOn, type Session, takesPlace } from '../sessions/session.ts';
import { setAnnounced, setAsked } from '../sessions/session-store.ts';
import { settingsOf } from '../units/settings-store.ts';
import { type AttendanceCounts, countAttendance, countLeftBehind } from './attendance-store.ts';
import { closesAt, isBefore, nudgeAt } from './attendance-times.ts';
import { ANSWER_WORDS, ANSWERS, type Answer } from './read-answer.ts';
import { openRound, type PostedReminder } from './round-store.ts';

/** A button for each answer but the one that was given; `code` says for which session. */
export function answerButtons(code: string, t: Translator, without?: Answer): Button[] {
  return ANSWERS.filter((answer) => answer !== without).map((answer) =>
    button(t, `button.${answer}`, `/diemdanh ${code} ${ANSWER_WORDS[answer]}`),
  );
}

/** A reminder with the buttons to answer by, and how many have; nothing under a session that is off. */
export async function attendanceUnder(
  app: App,
  session: Session,
): Promise<(message: Message, t: Translator) => Message> {
  if (!takesPlace(session)) return (message) => message;
  const counts = await countAttendance(app.db, session);
  const anew = await askedAnew(app, session);
  const isClosed = !isBefore(app.clock.now(), closesAt(session));
  return (message, t) => {
    const isOver = isClosed ? [t('attendance.closed_line')] : anew(t).lines;
    const lines = [...countsLine(counts, t), ...isOver];
    const text = joinMarkup([message.text, ...lines]);
    const buttons = [...(message.buttons ?? []), answerButtons(codeOfSession(session), t)];
    return isClosed ? { ...message, text } : { ...message, text, buttons };
  };
}

/** Where people have answered for another day of a session: that they are asked again, and the buttons for it. */
export async function askedAnew(
  app: App,
  session: Session,
): Promise<(t: Translator) => { lines: Markup[]; buttons: Button[][] }> {
  const n = isOn(session) ? await countLeftBehind(app.db, session) : 0;
  return (t) =>
    n === 0
      ? { lines: [], buttons: [] }
      : { lines: [t('attendance.anew', { n })], buttons: [answerButtons(codeOfSession(session), t)] };
}

function countsLine({ present, excused, unsure }: AttendanceCounts, t: Translator): Markup[] {
  return present + excused + unsure === 0 ? [] : [t('attendance.counts', { present, excused, unsure })];
}

/** A reminder of a session goes out: from now on people are asked whether they come. */
export async function openAttendance(app: App, session: Session, reminder: PostedReminder): Promise<void> {
  const { quiet } = await settingsOf(app.db, session.unitId);
  const startsAt = session.start.toInstant();
  const steps = { nudgeAt: nudgeAt(session, quiet), closeAt: closesAt(session) };
  await openRound(app.db, { sessionId: session.id, startsAt }, reminder, steps);
  await setAnnounced(app.db, session.id, app.clock.now());
  // One that was asked about and then moved is asked about again.
  if (isBefore(app.clock.now(), startsAt)) await setAsked(app.db, session.id, undefined);
}
