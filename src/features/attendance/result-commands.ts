import { z } from 'zod';
import { unitOf } from '../../chat/call.ts';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
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
  run: async (app, call, { what, session: ref }) => {
    const session = await sessionToRecord(app, unitOf(call).id, what?.ref ?? ref, call.t);
    demandOn(session, call.t);
    if (what && saysSomething(what)) return recordTold(app, call, session, what);
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
    const session = await sessionToRecord(app, unitOf(call).id, ref, call.t);
    demandOn(session, call.t);
    return recordNote(app, call, session, note);
  },
});

export const resultCommands: readonly Command[] = [record, outcome];
