import type { App } from '../../app.ts';
import type { Call } from '../../chat/call.ts';
import type { Button, Message } from '../../chat/message.ts';
import { enqueue } from '../../delivery/outbox.ts';
import { LANES } from '../../delivery/pace.ts';
import { joinMarkup, type Markup, toPlain } from '../../texts/markup.ts';
import { type Translator, translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import { dropQuestion, openQuestion } from '../dialogs/open-question.ts';
import { codeOfSession, exactCode, type Session, sessionName } from '../sessions/session.ts';
import { privateChannel } from '../units/channels.ts';
import { findAttendance, saveAnswer } from './attendance-store.ts';
import { demandOpen } from './demand-session.ts';
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
  session: Session,
  said: { answer: Answer; reason: string | undefined; isGuess: boolean },
): Promise<Message> {
  const now = app.clock.now();
  demandOpen(session, now, call.t);
  const { personId } = call.caller;
  const before = await findAttendance(app.db, session.id, personId);
  const isSame = before?.answer === said.answer;
  const reason = said.reason ?? (isSame ? (before.reason ?? undefined) : undefined);
  const who = { id: app.newId(), sessionId: session.id, personId };
  await saveAnswer(app.db, who, { answer: said.answer, reason, at: now });
  if (!isSame) await markChanged(app.db, session.id);
  if (before?.answer === 'excused' && !isSame) await dropReasonQuestion(app, call);
  return receipt(app, call, session, { ...said, reason });
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
  session: Session,
  said: { answer: Answer; reason: string | undefined; isGuess: boolean },
): Promise<Message> {
  const { t, incoming } = call;
  const wantsReason = said.answer === 'excused' && said.reason === undefined;
  if (isPrivate(call)) {
    const buttons = [answerButtons(exactCode(session), t, said.answer)];
    const place = incoming.kind === 'press' ? { inPlace: true } : {};
    if (!wantsReason)
      return { text: noted(session, said.answer, t('attendance.noted_change'), t), buttons, ...place };
    const where = { platform: incoming.platform, channel: incoming.channel, sender: incoming.sender };
    const question = await reasonQuestion(app, where, session, t);
    const text = noted(session, said.answer, question.text, t);
    return { text, buttons: [...(question.buttons ?? []), ...buttons], ...place };
  }
  const more = wantsReason ? await askReasonApart(app, call, session) : t('attendance.noted_change');
  const text = noted(session, said.answer, more, t);
  const buttons = [answerButtons(codeOfSession(session), t, said.answer)];
  return said.isGuess ? { text, buttons, privately: true } : { text, privately: true };
}

function isPrivate({ incoming }: Call): boolean {
  return incoming.channel.kind === 'private';
}

/** What was noted, then what is to be known, then of which session: a note over a button may be cut at its end. */
function noted(session: Session, answer: Answer, more: Markup, t: Translator): Markup {
  return joinMarkup([
    t('attendance.noted', { answer: t(`answer.${answer}`) }),
    more,
    sessionName(session, t.language),
  ]);
}

/** The question for the reason, in a private chat; a person in the middle of something else is not interrupted. */
async function reasonQuestion(
  app: App,
  where: Where,
  session: Session,
  t: Translator,
): Promise<Pick<Message, 'text' | 'buttons'>> {
  const code = exactCode(session);
  const dialog = { command: REASON, asking: 'reason', answers: { session: code }, guided: false };
  const isOpen = await openQuestion(app, where, dialog);
  const write = { label: toPlain(t('button.write_reason')), line: `/lydo ${code}` };
  return isOpen
    ? { text: t('attendance.ask_reason'), buttons: [[write, skipButton(code, t)]] }
    : { text: t('attendance.ask_reason_later'), buttons: [[write]] };
}

function skipButton(session: string, t: Translator): Button {
  return {
    label: toPlain(t('button.skip')),
    line: `/${REASON} ${session} -`,
  };
}

/** Asks for the reason in the person's private chat, once a session; says where, or how to give it. */
async function askReasonApart(app: App, call: Call, session: Session) {
  const { platform, sender } = call.incoming;
  const channel = await privateChannel(app, platform, sender.id);
  if (!channel) return call.t('attendance.reason_how', { code: codeOfSession(session) });
  const t = translator(channel.language);
  const where = { platform, channel: { id: channel.target.channel }, sender };
  const question = await reasonQuestion(app, where, session, t);
  const entry = {
    key: `reason:${session.id}:${call.caller.personId}`,
    platform,
    target: channel.target,
    message: { ...question, text: noted(session, 'excused', question.text, t) },
    lane: LANES.answer,
    dueAt: app.clock.now(),
  };
  await enqueue(app.db, entry, app.newId);
  return call.t('attendance.reason_sent');
}

/** Notes why somebody does not come. @throws UserError when attendance is not open */
export async function recordReason(app: App, call: Call, session: Session, reason: string): Promise<Message> {
  const { personId } = call.caller;
  const now = app.clock.now();
  demandOpen(session, now, call.t);
  const before = await findAttendance(app.db, session.id, personId);
  // Who is not sure, and says why, stays unsure; who said nothing, or that they come, now does not.
  const answer = before?.answer === 'unsure' ? 'unsure' : 'excused';
  await saveAnswer(app.db, { id: app.newId(), sessionId: session.id, personId }, { answer, reason, at: now });
  if (before?.answer !== answer) await markChanged(app.db, session.id);
  const name = sessionName(session, call.t.language);
  return { text: call.t('attendance.noted_reason', { session: name }), privately: true };
}

/** Asks why, where nobody else reads the answer. */
export async function askReason(app: App, call: Call, session: Session): Promise<Message> {
  demandOpen(session, app.clock.now(), call.t);
  if (!isPrivate(call)) throw new UserError('attendance.reason_how', { code: codeOfSession(session) });
  const { incoming, t } = call;
  const code = exactCode(session);
  const dialog = { command: REASON, asking: 'reason', answers: { session: code }, guided: false };
  await openQuestion(app, incoming, dialog, true);
  return { text: t('attendance.ask_reason'), buttons: [[skipButton(code, t)]], asks: true };
}

/** The reason stays unsaid. */
export async function leaveReason(app: App, call: Call): Promise<Message> {
  await dropQuestion(app, call.incoming, REASON);
  return { text: call.t('attendance.no_reason'), inPlace: true };
}
