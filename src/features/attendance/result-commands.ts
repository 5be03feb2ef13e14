import { z } from 'zod';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
import { codeOfSession } from '../sessions/session.ts';
import { readSessionRef, refAnd } from '../sessions/session-ref.ts';
import { demandOn } from './demand-session.ts';
import { readNote, readTold } from './read-totals.ts';
import { recordNote, recordTold, saysSomething, showResult } from './record-result.ts';
import { sessionToRecord } from './which-session.ts';

const record = defineCommand({
  name: 'sinhhoat',
  accented: 'sinh-hoạt',
  aliases: ['sh', 'meeting'],
  summary: 'meeting.summary',
  example: 'meeting.example',
  access: 'administrator',
  arguments: () =>
    z.object({ what: argument(readTold).optional(), session: argument(readSessionRef).optional() }),
  ask: { what: 'meeting.ask' },
  run: async (app, call, { what, session: meant }) => {
    const session = await sessionToRecord(app, call, what?.ref ?? meant);
    demandOn(session, call.t);
    const ref = codeOfSession(session);
    if (what && saysSomething(what)) return { ...(await recordTold(app, call, session, what)), ref };
    // Without even a code the question was asked before, and skipped.
    return showResult(app, call, session, what !== undefined);
  },
});

const outcome = defineCommand({
  name: 'ketqua',
  accented: 'kết-quả',
  aliases: ['outcome'],
  summary: 'meeting.note_summary',
  example: 'meeting.note_example',
  access: 'administrator',
  listed: false,
  arguments: () => z.object({ session: argument(readSessionRef).optional(), note: argument(readNote) }),
  ask: { note: 'meeting.ask_note' },
  read: refAnd('note', 'session'),
  run: async (app, call, { session: ref, note }) => {
    const session = await sessionToRecord(app, call, ref);
    demandOn(session, call.t);
    return { ...(await recordNote(app, call, session, note)), ref: codeOfSession(session) };
  },
});

export const resultCommands: readonly Command[] = [record, outcome];
