import type { App } from '../../app.ts';
import type { Message } from '../../chat/message.ts';
import type { Translator } from '../../texts/translator.ts';
import { attendanceUnder } from '../attendance/under-reminder.ts';
import { dayOffOn } from '../holidays/day-off.ts';
import type { Session } from '../sessions/session.ts';
import { studiedOn } from '../topics/topics-of.ts';
import { settingsOf } from '../units/settings-store.ts';
import { type Occasion, reminderText } from './reminder-text.ts';

/** Makes the reminders of a session as they read now: one for every occasion and language. */
export async function remindersOfSession(
  app: App,
  session: Session,
): Promise<(occasion: Occasion, t: Translator) => Message> {
  const date = session.start.toPlainDate();
  const { wording } = await settingsOf(app.db, session.unitId);
  const { titles: topics, materials } = await studiedOn(app, session.unitId, date);
  const dayOff = await dayOffOn(app, session.unitId, date);
  const attend = await attendanceUnder(app, session);
  return (occasion, t) => {
    const extras = { topics, materials, dayOff: dayOff?.name(t), wording };
    const text = reminderText(session, occasion, extras, t);
    return attend({ text, kind: 'reminder', subject: subjectOf(session) }, t);
  };
}

/** Under this subject it is kept where the reminders of a session were posted. */
function subjectOf({ id }: Pick<Session, 'id'>): string {
  return `session:${id}`;
}
