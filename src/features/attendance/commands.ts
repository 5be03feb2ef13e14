import { z } from 'zod';
import type { App } from '../../app.ts';
import { demandRole, mayActAs } from '../../chat/access.ts';
import type { Call } from '../../chat/call.ts';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
import { isSkip } from '../../chat/dialog.ts';
import type { Message } from '../../chat/message.ts';
import { UserError } from '../../texts/user-error.ts';
import { askReason, leaveReason, recordAnswer, recordReason } from './answer.ts';
import { answerInPrivate } from './in-private.ts';
import { codeOfMeeting, type Meeting, mayTick } from './meeting.ts';
import { demandOn, demandTicking, meetingName } from './meeting-text.ts';
import { readSaid } from './read-answer.ts';
import { readReason } from './read-reason.ts';
import { readRef, takeRef } from './read-ref.ts';
import { rollOf, tickAnswered, tickNames, toggleSeen } from './roll.ts';
import { rollMessage } from './roll-text.ts';
import { meetingToAnswer, meetingToTick } from './which-session.ts';

const attend = defineCommand({
  name: 'diemdanh',
  accented: 'điểm-danh',
  aliases: ['dd', 'comat', 'attend'],
  summary: 'attendance.summary',
  example: 'attendance.example',
  access: 'member',
  arguments: ({ t }) =>
    z.object({
      session: argument(readRef).optional(),
      what: argument(readSaid(t)).optional(),
    }),
  read: refAnd('what'),
  run: async (app, call, { session, what }) => {
    if (what?.kind === 'names') {
      demandRole(call.caller.role, 'administrator');
      return addNames(app, call, await meetingToTick(app, call, session), what.names);
    }
    const meeting = await meetingToAnswer(app, call, session);
    if (!what && session && mayActAs(call.caller.role, 'coordinator')) return showRoll(app, call, meeting);
    const { answer, reason } = what ?? { answer: 'present', reason: undefined };
    return recordAnswer(app, call, meeting, { answer, reason, isGuess: !what });
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
      session: argument(readRef).optional(),
      reason: argument((text) => ({ said: readReasonOrSkip(text) })).optional(),
    }),
  read: refAnd('reason'),
  run: async (app, call, { session, reason }) => {
    const meeting = await meetingToAnswer(app, call, session);
    if (!reason) return askReason(app, call, meeting);
    return reason.said === undefined ? leaveReason(app, call) : recordReason(app, call, meeting, reason.said);
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
  arguments: () => z.object({ session: argument(readRef).optional(), what: argument(readTick).optional() }),
  read: refAnd('what'),
  run: async (app, call, { session, what }) => {
    const meeting = await meetingToTick(app, call, session);
    demandTicking(meeting, app.clock.now(), call.t);
    const { personId } = call.caller;
    if (what?.everybody) await tickAnswered(app, meeting, personId);
    if (what?.key !== undefined && !(await toggleSeen(app, meeting, what.key, personId)))
      throw new UserError('attendance.tick_unknown', { code: codeOfMeeting(meeting) });
    return showRoll(app, call, meeting, what?.page);
  },
});

export const attendanceCommands: readonly Command[] = [attend, reason, tick];

/** Takes the code of a session off a line; what is left goes under another name. */
function refAnd(rest: string) {
  return (line: string): Record<string, string> => {
    const { ref, rest: text } = takeRef(line);
    const session = ref ? { session: line.slice(0, line.length - text.length).trim() } : {};
    return text.trim() === '' ? session : { ...session, [rest]: text };
  };
}

async function addNames(app: App, call: Call, meeting: Meeting, names: readonly string[]) {
  const { t, caller } = call;
  demandTicking(meeting, app.clock.now(), t);
  await tickNames(app, meeting, names, caller.personId);
  const session = meetingName(meeting, t.language);
  return {
    text: t('attendance.added', { n: names.length, names: names.join(', '), session }),
    privately: true,
  };
}

/** The list of a session, in private, with buttons for those who may tick. */
async function showRoll(app: App, call: Call, meeting: Meeting, page = 1): Promise<Message> {
  demandOn(meeting, call.t);
  const roll = await rollOf(app, meeting);
  const ticks = mayActAs(call.caller.role, 'administrator') && mayTick(meeting, app.clock.now());
  return answerInPrivate(app, call, meeting, (t) => rollMessage(meeting, roll, { page, mayTick: ticks }, t));
}

/** Nothing, where the question is left unanswered. */
function readReasonOrSkip(text: string): string | undefined {
  return isSkip(text) ? undefined : readReason(text);
}

/** Behind the code: a page, `du` for all who said they come, or one person and the page they stand on. */
function readTick(text: string): { key: string | undefined; everybody: boolean; page: number } {
  const [, who, page] = /^(?:(du|[0-9a-f]{12})\s*)?(\d{1,3})?$/.exec(text.trim()) ?? [];
  return {
    key: who === 'du' ? undefined : who,
    everybody: who === 'du',
    page: page === undefined ? 1 : Number(page),
  };
}
