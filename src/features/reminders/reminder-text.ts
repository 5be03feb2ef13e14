import type { Temporal } from 'temporal-polyfill';
import type { Lead } from '../../language/when.ts';
import { formatDay, formatMoment, formatSpan, formatTime } from '../../texts/format.ts';
import { joinMarkup, linked, type Markup, stamped, toPlain, typed } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { type Session, statusOf } from '../sessions/session.ts';
import { fillWording } from './wording.ts';

/** What a reminder is made of beside the session itself. */
export type Extras = {
  topics: readonly string[];
  materials: readonly string[];
  /** The day off that it falls on, where it was kept. */
  dayOff: string | undefined;
  /** The unit's own words. */
  wording: string | undefined;
};

/** Why a reminder is posted. */
export type Occasion =
  | { kind: 'lead'; lead: Lead; dueAt: Temporal.Instant }
  | { kind: 'late' }
  | { kind: 'changed' };

/** From so many days ahead a reminder is an announcement. */
const ANNOUNCED_DAYS = 7;

/** Where people come together: a place, a link or both. */
export function whereLines({ mode, place, link }: Session, t: Translator): Markup[] {
  return [
    ...(mode === 'online' ? [] : line(place, (place) => t('reminder.place', { place }))),
    ...(mode === 'in_person' ? [] : [t('session.mode_line', { mode: t(`session.mode_${mode}`) })]),
    ...(mode === 'in_person' ? [] : line(link, (link) => t('reminder.link', { link: linked(link) }))),
  ];
}

function line<Value>(value: Value | undefined, words: (value: Value) => Markup): Markup[] {
  return value === undefined ? [] : [words(value)];
}

export function whoLines({ chair, speaker }: Session, t: Translator): Markup[] {
  return [
    ...line(chair, (chair) => t('reminder.chair', { chair })),
    ...line(speaker, (speaker) => t('reminder.speaker', { speaker })),
  ];
}

/** A reminder: what that moment needs, in the usual words or in the unit's own. */
export function reminderText(session: Session, occasion: Occasion, extras: Extras, t: Translator): Markup {
  const standing = statusOf(session);
  if (standing !== 'on' && standing !== 'held') return offText(session, standing, t);
  if (extras.wording !== undefined)
    return joinMarkup([
      aboveOwnWords(session, occasion, t),
      ownWords(session, extras.wording, extras, t),
      ...movedLine(session, t),
    ]);
  const isSoon = minutesLeft(session, occasion) !== undefined;
  return joinMarkup([
    opening(session, occasion, t),
    ...movedLine(session, t),
    ...whereLines(session, t),
    ...(isSoon ? [] : [...whoLines(session, t), ...aboutLines(extras, t)]),
  ]);
}

/** What is posted about a session that is not taking place, in the place of its reminders. */
function offText(session: Session, standing: 'postponed' | 'cancelled' | 'paused', t: Translator): Markup {
  return t(`reminder.${standing}`, { title: session.title, moment: formatMoment(session.start, t.language) });
}

/** What the unit's own words do not say: how soon it is, that it is late or was moved. */
function aboveOwnWords(session: Session, occasion: Occasion, t: Translator): Markup {
  const minutes = minutesLeft(session, occasion);
  if (occasion.kind === 'late') return t('reminder.own_late');
  if (minutes === undefined) return t('reminder.own');
  return minutes === 0 ? t('reminder.own_now') : t('reminder.own_soon', { left: lengthInWords(minutes, t) });
}

/** The minutes that are left, where it is for today; what is further away is told by its day. */
function minutesLeft({ start }: Session, occasion: Occasion): number | undefined {
  if (occasion.kind !== 'lead' || occasion.lead.kind !== 'minutes') return undefined;
  const minutes = Math.floor((start.epochMilliseconds - occasion.dueAt.epochMilliseconds) / 60_000);
  const told = occasion.dueAt.toZonedDateTimeISO(start.timeZoneId).toPlainDate();
  return told.equals(start.toPlainDate()) || minutes === occasion.lead.minutes
    ? Math.max(0, minutes)
    : undefined;
}

/** `2 giờ`, `30 phút`, `1 giờ 30 phút` */
function lengthInWords(minutes: number, t: Translator): Markup {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return t('length.minutes', { n: rest });
  return rest === 0 ? t('length.hours', { n: hours }) : t('length.hours_minutes', { hours, minutes: rest });
}

function ownWords(session: Session, wording: string, extras: Extras, t: Translator): Markup {
  return typed(
    fillWording(wording, {
      tieude: session.title,
      thoigian: formatSpan(session.start, session.minutes, t.language),
      diadiem: whereInWords(session, t),
      chuyende: extras.topics.join('; '),
      chutri: session.chair ?? '',
      tailieu: extras.materials.join('; '),
    }),
  );
}

/** Where it takes place as a part of a sentence; '' when nothing is known. */
function whereInWords({ mode, place, link = '' }: Session, t: Translator): string {
  if (mode === 'in_person') return place ?? '';
  const words =
    mode === 'both' && place !== undefined
      ? t('wording.place_both', { place, link })
      : t('wording.place_online', { link });
  return toPlain(words).trim();
}

function movedLine(session: Session, t: Translator): Markup[] {
  const { movedFrom } = session;
  return movedFrom ? [t('reminder.moved_from', { moment: formatMoment(movedFrom, t.language) })] : [];
}

/** The first lines of a reminder: what that moment needs to know. */
function opening(session: Session, occasion: Occasion, t: Translator): Markup {
  const { title, start, minutes: length } = session;
  const moment = stamped(formatSpan(start, length, t.language), start);
  if (occasion.kind === 'late') return t('reminder.late', { title, moment });
  const minutes = minutesLeft(session, occasion);
  if (minutes === 0) return t('reminder.now', { title, time: formatTime(start, t.language) });
  if (minutes === undefined)
    return t(isAnnouncement(session, occasion) ? 'reminder.announcement' : 'reminder.days', {
      title,
      moment,
    });
  return t('reminder.soon', {
    title,
    left: lengthInWords(minutes, t),
    time: formatTime(start, t.language),
    day: stamped(formatDay(start, t.language), start),
  });
}

function isAnnouncement({ start }: Session, occasion: Occasion): boolean {
  if (occasion.kind !== 'lead') return false;
  const told = occasion.dueAt.toZonedDateTimeISO(start.timeZoneId).toPlainDate();
  return told.until(start.toPlainDate()).total('days') >= ANNOUNCED_DAYS;
}

function aboutLines({ topics, materials, dayOff }: Extras, t: Translator): Markup[] {
  return [
    ...topics.map((topic) => t('reminder.topic', { topic })),
    ...materials.map((material) => t('reminder.material', { material })),
    ...line(dayOff, (holiday) => t('reminder.day_off', { holiday })),
  ];
}
