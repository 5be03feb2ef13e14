import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../../chat/message.ts';
import type { Lead } from '../../language/when.ts';
import { formatDay, formatMoment, formatTime } from '../../texts/format.ts';
import { joinMarkup, type Markup } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import type { Schedule } from './schedule.ts';

const placeLine = (schedule: Schedule, t: Translator): Markup[] =>
  schedule.place === undefined ? [] : [t('reminder.place', { place: schedule.place })];

/** `2 giờ`, `30 phút`, `1 giờ 30 phút` */
const lengthInWords = (minutes: number, t: Translator): Markup => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return t('length.minutes', { n: rest });
  return rest === 0 ? t('length.hours', { n: hours }) : t('length.hours_minutes', { hours, minutes: rest });
};

/** The first lines of a reminder: what that moment needs to know. */
const opening = (schedule: Schedule, lead: Lead, start: Temporal.ZonedDateTime, t: Translator): Markup => {
  const title = schedule.title;
  if (lead.kind === 'days') return t('reminder.days', { title, moment: formatMoment(start, t.language) });
  if (lead.minutes === 0) return t('reminder.now', { title, time: formatTime(start, t.language) });
  return t('reminder.soon', {
    title,
    left: lengthInWords(lead.minutes, t),
    time: formatTime(start, t.language),
    day: formatDay(start, t.language),
  });
};

/** What is posted before a session. */
export const reminderMessage = (
  schedule: Schedule,
  lead: Lead,
  start: Temporal.ZonedDateTime,
  t: Translator,
): Message => ({ text: joinMarkup([opening(schedule, lead, start, t), ...placeLine(schedule, t)]) });

/** What is posted instead when the reminder could not be posted in time: it says so. */
export const lateReminderMessage = (
  schedule: Schedule,
  start: Temporal.ZonedDateTime,
  t: Translator,
): Message => ({
  text: joinMarkup([
    t('reminder.late', { title: schedule.title, moment: formatMoment(start, t.language) }),
    ...placeLine(schedule, t),
  ]),
});
