import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { App } from '../../app.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { argument, defineCommand } from '../../chat/command.ts';
import type { Message } from '../../chat/message.ts';
import { fold } from '../../language/fold.ts';
import { formatMoment } from '../../texts/format.ts';
import { UserError } from '../../texts/user-error.ts';
import { sameEvening } from '../sessions/clash.ts';
import { codeOfSession, exactCode, type Session } from '../sessions/session.ts';
import { readSessionRef, refAnd } from '../sessions/session-ref.ts';
import { updateSession } from '../sessions/session-store.ts';
import { withAskedAnew } from './asked-anew.ts';
import { moveSession } from './change-session.ts';
import { clashQuestion } from './clash-question.ts';
import { namedSession } from './next-session.ts';

type Decision = { kind: 'keep' } | { kind: 'move'; date: Temporal.PlainDate; anyway: boolean };

/** Behind the buttons of the question about a day off. */
export const dayOffCommand = defineCommand({
  name: 'ngaynghi',
  accented: 'ngày-nghỉ',
  summary: 'day_off.summary',
  example: 'day_off.example',
  access: 'administrator',
  listed: false,
  arguments: () => z.object({ code: argument(readSessionRef), answer: argument(readDayOffAnswer) }),
  ask: { code: 'session.ask_code', answer: 'day_off.ask_answer' },
  read: refAnd('answer'),
  run: async (app, call, { code, answer }) => {
    const session = await namedSession(app, unitOf(call).id, code);
    return { ...(await answerDayOff(app, call, session, answer)), ref: codeOfSession(session) };
  },
});

const KEEP = new Set(['giu', 'giu nguyen', 'keep']);

/** `giu`, or the day as the button says it. @throws UserError */
function readDayOffAnswer(text: string): Decision {
  if (KEEP.has(fold(text))) return { kind: 'keep' };
  const [, date, anyway] = /^(\d{4}-\d\d-\d\d)( van doi)?$/.exec(text.trim()) ?? [];
  if (date === undefined) throw new UserError('day_off.unknown');
  return { kind: 'move', date: Temporal.PlainDate.from(date), anyway: anyway !== undefined };
}

/** An administrator has decided; the first answer counts. */
async function answerDayOff(app: App, call: Call, session: Session, answer: Decision): Promise<Message> {
  const { t } = call;
  const code = codeOfSession(session);
  const moment = (start: Temporal.ZonedDateTime) => formatMoment(start, t.language);
  const words = { code, title: session.title };
  if (session.dayOff !== 'asked')
    return { text: t('day_off.answered', { ...words, moment: moment(session.start) }), inPlace: true };
  if (answer.kind === 'keep') {
    await updateSession(app.db, { ...session, dayOff: 'answered' });
    return { text: t('day_off.kept', { ...words, moment: moment(session.start) }), inPlace: true };
  }
  const start = answer.date.toZonedDateTime({
    timeZone: session.timeZone,
    plainTime: session.start.toPlainTime(),
  });
  if (start.epochMilliseconds <= call.now.epochMilliseconds)
    throw new UserError('move.past', { moment: moment(start) });
  const other = answer.anyway ? undefined : await sameEvening(app, session, start);
  if (other)
    return clashQuestion(session, start, other, `/ngaynghi ${exactCode(session)} ${answer.date} van doi`, t);
  const moved = await moveSession(app, session, start, call.caller.channelId);
  const from = moment(session.start);
  const done = { text: t('move.done', { ...words, from, moment: moment(moved.start) }), inPlace: true };
  return withAskedAnew(app, call, moved, done);
}
