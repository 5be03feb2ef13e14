import { z } from 'zod';
import type { App } from '../../app.ts';
import { demandRole, mayActAs } from '../../chat/access.ts';
import { type Call, type Unit, unitOf } from '../../chat/call.ts';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
import { isSkip } from '../../chat/dialog.ts';
import type { Message } from '../../chat/message.ts';
import { unusedWords } from '../../chat/unused-words.ts';
import { UserError } from '../../texts/user-error.ts';
import { codeOfSession, type Session, sessionName } from '../sessions/session.ts';
import { readSessionRef, refAnd, type SessionRef, takeSessionRef } from '../sessions/session-ref.ts';
import { setCurrentUnit } from '../units/member-store.ts';
import { askReason, leaveReason, takeAnswer } from './answer.ts';
import { mayTick } from './attendance-times.ts';
import { completeAnswer, completeAttended } from './complete.ts';
import { demandOn, demandTicking } from './demand-session.ts';
import { listInPrivate } from './in-private.ts';
import { readReason, readSaid } from './read-answer.ts';
import { recordReason } from './record-answer.ts';
import { rollOf, tickAnswered, tickNames, toggleSeen } from './roll.ts';
import { rollMessage } from './roll-text.ts';
import { sessionToAnswer, sessionToTick } from './which-session.ts';

const attend = defineCommand({
  name: 'diemdanh',
  accented: 'điểm-danh',
  aliases: ['dd', 'comat', 'attend'],
  summary: 'attendance.summary',
  example: 'attendance.example',
  access: 'member',
  arguments: ({ t }) =>
    z.object({
      session: argument(readMeant).optional(),
      what: argument(readSaid(t)).optional(),
    }),
  labels: { what: 'argument.attendance' },
  complete: { session: completeAttended, what: completeAnswer },
  read: refAnd('what', 'session'),
  run: async (app, call, { session: ref, what }) => {
    if (what?.kind === 'names') {
      demandRole(call.caller.role, 'administrator');
      return addNames(app, call, await sessionToTick(app, unitOf(call).id, ref, call.t), what.names);
    }
    const session = await sessionToAnswer(app, call, ref);
    const unit = await goTo(app, call, session);
    const isHere = unit.id === unitOf(call).id;
    if (!what && ref && isHere && mayActAs(call.caller.role, 'coordinator'))
      return showRoll(app, call, session);
    const { answer, reason } = what ?? { answer: 'present', reason: undefined };
    const told = await takeAnswer(app, call, session, { answer, reason, isGuess: !what });
    return { ...told, ref: codeOfSession(session), unit };
  },
});

const reason = defineCommand({
  name: 'lydo',
  accented: 'lý-do',
  aliases: ['reason'],
  summary: 'attendance.reason_summary',
  example: 'attendance.reason_example',
  access: 'member',
  listed: false,
  arguments: () =>
    z.object({
      session: argument(readMeant).optional(),
      reason: argument((text) => ({ said: readReasonOrSkip(text) })).optional(),
    }),
  read: refAnd('reason', 'session'),
  run: async (app, call, { session: ref, reason }) => {
    const session = await sessionToAnswer(app, call, ref);
    const unit = await goTo(app, call, session);
    if (!reason) return { ...(await askReason(app, call, session)), unit };
    if (reason.said === undefined) return leaveReason(app, call);
    await recordReason(app, session, call.caller.personId, reason.said, call.t);
    const name = sessionName(session, call.t.language);
    return { text: call.t('attendance.noted_reason', { session: name }), privately: true, unit };
  },
});

const tick = defineCommand({
  name: 'danhdau',
  accented: 'đánh-dấu',
  aliases: ['tick'],
  summary: 'attendance.tick_summary',
  example: 'attendance.tick_example',
  access: 'administrator',
  listed: false,
  arguments: () =>
    z.object({ session: argument(readSessionRef).optional(), what: argument(readTick).optional() }),
  read: refAnd('what', 'session'),
  run: async (app, call, { session: ref, what }) => {
    const session = await sessionToTick(app, unitOf(call).id, ref, call.t);
    demandTicking(session, app.clock.now(), call.t);
    const { personId } = call.caller;
    if (what?.everybody) await tickAnswered(app, session, personId);
    if (what?.key !== undefined && !(await toggleSeen(app, session, what.key, personId)))
      throw new UserError('attendance.tick_unknown', { code: codeOfSession(session) });
    return showRoll(app, call, session, what?.page);
  },
});

export const attendanceCommands: readonly Command[] = [attend, reason, tick];

async function addNames(app: App, call: Call, session: Session, names: readonly string[]) {
  const { t, caller } = call;
  demandTicking(session, app.clock.now(), t);
  await tickNames(app, session, names, caller.personId);
  const name = sessionName(session, t.language);
  return {
    text: t('attendance.added', { n: names.length, names: names.join(', '), session: name }),
    privately: true,
    ref: codeOfSession(session),
  };
}

/** The list of a session, in private, with buttons for those who may tick. */
async function showRoll(app: App, call: Call, session: Session, page = 1): Promise<Message> {
  demandOn(session, call.t);
  const roll = await rollOf(app, session);
  const ticks = mayActAs(call.caller.role, 'administrator') && mayTick(session, app.clock.now());
  return listInPrivate(app, call, session, (t) => rollMessage(session, roll, { page, mayTick: ticks }, t));
}

/** `SH12`, or as a person of several units chooses it: with the mark of the session, and the name of its unit. */
function readMeant(text: string): SessionRef {
  const { ref, rest } = takeSessionRef(text);
  return ref?.tag !== undefined && rest !== '' ? ref : readSessionRef(text);
}

/** What a person of several units does next is in the unit of that session. */
async function goTo(app: App, call: Call, { unitId }: Session): Promise<Unit> {
  const unit = call.caller.otherUnits?.find(({ id }) => id === unitId);
  if (unit) await setCurrentUnit(app.db, call.caller.personId, unitId);
  return unit ?? unitOf(call);
}

/** Nothing, where the question is left unanswered. */
function readReasonOrSkip(text: string): string | undefined {
  return isSkip(text) ? undefined : readReason(text);
}

/** Behind the code: a page, `du` for all who said they come, or one person and the page they stand on. */
function readTick(text: string): { key: string | undefined; everybody: boolean; page: number } {
  const [said, who, page] = /^(?:(du|[0-9a-f]{12})\s*)?(\d{1,3})?$/.exec(text.trim()) ?? [];
  if (said === undefined) throw unusedWords([text.trim()], []);
  return {
    key: who === 'du' ? undefined : who,
    everybody: who === 'du',
    page: page === undefined ? 1 : Number(page),
  };
}
