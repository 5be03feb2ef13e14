import type { App } from '../../app.ts';
import type { Button, Message } from '../../chat/message.ts';
import { joinMarkup, type Markup, toPlain } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { type Counts, countAttendance } from './attendance-store.ts';
import { closesAt, codeOfMeeting, isBefore, type Meeting, nudgeAt } from './meeting.ts';
import { meetingWithId, setAsked } from './meeting-store.ts';
import { ANSWER_WORDS, ANSWERS, type Answer } from './read-answer.ts';
import { openRound, type Reminder } from './round-store.ts';

/** A button for each answer but the one that was given; `code` says for which session. */
export function answerButtons(code: string, t: Translator, without?: Answer): Button[] {
  return ANSWERS.filter((answer) => answer !== without).map((answer) => ({
    label: toPlain(t(`button.${answer}`)),
    line: `/diemdanh ${code} ${ANSWER_WORDS[answer]}`,
  }));
}

/** A reminder with the buttons to answer by, and how many have; nothing under a session that is off. */
export async function attendanceUnder(
  app: App,
  sessionId: string,
): Promise<(message: Message, t: Translator) => Message> {
  const now = app.clock.now();
  const meeting = await meetingWithId(app.db, sessionId, now);
  if (meeting?.state !== 'on') return (message) => message;
  const counts = await countAttendance(app.db, sessionId);
  const isClosed = !isBefore(now, closesAt(meeting));
  return (message, t) => {
    const lines = [...countsLine(counts, t), ...(isClosed ? [t('attendance.closed_line')] : [])];
    const text = joinMarkup([message.text, ...lines]);
    const buttons = [...(message.buttons ?? []), answerButtons(codeOfMeeting(meeting), t)];
    return isClosed ? { ...message, text } : { ...message, text, buttons };
  };
}

function countsLine({ present, excused, unsure }: Counts, t: Translator): Markup[] {
  return present + excused + unsure === 0 ? [] : [t('attendance.counts', { present, excused, unsure })];
}

/** A reminder of a session goes out: from now on people are asked whether they come. */
export async function openAttendance(app: App, sessionId: string, reminder: Reminder): Promise<void> {
  const now = app.clock.now();
  const meeting = await meetingWithId(app.db, sessionId, now);
  if (!meeting) return;
  await openRound(app.db, { sessionId, startsAt: meeting.startsAt }, reminder, stepsOf(meeting));
  // One that was asked about and then moved is asked about again.
  if (isBefore(now, meeting.startsAt)) await setAsked(app.db, sessionId, undefined);
}

/** What is to be done of a session from now on, for the start that it has now. */
function stepsOf(meeting: Meeting) {
  return { nudgeAt: nudgeAt(meeting), closeAt: closesAt(meeting) };
}
