import type { App } from '../../app.ts';
import type { Call } from '../../chat/call.ts';
import type { Message } from '../../chat/message.ts';
import { joinMarkup, toPlain } from '../../texts/markup.ts';
import { openQuestion } from '../dialogs/open-question.ts';
import { markHeld } from '../sessions/mark-held.ts';
import { countAttendance } from './attendance-store.ts';
import { checkFigures, type Figures, NO_FIGURES, type Outcome } from './figures.ts';
import { exactCode, type Meeting } from './meeting.ts';
import { meetingName } from './meeting-text.ts';
import type { Told } from './read-totals.ts';
import { findResult, lastExpected, type Result, saveResult } from './result-store.ts';
import { resultMessage } from './result-text.ts';

const areSome = (figures: Figures): boolean => Object.values(figures).some((value) => value !== undefined);

/** Whether there is anything to be noted in what was said. */
export const saysSomething = ({ outcome, figures, note }: Told): boolean =>
  outcome !== undefined || note !== undefined || areSome(figures);

/** What was typed now in place of what was noted; people present and expected belong together. */
const mergeFigures = (before: Figures, told: Figures): Figures => {
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
};

const save = async (app: App, call: Call, meeting: Meeting, result: Result): Promise<void> => {
  await saveResult(app.db, meeting.id, result, { by: call.caller.personId, at: app.clock.now() });
  await markHeld(app, meeting.id, result.outcome === 'held');
};

/** The people that the list speaks for: those ticked, or else those who said that they come. */
const guess = async (app: App, meeting: Meeting): Promise<string | undefined> => {
  const { came, present } = await countAttendance(app.db, meeting.id);
  const people = came > 0 ? came : present;
  const expected = await lastExpected(app.db, meeting.unitId);
  if (people === 0) return undefined;
  return expected !== undefined && expected >= people ? `${people}/${expected}` : String(people);
};

/** Asks how many came, with the number that the answers give to be pressed. */
const askFigures = async (app: App, call: Call, meeting: Meeting, heading: Message): Promise<Message> => {
  const { t, incoming } = call;
  const answers = { session: exactCode(meeting) };
  await openQuestion(app, incoming, { command: 'sinhhoat', asking: 'what', answers, guided: false }, true);
  const guessed = await guess(app, meeting);
  const skip = { label: toPlain(t('button.skip')), line: 'bỏ qua' };
  const offered = guessed === undefined ? [] : [{ label: guessed, line: guessed }];
  return {
    text: joinMarkup([heading.text, t('meeting.how_many')]),
    buttons: [[...offered, skip]],
    asks: true,
  };
};

/** What is noted of a session; where nothing is, the people are asked for if `asks`. */
export const showResult = async (app: App, call: Call, meeting: Meeting, asks: boolean): Promise<Message> => {
  const result = await findResult(app.db, meeting.id);
  const { t } = call;
  if (result && (result.outcome !== 'held' || areSome(result.figures)))
    return resultMessage(meeting, result, t);
  const nothing = { text: t('meeting.nothing_yet', { session: meetingName(meeting, t.language) }) };
  const noted = result ? resultMessage(meeting, result, t) : nothing;
  return asks ? askFigures(app, call, meeting, noted) : noted;
};

const outcomeOf = ({ outcome, figures, note }: Told, before: Result | undefined): Outcome =>
  outcome ?? (areSome(figures) || note !== undefined ? 'held' : (before?.outcome ?? 'held'));

/**
 * Notes how a session went, over what was noted before.
 * @throws UserError about `what`, when the numbers cannot all be right
 */
export const recordTold = async (app: App, call: Call, meeting: Meeting, told: Told): Promise<Message> => {
  const before = await findResult(app.db, meeting.id);
  const outcome = outcomeOf(told, before);
  const figures = outcome === 'held' ? mergeFigures(before?.figures ?? NO_FIGURES, told.figures) : NO_FIGURES;
  checkFigures(figures, told.swapped);
  // Why it was put off says nothing about what came of it later.
  const kept = before?.outcome === outcome ? before.note : undefined;
  const result = { outcome, figures, note: told.note ?? kept };
  await save(app, call, meeting, result);
  const message = resultMessage(meeting, result, call.t);
  if (outcome === 'held' && !areSome(figures)) return askFigures(app, call, meeting, message);
  return call.incoming.kind === 'press' ? { ...message, inPlace: true } : message;
};

/** Notes the outcome in a line. */
export const recordNote = async (app: App, call: Call, meeting: Meeting, note: string): Promise<Message> => {
  const before = await findResult(app.db, meeting.id);
  const result = { outcome: 'held' as const, figures: NO_FIGURES, ...before, note };
  await save(app, call, meeting, result);
  return resultMessage(meeting, result, call.t);
};
