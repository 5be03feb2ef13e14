import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
import type { Message } from '../../chat/message.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { joinMarkup } from '../../texts/markup.ts';
import { UserError } from '../../texts/user-error.ts';
import { dayOffOn } from '../holidays/day-off.ts';
import { clashAt } from '../sessions/clash.ts';
import { completeSession } from '../sessions/complete-session.ts';
import { codeOfSession, exactCode, type Session } from '../sessions/session.ts';
import { readSessionRef, refAnd } from '../sessions/session-ref.ts';
import { withAskedAnew } from './asked-anew.ts';
import { cancelSession, moveSession, postponeSession, restoreSession } from './change-session.ts';
import { clashQuestion } from './clash-question.ts';
import { namedSession } from './next-session.ts';
import { DEFAULT_POSTPONE_DAYS, movedStart, readMoveOrAsk, readPostponeDays } from './read-move.ts';

const ANYWAY = /\s+(?:vẫn\s+dời|van\s+doi|anyway)\s*$/iu;

const move = defineCommand({
  name: 'doilich',
  accented: 'đổi-lịch',
  aliases: ['move'],
  summary: 'move.summary',
  example: 'move.example',
  access: 'administrator',
  arguments: (call) =>
    z.object({
      code: argument(readSessionRef),
      when: argument(readMoveOrAsk(call)),
      anyway: argument(() => true).optional(),
    }),
  ask: { code: 'session.ask_code', when: 'move.ask_when' },
  complete: { code: completeSession },
  read: readMoveLine,
  run: async (app, call, { code, when, anyway }) => {
    const { t } = call;
    const session = await namedSession(app, unitOf(call).id, code);
    const start = movedStart(session.start, when);
    if (start.epochMilliseconds <= call.now.epochMilliseconds)
      throw new UserError('move.past', { moment: formatMoment(start, t.language) }).about('when');
    const question = anyway ? undefined : await askAboutClash(app, call, session, start);
    if (question) return question;
    const moved = await moveSession(app, session, start, call.caller.channelId);
    const dayOff = await dayOffOn(app, session.unitId, start.toPlainDate());
    const from = formatMoment(session.start, t.language);
    const done = {
      text: joinMarkup([
        t('move.done', { ...wordsOf(moved, call), from }),
        ...(dayOff ? [t('move.on_day_off', { holiday: dayOff.name(t) })] : []),
      ]),
      inPlace: true,
      ref: codeOfSession(moved),
    };
    return withAskedAnew(app, call, moved, done);
  },
});

const postpone = defineCommand({
  name: 'hoan',
  accented: 'hoãn',
  aliases: ['postpone'],
  summary: 'postpone.summary',
  example: 'postpone.example',
  access: 'administrator',
  arguments: () => z.object({ code: argument(readSessionRef), days: argument(readPostponeDays).optional() }),
  ask: { code: 'session.ask_code' },
  complete: { code: completeSession },
  read: refAnd('days'),
  run: async (app, call, { code, days }) => {
    const { t } = call;
    const session = await namedSession(app, unitOf(call).id, code);
    const postponed = await postponeSession(
      app,
      session,
      days ?? DEFAULT_POSTPONE_DAYS,
      call.caller.channelId,
    );
    const exact = exactCode(session);
    const again = postponed.askAt?.toZonedDateTimeISO(session.timeZone) ?? call.now;
    return {
      text: t('postpone.done', { ...wordsOf(session, call), day: formatDay(again, t.language) }),
      buttons: [
        [button(t, 'button.new_date', `/doilich ${exact}`)],
        [button(t, 'button.keep_session', `/giubuoi ${exact}`)],
      ],
      inPlace: true,
      ref: codeOfSession(session),
    };
  },
});

const cancel = defineCommand({
  name: 'huybuoi',
  accented: 'hủy-buổi',
  aliases: ['cancelsession'],
  summary: 'cancel_session.summary',
  example: 'cancel_session.example',
  access: 'administrator',
  arguments: () => z.object({ code: argument(readSessionRef) }),
  complete: { code: completeSession },
  ask: { code: 'session.ask_code' },
  run: async (app, call, { code }) => {
    const named = await namedSession(app, unitOf(call).id, code);
    const session = await cancelSession(app, named, call.caller.channelId);
    return {
      text: call.t('cancel_session.done', wordsOf(session, call)),
      buttons: [[button(call.t, 'button.keep_session', `/giubuoi ${exactCode(session)}`)]],
      inPlace: true,
      ref: codeOfSession(session),
    };
  },
});

const restore = defineCommand({
  name: 'giubuoi',
  accented: 'giữ-buổi',
  aliases: ['keepsession'],
  summary: 'restore_session.summary',
  example: 'restore_session.example',
  access: 'administrator',
  listed: false,
  arguments: () => z.object({ code: argument(readSessionRef) }),
  ask: { code: 'session.ask_code' },
  run: async (app, call, { code }) => {
    const named = await namedSession(app, unitOf(call).id, code);
    const session = await restoreSession(app, named, call.caller.channelId);
    const words = wordsOf(session, call);
    const done = { text: call.t('restore_session.done', words), inPlace: true, ref: words.code };
    return withAskedAnew(app, call, session, done);
  },
});

export const sessionCommands: readonly Command[] = [move, postpone, cancel, restore];

function readMoveLine(line: string): Record<string, string> {
  const anyway = ANYWAY.exec(line)?.[0];
  const answers = refAnd('when')(anyway === undefined ? line : line.slice(0, -anyway.length));
  return anyway === undefined ? answers : { ...answers, anyway };
}

/** The question whether to move a session onto another one; nothing when there is none. */
async function askAboutClash(
  app: App,
  call: Call,
  session: Session,
  start: Temporal.ZonedDateTime,
): Promise<Message | undefined> {
  const other = await clashAt(app, session.unitId, start, (each) => each.session?.id === session.id);
  const anyway = `/doilich ${exactCode(session)} ${isoOf(start)} van doi`;
  return other && clashQuestion(session, start, other, anyway, call.t);
}

function isoOf(start: Temporal.ZonedDateTime): string {
  return start.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The words about a session that every answer begins with. */
function wordsOf(session: Session, { t }: Call) {
  return {
    code: codeOfSession(session),
    title: session.title,
    moment: formatMoment(session.start, t.language),
  };
}
