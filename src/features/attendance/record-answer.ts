import type { App } from '../../app.ts';
import type { Translator } from '../../texts/translator.ts';
import type { Session } from '../sessions/session.ts';
import { findAttendance, saveAnswer } from './attendance-store.ts';
import { demandOpen } from './demand-session.ts';
import type { Answer } from './read-answer.ts';
import { markChanged } from './round-store.ts';

/**
 * Notes whether somebody comes, in place of what they said before; gives that, and the reason that now stands.
 * @throws UserError when attendance is not open
 */
export async function recordAnswer(
  app: App,
  session: Session,
  personId: string,
  said: { answer: Answer; reason: string | undefined },
  t: Translator,
): Promise<{ before: Answer | undefined; reason: string | undefined }> {
  const at = app.clock.now();
  demandOpen(session, at, t);
  const before = await findAttendance(app.db, session, personId);
  const isSame = before?.answer === said.answer;
  const reason = said.reason ?? (isSame ? (before.reason ?? undefined) : undefined);
  const who = { id: app.newId(), session, personId };
  await saveAnswer(app.db, who, { answer: said.answer, reason, at });
  if (!isSame) await markChanged(app.db, session.id);
  return { before: before?.answer ?? undefined, reason };
}

/** Notes why somebody does not come. @throws UserError when attendance is not open */
export async function recordReason(
  app: App,
  session: Session,
  personId: string,
  reason: string,
  t: Translator,
): Promise<void> {
  const at = app.clock.now();
  demandOpen(session, at, t);
  const before = await findAttendance(app.db, session, personId);
  // Who is not sure, and says why, stays unsure; who said nothing, or that they come, now does not.
  const answer = before?.answer === 'unsure' ? 'unsure' : 'excused';
  await saveAnswer(app.db, { id: app.newId(), session, personId }, { answer, reason, at });
  if (before?.answer !== answer) await markChanged(app.db, session.id);
}
