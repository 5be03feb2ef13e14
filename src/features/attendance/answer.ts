import type { App } from '../../app.ts';
import { button, inPlaceOfPressed } from '../../chat/button.ts';
import type { Call } from '../../chat/call.ts';
import { subjectOfQuestion } from '../../chat/dialog.ts';
import type { Button, Message } from '../../chat/message.ts';
import { LANES } from '../../delivery/pace.ts';
import { joinMarkup, type Markup } from '../../texts/markup.ts';
import { type Translator, translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import type { Where } from '../dialogs/dialog-store.ts';
import { dropQuestion, openQuestion } from '../dialogs/open-question.ts';
import { codeOfSession, exactCode, type Session, sessionName } from '../sessions/session.ts';
import { privateChannel } from '../units/channels.ts';
import { postTo } from '../units/post-to.ts';
import { demandOpen } from './demand-session.ts';
import type { Answer } from './read-answer.ts';
import { recordAnswer } from './record-answer.ts';
import { answerButtons } from './under-reminder.ts';

/** The command that takes a reason. */
const REASON = 'lydo';

type AnswerSaid = { answer: Answer; reason: string | undefined; isGuess: boolean };

/**
 * Notes whether somebody comes, and says so. `isGuess`: nothing was said, so that they are taken to come.
 * @throws UserError when attendance is not open
 */
export async function takeAnswer(app: App, call: Call, session: Session, said: AnswerSaid): Promise<Message> {
  const { before, reason } = await recordAnswer(app, session, call.caller.personId, said, call.t);
  if (before === 'excused' && said.answer !== 'excused') await dropReasonQuestion(app, call);
  return answerNoted(app, call, session, { ...said, reason });
}

/** Who comes after all is not waited for with the question why not. */
async function dropReasonQuestion(app: App, { incoming }: Call): Promise<void> {
  const { platform, sender } = incoming;
  const channel = await privateChannel(app, platform, sender.id);
  if (channel) await dropQuestion(app, { platform, channel: { id: channel.target.channel }, sender }, REASON);
}

/** What the person is told: a note over a pressed button has room for words only. */
async function answerNoted(app: App, call: Call, session: Session, said: AnswerSaid): Promise<Message> {
  const { t, incoming } = call;
  const wantsReason = said.answer === 'excused' && said.reason === undefined;
  if (isPrivate(call)) {
    const buttons = [answerButtons(exactCode(session), t, said.answer)];
    if (!wantsReason)
      return inPlaceOfPressed(call, {
        text: noted(session, said.answer, t('attendance.noted_change'), t),
        buttons,
      });
    const where = { platform: incoming.platform, channel: incoming.channel, sender: incoming.sender };
    const question = await reasonQuestion(app, where, session, t);
    const text = noted(session, said.answer, question.text, t);
    return inPlaceOfPressed(call, { text, buttons: [...(question.buttons ?? []), ...buttons] });
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
  const isOpen = (await openQuestion(app, where, dialog)) !== undefined;
  const write = button(t, 'button.write_reason', `/lydo ${code}`);
  return isOpen
    ? { text: t('attendance.ask_reason'), buttons: [[write, skipButton(code, t)]] }
    : { text: t('attendance.ask_reason_later'), buttons: [[write]] };
}

function skipButton(session: string, t: Translator): Button {
  return button(t, 'button.skip', `/${REASON} ${session} -`);
}

/** Asks for the reason in the person's private chat, once a session; says where, or how to give it. */
async function askReasonApart(app: App, call: Call, session: Session) {
  const { platform, sender } = call.incoming;
  const channel = await privateChannel(app, platform, sender.id);
  if (!channel) return call.t('attendance.reason_how', { code: codeOfSession(session) });
  const t = translator(channel.language);
  const where = { platform, channel: { id: channel.target.channel }, sender };
  const question = await reasonQuestion(app, where, session, t);
  await postTo(app, channel, {
    key: `reason:${session.id}:${call.caller.personId}`,
    message: { ...question, text: noted(session, 'excused', question.text, t) },
    lane: LANES.answer,
  });
  return call.t('attendance.reason_sent');
}

/** Asks why, where nobody else reads the answer. */
export async function askReason(app: App, call: Call, session: Session): Promise<Message> {
  demandOpen(session, app.clock.now(), call.t);
  if (!isPrivate(call)) throw new UserError('attendance.reason_how', { code: codeOfSession(session) });
  const { incoming, t } = call;
  const code = exactCode(session);
  const dialog = { command: REASON, asking: 'reason', answers: { session: code }, guided: false };
  const id = await openQuestion(app, incoming, dialog, true);
  return {
    text: t('attendance.ask_reason'),
    buttons: [[skipButton(code, t)]],
    asks: true,
    ...(id === undefined ? {} : { subject: subjectOfQuestion(id) }),
  };
}

/** The reason stays unsaid. */
export async function leaveReason(app: App, call: Call): Promise<Message> {
  await dropQuestion(app, call.incoming, REASON);
  return { text: call.t('attendance.no_reason'), inPlace: true };
}
