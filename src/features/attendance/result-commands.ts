import { z } from 'zod';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
import { demandOn } from './meeting-text.ts';
import { readRef, takeRef } from './read-ref.ts';
import { readNote, readTold } from './read-totals.ts';
import { recordNote, recordTold, saysSomething, showResult } from './record-result.ts';
import { meetingToRecord } from './which-session.ts';

const record = defineCommand({
  name: 'sinhhoat',
  accented: 'sinh-hoạt',
  aliases: ['sh', 'meeting'],
  summary: 'meeting.summary',
  example: 'meeting.example',
  access: 'administrator',
  arguments: () => z.object({ what: argument(readTold).optional(), session: argument(readRef).optional() }),
  ask: { what: 'meeting.ask' },
  run: async (app, call, { what, session }) => {
    const meeting = await meetingToRecord(app, call, what?.ref ?? session);
    demandOn(meeting, call.t);
    if (what && saysSomething(what)) return recordTold(app, call, meeting, what);
    // Without even a code the question was asked before, and skipped.
    return showResult(app, call, meeting, what !== undefined);
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
  arguments: () => z.object({ session: argument(readRef).optional(), note: argument(readNote) }),
  ask: { note: 'meeting.ask_note' },
  read: readNoteLine,
  run: async (app, call, { session, note }) => {
    const meeting = await meetingToRecord(app, call, session);
    demandOn(meeting, call.t);
    return recordNote(app, call, meeting, note);
  },
});

export const resultCommands: readonly Command[] = [record, outcome];

/** Takes the code of a session off a line. */
function readNoteLine(line: string): Record<string, string> {
  const { ref, rest } = takeRef(line);
  const session = ref ? { session: line.slice(0, line.length - rest.length).trim() } : {};
  return rest.trim() === '' ? session : { ...session, note: rest };
}
