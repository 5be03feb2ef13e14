import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import type { Button, Message } from '../../chat/message.ts';
import { inTurn } from '../../core/takes-turns.ts';
import { atomically } from '../../storage/atomically.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { toPlain } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { dayOffOf, daysAround } from '../holidays/calendar.ts';
import { daysOfUnit } from '../holidays/unit-day-store.ts';
import { clashAt } from '../sessions/clash.ts';
import { sessionsToCheck } from '../sessions/due-session-store.ts';
import { codeOfSession, exactCode, isOn, type Session } from '../sessions/session.ts';
import { updateSession } from '../sessions/session-store.ts';
import { tellAdministrators } from '../units/tell-administrators.ts';

const AT_ONCE = 100;

type Choices = { earlier: Temporal.PlainDate | undefined; later: Temporal.PlainDate | undefined };

/** Asks the administrators about sessions that fall on days off, fourteen days before. */
export async function askAboutDaysOff(app: App): Promise<void> {
  for (;;) {
    const due = await sessionsToCheck(app.db, app.clock.now(), AT_ONCE);
    await inTurn(due, (session) => atomically(app.db, (db) => consider({ ...app, db }, session)));
    if (due.length < AT_ONCE) return;
  }
}

/** Asks once about a session that falls on a day off. */
async function consider(app: App, session: Session): Promise<void> {
  const own = await daysOfUnit(app.db, session.unitId);
  const holiday = dayOffOf(session.start.toPlainDate(), own);
  const isToCome = isOn(session) && session.start.epochMilliseconds > app.clock.now().epochMilliseconds;
  const isAsked = isToCome && holiday !== undefined;
  await updateSession(app.db, {
    ...session,
    checkAt: undefined,
    dayOff: isAsked ? 'asked' : session.dayOff,
  });
  if (!isToCome || !holiday) return;
  const choices = await choicesFor(app, session, (date) => dayOffOf(date, own) !== undefined);
  await tellAdministrators(
    app,
    session.unitId,
    `day-off:${session.id}:${session.start.epochMilliseconds}:${app.newId()}`,
    (t) => question(session, toPlain(holiday(t)), choices, t),
  );
}

/** The nearest days on which the session could be held instead: free, to come, and with no other session then. */
async function choicesFor(
  app: App,
  session: Session,
  isDayOff: (date: Temporal.PlainDate) => boolean,
): Promise<Choices> {
  const { start, timeZone, unitId } = session;
  const at = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone, plainTime: start.toPlainTime() });
  const soonest = app.clock.now().add({ hours: 24 }).epochMilliseconds;
  return daysAround(start.toPlainDate(), async (date) => {
    if (isDayOff(date) || at(date).epochMilliseconds < soonest) return false;
    return (await clashAt(app, unitId, at(date), (other) => other.session?.id === session.id)) === undefined;
  });
}

function question(session: Session, holiday: string, { earlier, later }: Choices, t: Translator): Message {
  const line = (answer: string) => `/ngaynghi ${exactCode(session)} ${answer}`;
  const move = (
    key: 'day_off.earlier' | 'day_off.later',
    date: Temporal.PlainDate | undefined,
  ): Button[][] =>
    date === undefined ? [] : [[button(t, key, line(date.toString()), { day: formatDay(date, t.language) })]];
  return {
    text: t('day_off.ask', {
      code: codeOfSession(session),
      title: session.title,
      moment: formatMoment(session.start, t.language),
      holiday,
    }),
    buttons: [
      [button(t, 'day_off.keep', line('giu'))],
      ...move('day_off.earlier', earlier),
      ...move('day_off.later', later),
    ],
  };
}
