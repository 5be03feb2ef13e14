import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import type { Message } from '../../chat/message.ts';
import { formatMoment, formatSpan } from '../../texts/format.ts';
import { joinMarkup, type Markup } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { whereLines, whoLines } from '../reminders/reminder-text.ts';
import { codeOfSession, exactCode, type Session, statusOf } from '../sessions/session.ts';
import { studiedOn } from '../topics/topics-of.ts';

/** All about one session; who may can change it from here. */
export async function sessionMessage(
  app: App,
  session: Session,
  t: Translator,
  mayChange: boolean,
): Promise<Message> {
  const { titles, materials } = await studiedOn(app, session.unitId, session.start.toPlainDate());
  const buttons = mayChange ? changes(session, t) : undefined;
  return {
    text: joinMarkup([
      t('session.heading', { code: codeOfSession(session), title: session.title }),
      t('session.when', { moment: formatSpan(session.start, session.minutes, t.language) }),
      ...standingLines(session, t),
      ...whereLines(session, t),
      ...whoLines(session, t),
      ...titles.map((topic) => t('reminder.topic', { topic })),
      ...materials.map((material) => t('reminder.material', { material })),
    ]),
    ...(buttons ? { buttons } : {}),
  };
}

/** What can be changed of a session: each button opens the question for it. */
function changes(session: Session, t: Translator): Message['buttons'] {
  const standing = statusOf(session);
  if (standing === 'held' || session.scheduleState === 'cancelled') return undefined;
  const code = exactCode(session);
  const fate =
    standing === 'cancelled'
      ? [button(t, 'button.keep_session', `/giubuoi ${code}`)]
      : [
          button(t, 'button.postpone', `/hoan ${code}`),
          button(t, 'button.cancel_session', `/huybuoi ${code}`),
        ];
  return [
    [button(t, 'button.when', `/doilich ${code}`), button(t, 'button.place', `/diadiem ${code}`)],
    [button(t, 'button.chair', `/chutri ${code}`), button(t, 'button.speaker', `/trinhbay ${code}`)],
    [button(t, 'button.mode', `/hinhthuc ${code}`)],
    fate,
  ];
}

function standingLines(session: Session, t: Translator): Markup[] {
  const standing = statusOf(session);
  if (standing !== 'on') return [t(`session.is_now_${standing}`)];
  const { movedFrom } = session;
  return movedFrom ? [t('reminder.moved_from', { moment: formatMoment(movedFrom, t.language) })] : [];
}
