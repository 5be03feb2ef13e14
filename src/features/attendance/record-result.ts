import type { App } from '../../app.ts';
import { button, inPlaceOfPressed } from '../../chat/button.ts';
import type { Call } from '../../chat/call.ts';
import type { Message } from '../../chat/message.ts';
import { joinMarkup } from '../../texts/markup.ts';
import { openQuestion } from '../dialogs/open-question.ts';
import { markHeld } from '../sessions/mark-held.ts';
import { exactCode, type Session, sessionName } from '../sessions/session.ts';
import { countAttendance } from './attendance-store.ts';
import { checkFigures, type Figures, NO_FIGURES, type Outcome } from './figures.ts';
import type { Told } from './read-totals.ts';
import { findResult, lastExpected, type Result, saveResult } from './result-store.ts';
import { resultMessage } from './result-text.ts';

/** Whether there is anything to be noted in what was said. */
export function saysSomething({ outcome, figures, note }: Told): boolean {
  return outcome !== undefined || note !== undefined || areSome(figures);
}

function areSome(figures: Figures): boolean {
  return Object.values(figures).some((value) => value !== undefined);
}

/** What is noted of a session; where nothing is, the people are asked for if `asks`. */
export async function showResult(app: App, call: Call, session: Session, asks: boolean): Promise<Message> {
  const result = await findResult(app.db, session.id);
  const { t } = call;
  if (result && (result.outcome !== 'held' || areSome(result.figures)))
    return resultMessage(session, result, t);
  const nothing = { text: t('meeting.nothing_yet', { session: sessionName(session, t.language) }) };
  const noted = result ? resultMessage(session, result, t) : nothing;
  return asks ? askFigures(app, call, session, noted) : noted;
}

/** Asks how many came, with the number that the answers give to be pressed. */
async function askFigures(app: App, call: Call, session: Session, heading: Message): Promise<Message> {
  const { t, incoming } = call;
  const answers = { session: exactCode(session) };
  await openQuestion(app, incoming, { command: 'sinhhoat', asking: 'what', answers, guided: false }, true);
  const guessed = await guess(app, session);
  const skip = button(t, 'button.skip', 'bỏ qua');
  const offered = guessed === undefined ? [] : [{ label: guessed, line: guessed }];
  return {
    text: joinMarkup([heading.text, t('meeting.how_many')]),
    buttons: [[...offered, skip]],
    asks: true,
  };
}

/** The people that the list speaks for: those ticked, or else those who said that they come. */
async function guess(app: App, session: Session): Promise<string | undefined> {
  const { came, present } = await countAttendance(app.db, session.id);
  const people = came > 0 ? came : present;
  const expected = await lastExpected(app.db, session.unitId);
  if (people === 0) return undefined;
  return expected !== undefined && expected >= people ? `${people}/${expected}` : String(people);
}

/**
 * Notes how a session went, over what was noted before.
 * @throws UserError about `what`, when the numbers cannot all be right
 */
export async function recordTold(app: App, call: Call, session: Session, told: Told): Promise<Message> {
  const before = await findResult(app.db, session.id);
  const outcome = outcomeOf(told, before);
  const figures = outcome === 'held' ? mergeFigures(before?.figures ?? NO_FIGURES, told.figures) : NO_FIGURES;
  checkFigures(figures, told.swapped);
  // Why it was put off says nothing about what came of it later.
  const kept = before?.outcome === outcome ? before.note : undefined;
  const result = { outcome, figures, note: told.note ?? kept };
  await save(app, call, session, result);
  const message = resultMessage(session, result, call.t);
  if (outcome === 'held' && !areSome(figures)) return askFigures(app, call, session, message);
  return inPlaceOfPressed(call, message);
}

function outcomeOf({ outcome, figures, note }: Told, before: Result | undefined): Outcome {
  return outcome ?? (areSome(figures) || note !== undefined ? 'held' : (before?.outcome ?? 'held'));
}

/** What was typed now in place of what was noted; people present and expected belong together. */
function mergeFigures(before: Figures, told: Figures): Figures {
  const people =
    told.present === undefined && told.expected === undefined
      ? { present: before.present, expected: before.expected }
      : { present: told.present ?? before.present, expected: told.expected ?? before.expected };
  // Those excused were counted among people who are counted anew.
  const excused = told.excused ?? (told.present === undefined ? before.excused : undefined);
  return {
    ...people,
    excused,
    visits: told.visits ?? before.visits,
    sites: told.sites ?? before.sites,
    mode: told.mode ?? before.mode,
  };
}

async function save(app: App, call: Call, session: Session, result: Result): Promise<void> {
  await saveResult(app.db, session.id, result, { by: call.caller.personId, at: app.clock.now() });
  await markHeld(app, session, result.outcome === 'held');
}

/** Notes the outcome in a line. */
export async function recordNote(app: App, call: Call, session: Session, note: string): Promise<Message> {
  const before = await findResult(app.db, session.id);
  const result = { outcome: 'held' as const, figures: NO_FIGURES, ...before, note };
  await save(app, call, session, result);
  return resultMessage(session, result, call.t);
}
