import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../../chat/message.ts';
import { describeLeads, describeWhen } from '../../language/describe.ts';
import { formatMoment } from '../../texts/format.ts';
import { joinMarkup, type Markup, toPlain, typed } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import type { ComingSession } from './coming-sessions.ts';
import { codeOfSchedule, comingOf, type Schedule, whenOf } from './schedule.ts';

const NEXT_SHOWN = 3;

/** Day 29, 30 or 31 of every month: some months lack it, and that has to be said. */
const shortMonthNote = ({ rrule }: Schedule, t: Translator): Markup[] => {
  const days = /BYMONTHDAY=([\d,]+);BYSETPOS=-1/
    .exec(rrule ?? '')?.[1]
    ?.split(',')
    .map(Number);
  const day = days?.at(-1);
  return day !== undefined && day > 28 ? [t('schedule.short_month', { day })] : [];
};

const nextDates = (schedule: Schedule, now: Temporal.Instant, t: Translator): Markup[] =>
  comingOf(schedule, now, NEXT_SHOWN).map((start) =>
    t('schedule.next_line', { moment: formatMoment(start, t.language) }),
  );

/** The rule in words, the next three dates with their weekdays, the reminders and the place. */
const details = (schedule: Schedule, now: Temporal.Instant, t: Translator): Markup[] => [
  t('schedule.rule', { rule: typed(describeWhen(whenOf(schedule), t.language)) }),
  ...shortMonthNote(schedule, t),
  t('schedule.leads', {
    leads:
      schedule.leads.length > 0 ? describeLeads(schedule.leads, t.language) : toPlain(t('schedule.no_leads')),
  }),
  ...(schedule.place === undefined ? [] : [t('reminder.place', { place: schedule.place })]),
  t(schedule.rrule === undefined ? 'schedule.once' : 'schedule.next'),
  ...nextDates(schedule, now, t),
];

/** How a schedule was understood, to be confirmed or dropped. */
export const proposal = (schedule: Schedule, now: Temporal.Instant, t: Translator): Message => {
  const code = codeOfSchedule(schedule);
  const heading = t('schedule.proposal', { code, title: schedule.title });
  return {
    text: joinMarkup([heading, ...details(schedule, now, t), t('schedule.is_it_right')]),
    buttons: [
      [
        { label: toPlain(t('button.confirm')), line: `/datlich ${code}` },
        { label: toPlain(t('button.drop')), line: `/huylich ${code}` },
      ],
    ],
  };
};

/** A schedule that has been confirmed. */
export const confirmed = (schedule: Schedule, now: Temporal.Instant, t: Translator): Message => ({
  text: joinMarkup([
    t('schedule.confirmed', { code: codeOfSchedule(schedule), title: schedule.title }),
    ...details(schedule, now, t),
  ]),
  inPlace: true,
});

/** A schedule in a list, with its next date. */
export const listEntry = (schedule: Schedule, now: Temporal.Instant, t: Translator): Markup => {
  const [next] = comingOf(schedule, now, 1);
  const rule = typed(describeWhen(whenOf(schedule), t.language));
  const entry = t('schedule.entry', { code: codeOfSchedule(schedule), title: schedule.title, rule });
  if (schedule.state === 'draft') return joinMarkup([entry, t('schedule.entry_draft')]);
  return next
    ? joinMarkup([entry, t('schedule.entry_next', { moment: formatMoment(next, t.language) })])
    : entry;
};

/** One session in a list. */
export const sessionLine = ({ schedule, start }: ComingSession, t: Translator): Markup => {
  const line = { moment: formatMoment(start, t.language), title: schedule.title };
  return schedule.place === undefined
    ? t('session.line', line)
    : t('session.line_place', { ...line, place: schedule.place });
};
