import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import type { Message } from '../../chat/message.ts';
import { inTurn } from '../../core/takes-turns.ts';
import { atomically } from '../../storage/atomically.ts';
import { formatMoment } from '../../texts/format.ts';
import type { Translator } from '../../texts/translator.ts';
import { sessionsToAsk } from '../sessions/due-session-store.ts';
import { codeOfSession, exactCode, type Session } from '../sessions/session.ts';
import { updateSession } from '../sessions/session-store.ts';
import { tellAdministrators } from '../units/tell-administrators.ts';
import { askAgainAt } from './change-session.ts';
import { DEFAULT_POSTPONE_DAYS } from './read-move.ts';

const AT_ONCE = 100;
/** A session that was to be held so long ago is not asked about any more. */
const ASKED_FOR_DAYS = 30;
const MOST_DAYS_BETWEEN = 30;

/** Asks the administrators for the new dates of sessions that were postponed. */
export async function askForNewDates(app: App): Promise<void> {
  for (;;) {
    const due = await sessionsToAsk(app.db, app.clock.now(), AT_ONCE);
    await inTurn(due, (session) => atomically(app.db, (db) => ask({ ...app, db }, session)));
    if (due.length < AT_ONCE) return;
  }
}

async function ask(app: App, session: Session): Promise<void> {
  const now = app.clock.now().toZonedDateTimeISO(session.timeZone);
  const days = session.askDays ?? DEFAULT_POSTPONE_DAYS;
  const isOld = session.start.add({ days: ASKED_FOR_DAYS }).epochMilliseconds < now.epochMilliseconds;
  // Each time without an answer the next question comes twice as late.
  const askDays = Math.min(2 * days, MOST_DAYS_BETWEEN);
  await updateSession(app.db, { ...session, askDays, askAt: isOld ? undefined : askAgainAt(now, askDays) });
  if (session.state !== 'postponed') return;
  const occasion = `new-date:${session.id}:${session.askAt?.epochMilliseconds}`;
  await tellAdministrators(app, session.unitId, occasion, (t) => question(session, days, t));
}

function question(session: Session, days: number, t: Translator): Message {
  const exact = exactCode(session);
  return {
    text: t('postpone.ask_again', {
      code: codeOfSession(session),
      title: session.title,
      moment: formatMoment(session.start, t.language),
    }),
    buttons: [
      [button(t, 'button.new_date', `/doilich ${exact}`)],
      [button(t, 'button.ask_later', `/hoan ${exact} ${days}`, { n: days })],
      [button(t, 'button.cancel_session', `/huybuoi ${exact}`)],
    ],
  };
}
