import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import type { Message } from '../../chat/message.ts';
import { joinMarkup } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { comingSessions } from '../sessions/coming-sessions.ts';
import { postponedOfUnit } from '../sessions/session-store.ts';
import { sessionLine, waitingLine } from './schedule-text.ts';

const SESSIONS_SHOWN = 3;
/** A session whose day passed so long ago, and that never got a new one, is not shown any more. */
const LONGEST_WAIT_DAYS = 60;

/** The next sessions of a unit, and those that wait for a new date. */
export async function comingMessage(app: App, unitId: string, t: Translator): Promise<Message> {
  const now = app.clock.now();
  const waiting = await postponedOfUnit(app.db, unitId, {
    since: now.subtract({ hours: 24 * LONGEST_WAIT_DAYS }),
    now,
  });
  const coming = await comingSessions(app, unitId, now, SESSIONS_SHOWN);
  if (coming.length === 0 && waiting.length === 0) return { text: t('calendar.empty') };
  const lines = coming.map((session) => sessionLine(session, t));
  return {
    text: joinMarkup([t('calendar.heading'), ...lines, ...waiting.map((each) => waitingLine(each, t))]),
    ...(coming.length > 0 ? { buttons: [[button(t, 'button.calendar_file', '/lich tep')]] } : {}),
  };
}
