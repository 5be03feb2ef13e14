import type { App } from '../../app.ts';
import { markHeld } from '../sessions/mark-held.ts';
import type { Session } from '../sessions/session.ts';
import { areSome, checkFigures, type Figures, NO_FIGURES, type Outcome } from './figures.ts';
import type { Told } from './read-totals.ts';
import { findResult, type Result, saveResult } from './result-store.ts';

/** Whether there is anything to be noted in what was said. */
export function saysSomething({ outcome, figures, note }: Told): boolean {
  return outcome !== undefined || note !== undefined || areSome(figures);
}

/**
 * Notes how a session went, over what was noted before.
 * @throws UserError about `what`, when the numbers cannot all be right
 */
export async function recordTold(app: App, session: Session, told: Told, by: string): Promise<Result> {
  const before = await findResult(app.db, session.id);
  const outcome = outcomeOf(told, before);
  const figures = outcome === 'held' ? mergeFigures(before?.figures ?? NO_FIGURES, told.figures) : NO_FIGURES;
  checkFigures(figures, told.swapped);
  // Why it was put off says nothing about what came of it later.
  const kept = before?.outcome === outcome ? before.note : undefined;
  const result = { outcome, figures, note: told.note ?? kept };
  await save(app, session, result, by);
  return result;
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

async function save(app: App, session: Session, result: Result, by: string): Promise<void> {
  await saveResult(app.db, session.id, result, { by, at: app.clock.now() });
  await markHeld(app, session, result.outcome === 'held');
}

/** Notes the outcome in a line. */
export async function recordNote(app: App, session: Session, note: string, by: string): Promise<Result> {
  const before = await findResult(app.db, session.id);
  const result = { outcome: 'held' as const, figures: NO_FIGURES, ...before, note };
  await save(app, session, result, by);
  return result;
}
