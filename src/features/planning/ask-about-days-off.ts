import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import type { Button, Message } from '../../chat/message.ts';
import { inTurn } from '../../core/takes-turns.ts';
import { atomically } from '../../storage/atomically.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { toPlain } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { dayOffOf, daysAround, firstOfBreak } from '../holidays/calendar.ts';
import { daysOfUnit } from '../holidays/unit-day-store.ts';
import { sameEvening } from '../sessions/clash.ts';
import { sessionsToCheck } from '../sessions/due-session-store.ts';
import { codeOfSession, exactCode, isOn, type Session } from '../sessions/session.ts';
import { updateSession } from '../sessions/session-store.ts';
import { tellAdministrators } from '../units/tell-administrators.ts';

const AT_ONCE = 100;

type Choices = { earlier: Temporal.PlainDate | undefined; later: Temporal.PlainDate | undefined };

const DAYS_BEFORE_SESSION = 14;
/** Days enough to hold the session before the break, and to tell people of that. */
const DAYS_BEFORE_BREAK = 7;
const ASKED_AT_HOUR = { hour: 7, minute: 30, second: 0, millisecond: 0 };

/** Asks the administrators about sessions that fall on days off, fourteen days before, and a week before the break. */
export async function askAboutDaysOff(app: App): Promise<void> {
  for (;;) {
    const due = await sessionsToCheck(app.db, app.clock.now(), AT_ONCE);
    await inTurn(due, (session) => atomically(app.db, (db) => consider({ ...app, db }, session)));
    if (due.length < AT_ONCE) return;
  }
}

/** Asks once about a session that falls on a day off, or waits until it is time for that. */
async function consider(app: App, session: Session): Promise<void> {
  const now = app.clock.now();
  const own = await daysOfUnit(app.db, session.unitId);
  const holiday = dayOffOf(session.start.toPlainDate(), own);
  const isToCome = isOn(session) && Temporal.Instant.compare(session.start.toInstant(), now) > 0;
  if (!isToCome || !holiday) return updateSession(app.db, { ...session, checkAt: undefined });
  const isDayOff = (date: Temporal.PlainDate) => dayOffOf(date, own) !== undefined;
  const checkAt = askAt(session, isDayOff);
  if (Temporal.Instant.compare(checkAt, now) > 0) return updateSession(app.db, { ...session, checkAt });
  await updateSession(app.db, { ...session, checkAt: undefined, dayOff: 'asked' });
  const choices = await choicesFor(app, session, isDayOff);
  await tellAdministrators(
    app,
    session.unitId,
    `day-off:${session.id}:${session.start.epochMilliseconds}:${app.newId()}`,
    (t) => question(session, toPlain(holiday(t)), choices, t),
  );
}

function askAt({ start }: Session, isDayOff: (date: Temporal.PlainDate) => boolean): Temporal.Instant {
  const first = firstOfBreak(start.toPlainDate(), isDayOff);
  const intoBreak = first.until(start.toPlainDate()).total('days');
  const days = Math.max(DAYS_BEFORE_SESSION, intoBreak + DAYS_BEFORE_BREAK);
  return start.subtract({ days }).with(ASKED_AT_HOUR).toInstant();
}

/** The nearest days on which the session could be held instead: free, to come, and with no other session then. */
async function choicesFor(
  app: App,
  session: Session,
  isDayOff: (date: Temporal.PlainDate) => boolean,
): Promise<Choices> {
  const { start, timeZone } = session;
  const at = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone, plainTime: start.toPlainTime() });
  const soonest = app.clock.now().add({ hours: 24 }).epochMilliseconds;
  return daysAround(start.toPlainDate(), async (date) => {
    if (isDayOff(date) || at(date).epochMilliseconds < soonest) return false;
    return (await sameEvening(app, session, at(date))) === undefined;
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
