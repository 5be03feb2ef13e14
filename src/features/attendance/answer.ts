import type { App } from '../../app.ts';
import type { Call } from '../../chat/call.ts';
import type { Button, Message } from '../../chat/message.ts';
import { LANES } from '../../delivery/lanes.ts';
import { enqueue } from '../../delivery/outbox.ts';
import { joinMarkup, type Markup, toPlain } from '../../texts/markup.ts';
import { type Translator, translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import { dropQuestion, openQuestion } from '../dialogs/open-question.ts';
import { privateChannel } from '../units/channels.ts';
import { findAttendance, saveAnswer } from './attendance-store.ts';
import { codeOfMeeting, exactCode, type Meeting } from './meeting.ts';
import { demandOpen, meetingName } from './meeting-text.ts';
import type { Answer } from './read-answer.ts';
import { markChanged } from './round-store.ts';
import { answerButtons } from './under-reminder.ts';

type Where = { platform: Call['incoming']['platform']; channel: { id: string }; sender: { id: string } };

/** The command that takes a reason. */
const REASON = 'lydo';

/**
 * Notes whether somebody comes, in place of what they said before. `isGuess`: nothing was said, so that they are
 * taken to come. @throws UserError when attendance is not open
 */
export async function recordAnswer(
  app: App,
  call: Call,
  meeting: Meeting,
  said: { answer: Answer; reason: string | undefined; isGuess: boolean },
): Promise<Message> {
  const now = app.clock.now();
  demandOpen(meeting, now, call.t);
  const { personId } = call.caller;
  const before = await findAttendance(app.db, meeting.id, personId);
  const isSame = before?.answer === said.answer;
  const reason = said.reason ?? (isSame ? (before.reason ?? undefined) : undefined);
  const who = { id: app.newId(), sessionId: meeting.id, personId };
  await saveAnswer(app.db, who, { answer: said.answer, reason, at: now });
  if (!isSame) await markChanged(app.db, meeting.id);
  if (before?.answer === 'excused' && !isSame) await dropReasonQuestion(app, call);
  return receipt(app, call, meeting, { ...said, reason });
}

/** Who comes after all is not waited for with the question why not. */
async function dropReasonQuestion(app: App, { incoming }: Call): Promise<void> {
  const { platform, sender } = incoming;
  const channel = await privateChannel(app, platform, sender.id);
  if (channel) await dropQuestion(app, { platform, channel: { id: channel.target.channel }, sender }, REASON);
}

/** What the person is told: a note over a pressed button has room for words only. */
async function receipt(
  app: App,
  call: Call,
  meeting: Meeting,
  said: { answer: Answer; reason: string | undefined; isGuess: boolean },
): Promise<Message> {
  const { t, incoming } = call;
  const wantsReason = said.answer === 'excused' && said.reason === undefined;
  if (isPrivate(call)) {
    const buttons = [answerButtons(exactCode(meeting), t, said.answer)];
    const place = incoming.kind === 'press' ? { inPlace: true } : {};
    if (!wantsReason)
      return { text: noted(meeting, said.answer, t('attendance.noted_change'), t), buttons, ...place };
    const where = { platform: incoming.platform, channel: incoming.channel, sender: incoming.sender };
    const question = await reasonQuestion(app, where, meeting, t);
    const text = noted(meeting, said.answer, question.text, t);
    return { text, buttons: [...(question.buttons ?? []), ...buttons], ...place };
  }
  const more = wantsReason ? await askReasonApart(app, call, meeting) : t('attendance.noted_change');
  const text = noted(meeting, said.answer, more, t);
  const buttons = [answerButtons(codeOfMeeting(meeting), t, said.answer)];
  return said.isGuess ? { text, buttons, privately: true } : { text, privately: true };
}

function isPrivate({ incoming }: Call): boolean {
  return incoming.channel.kind === 'private';
}

/** What was noted, then what is to be known, then of which session: a note over a button may be cut at its end. */
function noted(meeting: Meeting, answer: Answer, more: Markup, t: Translator): Markup {
  return joinMarkup([
    t('attendance.noted', { answer: t(`answer.${answer}`) }),
    more,
    meetingName(meeting, t.language),
  ]);
}

/** The question for the reason, in a private chat; a person in the middle of something else is not interrupted. */
async function reasonQuestion(
  app: App,
  where: Where,
  meeting: Meeting,
  t: Translator,
): Promise<Pick<Message, 'text' | 'buttons'>> {
  const session = exactCode(meeting);
  const dialog = { command: REASON, asking: 'reason', answers: { session }, guided: false };
  const isOpen = await openQuestion(app, where, dialog);
  const write = { label: toPlain(t('button.write_reason')), line: `/lydo ${session}` };
  return isOpen
    ? { text: t('attendance.ask_reason'), buttons: [[write, skipButton(session, t)]] }
    : { text: t('attendance.ask_reason_later'), buttons: [[write]] };
}

function skipButton(session: string, t: Translator): Button {
  return {
    label: toPlain(t('button.skip')),
    line: `/${REASON} ${session} -`,
  };
}

/** Asks for the reason in the person's private chat, once a session; says where, or how to give it. */
async function askReasonApart(app: App, call: Call, meeting: Meeting) {
  const { platform, sender } = call.incoming;
  const channel = await privateChannel(app, platform, sender.id);
  if (!channel) return call.t('attendance.reason_how', { code: codeOfMeeting(meeting) });
  const t = translator(channel.language);
  const where = { platform, channel: { id: channel.target.channel }, sender };
  const question = await reasonQuestion(app, where, meeting, t);
  const entry = {
    key: `reason:${meeting.id}:${call.caller.personId}`,
    platform,
    target: channel.target,
    message: { ...question, text: noted(meeting, 'excused', question.text, t) },
    lane: LANES.answer,
    dueAt: app.clock.now(),
  };
  await enqueue(app.db, entry, app.newId);
  return call.t('attendance.reason_sent');
}

/** Notes why somebody does not come. @throws UserError when attendance is not open */
export async function recordReason(app: App, call: Call, meeting: Meeting, reason: string): Promise<Message> {
  const { personId } = call.caller;
  const now = app.clock.now();
  demandOpen(meeting, now, call.t);
  const before = await findAttendance(app.db, meeting.id, personId);
  // Who is not sure, and says why, stays unsure; who said nothing, or that they come, now does not.
  const answer = before?.answer === 'unsure' ? 'unsure' : 'excused';
  await saveAnswer(app.db, { id: app.newId(), sessionId: meeting.id, personId }, { answer, reason, at: now });
  if (before?.answer !== answer) await markChanged(app.db, meeting.id);
  const session = meetingName(meeting, call.t.language);
  return { text: call.t('attendance.noted_reason', { session }), privately: true };
}

/** Asks why, where nobody else reads the answer. */
export async function askReason(app: App, call: Call, meeting: Meeting): Promise<Message> {
  demandOpen(meeting, app.clock.now(), call.t);
  if (!isPrivate(call)) throw new UserError('attendance.reason_how', { code: codeOfMeeting(meeting) });
  const { incoming, t } = call;
  const session = exactCode(meeting);
  const dialog = { command: REASON, asking: 'reason', answers: { session }, guided: false };
  await openQuestion(app, incoming, dialog, true);
  return { text: t('attendance.ask_reason'), buttons: [[skipButton(session, t)]], asks: true };
}

/** The reason stays unsaid. */
export async function leaveReason(app: App, call: Call): Promise<Message> {
  await dropQuestion(app, call.incoming, REASON);
  return { text: call.t('attendance.no_reason'), inPlace: true };
}
