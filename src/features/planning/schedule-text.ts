import type { Temporal } from 'temporal-polyfill';
import { button } from '../../chat/button.ts';
import type { Message } from '../../chat/message.ts';
import { fitsButton } from '../../chat/unused-words.ts';
import { kindOfRule } from '../../language/days-of-rule.ts';
import { describeLeads, describeLunar, describeWhen } from '../../language/describe.ts';
import type { When } from '../../language/when.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import { joinMarkup, type Markup, toPlain, typed } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import type { ComingSession } from '../sessions/coming-sessions.ts';
import { codeOfSchedule, comingOf, datesShown, type Schedule, whenOf } from '../sessions/schedule.ts';
import { codeOfSession, isOn, type Session, statusOf } from '../sessions/session.ts';
import type { Edit } from './redate.ts';

/** A schedule as it was understood, and what should be known of it. */
export type Proposed = { schedule: Schedule; warnings: readonly Markup[] };

/** How a line was understood, to be confirmed or dropped as a whole. `repeated`: what a single date may mean as well. */
export function proposal(
  proposed: readonly Proposed[],
  repeated: When | undefined,
  now: Temporal.Instant,
  t: Translator,
): Message {
  const codes = proposed.map(({ schedule }) => codeOfSchedule(schedule)).join(' ');
  const cards = proposed.flatMap(({ schedule, warnings }) => [
    t('schedule.proposal', { code: codeOfSchedule(schedule), title: schedule.title }),
    ...details(schedule, nextOf(schedule, now), now, t),
    ...warnings,
  ]);
  const rule = repeated && describeWhen(repeated, t.language);
  const repetition =
    rule === undefined ? [] : [button(t, 'button.repeat', `/laplich ${codes} ${rule}`, { rule })];
  const pressed = repetition.filter(({ line }) => fitsButton(line));
  return {
    text: joinMarkup([...cards, t('schedule.is_it_right')]),
    buttons: [
      [button(t, 'button.confirm', `/datlich ${codes}`), button(t, 'button.drop', `/huylich ${codes}`)],
      ...pressed.map((each) => [each]),
    ],
  };
}

/** The rule in words, the next three dates with their weekdays, the reminders and the place. */
function details(
  schedule: Schedule,
  dates: readonly Temporal.ZonedDateTime[],
  now: Temporal.Instant,
  t: Translator,
): Markup[] {
  return [
    t('schedule.rule', { rule: typed(describeWhen(whenOf(schedule, now), t.language)) }),
    ...shortMonthNote(schedule, t),
    t('schedule.leads', {
      leads:
        schedule.leads.length > 0
          ? describeLeads(schedule.leads, t.language)
          : toPlain(t('schedule.no_leads')),
    }),
    ...(schedule.place === undefined ? [] : [t('reminder.place', { place: schedule.place })]),
    ...(kindOfRule(schedule.rrule) === 'lunar' ? [t('schedule.lunar')] : []),
    t(DATES_HEADING[kindOfRule(schedule.rrule)]),
    ...dates.map((start) => dateLine(schedule, start, t)),
  ];
}

const DATES_HEADING = {
  once: 'schedule.once',
  dates: 'schedule.dates',
  lunar: 'schedule.next',
  rule: 'schedule.next',
} as const;

/** Day 29, 30 or 31 of every month: some months lack it, and that has to be said. */
function shortMonthNote({ rrule }: Schedule, t: Translator): Markup[] {
  const days = /BYMONTHDAY=([\d,]+);BYSETPOS=-1/
    .exec(rrule ?? '')?.[1]
    ?.split(',')
    .map(Number);
  const day = days?.at(-1);
  return day !== undefined && day > 28 ? [t('schedule.short_month', { day })] : [];
}

function nextOf(schedule: Schedule, now: Temporal.Instant): Temporal.ZonedDateTime[] {
  return comingOf(schedule, now, datesShown(schedule));
}

function dateLine({ rrule }: Schedule, start: Temporal.ZonedDateTime, t: Translator): Markup {
  const moment = formatMoment(start, t.language);
  return kindOfRule(rrule) === 'lunar'
    ? t('schedule.next_line_lunar', { moment, lunar: describeLunar(start.toPlainDate(), t.language) })
    : t('schedule.next_line', { moment });
}

/** Schedules that have been confirmed. */
export function confirmed(schedules: readonly Schedule[], now: Temporal.Instant, t: Translator): Message {
  const cards = schedules.flatMap((schedule) => [
    t('schedule.confirmed', { code: codeOfSchedule(schedule), title: schedule.title }),
    ...details(schedule, nextOf(schedule, now), now, t),
  ]);
  return { text: joinMarkup(cards), inPlace: true };
}

/** How a schedule would be after a change, to be confirmed or dropped. */
export function changeProposal(
  { before, after, dates, mark }: Edit & { dates: readonly Temporal.ZonedDateTime[]; mark: string },
  warnings: readonly Markup[],
  now: Temporal.Instant,
  t: Translator,
): Message {
  const code = codeOfSchedule(after);
  const rule = (schedule: Schedule) => describeWhen(whenOf(schedule, now), t.language);
  return {
    text: joinMarkup([
      t('schedule.change_heading', { code, title: after.title }),
      ...(before.title === after.title ? [] : [t('schedule.old_title', { title: before.title })]),
      ...(rule(before) === rule(after) ? [] : [t('schedule.old_rule', { rule: rule(before) })]),
      ...(before.place === after.place || before.place === undefined
        ? []
        : [t('schedule.old_place', { place: before.place })]),
      ...details(after, dates, now, t),
      ...warnings,
      t('schedule.change_is_it_right'),
    ]),
    buttons: [
      [
        button(t, 'button.apply_change', `/datlich ${code} ${mark}`),
        button(t, 'button.drop_change', `/bosua ${code} ${mark}`),
      ],
    ],
  };
}

/** A schedule that was changed as it was proposed. */
export function changedMessage(
  schedule: Schedule,
  dates: readonly Temporal.ZonedDateTime[],
  now: Temporal.Instant,
  t: Translator,
): Message {
  return {
    text: joinMarkup([
      t('schedule.changed', { code: codeOfSchedule(schedule), title: schedule.title }),
      ...details(schedule, dates, now, t),
      t('schedule.changed_follow'),
    ]),
    inPlace: true,
  };
}

/** A schedule in a list, with its next date. */
export function listEntry(
  schedule: Schedule,
  next: Temporal.ZonedDateTime | undefined,
  now: Temporal.Instant,
  t: Translator,
): Markup {
  const rule = typed(describeWhen(whenOf(schedule, now), t.language));
  const entry = t('schedule.entry', { code: codeOfSchedule(schedule), title: schedule.title, rule });
  if (schedule.state === 'draft') return joinMarkup([entry, t('schedule.entry_draft')]);
  if (schedule.state === 'paused' && schedule.pausedUntil) {
    const day = formatDay(schedule.pausedUntil.toZonedDateTimeISO(schedule.timeZone), t.language);
    return joinMarkup([entry, t('schedule.entry_paused_until', { day, code: codeOfSchedule(schedule) })]);
  }
  if (schedule.state === 'paused') return joinMarkup([entry, t('schedule.entry_paused')]);
  return next
    ? joinMarkup([entry, t('schedule.entry_next', { moment: formatMoment(next, t.language) })])
    : entry;
}

/** One session in a list. */
export function sessionLine(coming: ComingSession, t: Translator): Markup {
  const { schedule, start, session } = coming;
  const standing = standingNote(session, t);
  const isHeld = session === undefined || isOn(session);
  return joinMarkup(
    [
      t('session.line', { moment: formatMoment(start, t.language), title: schedule.title }),
      ...(isHeld ? placeNote(coming, t) : []),
      ...standing,
      ...(session ? [t('session.note_code', { code: codeOfSession(session) })] : []),
    ],
    '',
  );
}

/** What became of a session that is not to be held as its rule says. */
function standingNote(session: Session | undefined, t: Translator): Markup[] {
  if (!session) return [];
  const standing = statusOf(session);
  if (standing === 'cancelled' || standing === 'postponed') return [t(`session.note_${standing}`)];
  const { movedFrom } = session;
  return movedFrom ? [t('session.note_moved', { day: formatDay(movedFrom, t.language) })] : [];
}

/** Where a session takes place, in a few words. */
function placeNote({ schedule, session }: ComingSession, t: Translator): Markup[] {
  if (session && session.mode !== 'in_person') return [t(`session.note_${session.mode}`)];
  const place = session ? session.place : schedule.place;
  return place === undefined ? [] : [t('session.note_place', { place })];
}

/** A session that was postponed, and whose day has passed. */
export function waitingLine(session: Session, t: Translator): Markup {
  return t('session.line_waiting', {
    title: session.title,
    day: formatDay(session.start, t.language),
    code: codeOfSession(session),
  });
}
