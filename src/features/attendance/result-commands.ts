import { z } from 'zod';
import type { App } from '../../app.ts';
import { button, inPlaceOfPressed } from '../../chat/button.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
import { subjectOfQuestion } from '../../chat/dialog.ts';
import type { Message } from '../../chat/message.ts';
import { joinMarkup } from '../../texts/markup.ts';
import { openQuestion } from '../dialogs/open-question.ts';
import { codeOfSession, exactCode, type Session, sessionName } from '../sessions/session.ts';
import { readSessionRef, refAnd } from '../sessions/session-ref.ts';
import { countAttendance } from './attendance-store.ts';
import { completeBegun, completeOutcome } from './complete.ts';
import { demandOn } from './demand-session.ts';
import { areSome } from './figures.ts';
import { readNote, readTold } from './read-totals.ts';
import { recordNote, recordTold, saysSomething } from './record-result.ts';
import { findResult, lastExpected, type Result } from './result-store.ts';
import { resultMessage } from './result-text.ts';
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
  labels: { what: 'argument.outcome' },
  complete: { what: completeOutcome, session: completeBegun },
  run: async (app, call, { what, session: meant }) => {
    const session = await sessionToRecord(app, unitOf(call).id, what?.ref ?? meant, call.t);
    demandOn(session, call.t);
    if (what && saysSomething(what)) {
      const result = await recordTold(app, session, what, call.caller.personId);
      const message = resultMessage(session, result, call.t);
      const said = saysAll(result)
        ? inPlaceOfPressed(call, message)
        : await askFigures(app, call, session, message);
      return { ...said, ref: codeOfSession(session) };
    }
    // Without even a code the question was asked before, and skipped, unless the session was chosen in a menu.
    const { incoming } = call;
    const isChosen = incoming.kind === 'message' && incoming.answers?.['session'] !== undefined;
    return showResult(app, call, session, what !== undefined || isChosen);
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
    const result = await recordNote(app, session, note, call.caller.personId);
    return { ...resultMessage(session, result, call.t), ref: codeOfSession(session) };
  },
});

export const resultCommands: readonly Command[] = [record, outcome];

/** There is no figure to be asked for. */
function saysAll({ outcome, figures }: Result): boolean {
  return outcome !== 'held' || areSome(figures);
}

/** What is noted of a session; where nothing is, the people are asked for if `asks`. */
async function showResult(app: App, call: Call, session: Session, asks: boolean): Promise<Message> {
  const result = await findResult(app.db, session.id);
  const { t } = call;
  if (result && saysAll(result)) return resultMessage(session, result, t);
  const nothing = { text: t('meeting.nothing_yet', { session: sessionName(session, t.language) }) };
  const noted = result ? resultMessage(session, result, t) : nothing;
  return asks ? askFigures(app, call, session, noted) : noted;
}

/** Asks how many came, with the number that the answers give to be pressed. */
async function askFigures(app: App, call: Call, session: Session, heading: Message): Promise<Message> {
  const { t, incoming } = call;
  const answers = { session: exactCode(session) };
  const dialog = { command: 'sinhhoat', asking: 'what', answers, guided: false };
  const id = await openQuestion(app, incoming, dialog, true);
  const guessed = await guess(app, session);
  const skip = button(t, 'button.skip', 'bỏ qua');
  const offered = guessed === undefined ? [] : [{ label: guessed, line: guessed }];
  return {
    text: joinMarkup([heading.text, t('meeting.how_many')]),
    buttons: [[...offered, skip]],
    asks: true,
    ...(id === undefined ? {} : { subject: subjectOfQuestion(id) }),
  };
}

/** The people that the list speaks for: those ticked, or else those who said that they come. */
async function guess(app: App, session: Session): Promise<string | undefined> {
  const { came, present } = await countAttendance(app.db, session);
  const people = came > 0 ? came : present;
  const expected = await lastExpected(app.db, session.unitId);
  if (people === 0) return undefined;
  return expected !== undefined && expected >= people ? `${people}/${expected}` : String(people);
}
