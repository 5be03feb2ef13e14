import type { Temporal } from 'temporal-polyfill';
import { writeCode } from '../../chat/codes.ts';
import type { Language } from '../../core/languages.ts';
import type { Lead } from '../../language/when.ts';
import { formatMoment } from '../../texts/format.ts';
import type { Markup } from '../../texts/markup.ts';
import { fill } from '../../texts/translator.ts';
import type { Schedule } from './schedule.ts';

export const MODES = ['in_person', 'online', 'both'] as const;
export type Mode = (typeof MODES)[number];

/** One session that a schedule makes, with what an administrator has changed of it by hand. */
export type Session = {
  id: string;
  unitId: string;
  number: number;
  scheduleId: string;
  scheduleNumber: number;
  scheduleState: Schedule['state'];
  title: string;
  timeZone: string;
  leads: readonly Lead[];
  /** The day the rule gave it, and the hour of the rule. */
  originalDate: Temporal.PlainDate;
  ruleTime: Temporal.PlainTime;
  /** When it takes place, or was to take place. */
  start: Temporal.ZonedDateTime;
  /** When it was to take place before an administrator first moved it; undefined where nobody has. */
  movedFrom: Temporal.ZonedDateTime | undefined;
  /** How long it takes, where an end was said. */
  minutes: number | undefined;
  state: 'planned' | 'moved' | 'postponed' | 'cancelled' | 'held' | 'dropped';
  /** Its own place, or else that of the schedule. */
  place: string | undefined;
  ownPlace: string | undefined;
  schedulePlace: string | undefined;
  chair: string | undefined;
  speaker: string | undefined;
  mode: Mode;
  link: string | undefined;
  /** When the administrators are asked for the new date of a postponed one, and how many days later once more. */
  askAt: Temporal.Instant | undefined;
  askDays: number | undefined;
  /** When it is looked at whether it falls on a day off. */
  checkAt: Temporal.Instant | undefined;
  dayOff: 'asked' | 'answered' | undefined;
  /** When people are first reminded of it, as it stands now; undefined where they never are. */
  firstReminderAt: Temporal.Instant | undefined;
  /** When they first were, though it may have been moved since. */
  announcedAt: Temporal.Instant | undefined;
};

/** What a session is to people: its own state, or that of its schedule. */
export type SessionStatus = 'on' | 'postponed' | 'cancelled' | 'paused' | 'held';

export function statusOf({ state, scheduleState }: Session): SessionStatus {
  if (state === 'dropped') return 'cancelled';
  if (state !== 'planned' && state !== 'moved') return state;
  if (scheduleState === 'cancelled' || scheduleState === 'paused') return scheduleState;
  return 'on';
}

export function codeOfSession({ number }: Pick<Session, 'number'>): string {
  return writeCode({ prefix: 'SH', number });
}

const TAG_LENGTH = 6;

/** A mark that no other session has. */
export function tagOf({ id }: Pick<Session, 'id'>): string {
  return id.slice(-TAG_LENGTH);
}

/**
 * The code with that mark: `SH12~1f3a2b`. In a private chat a button may be pressed after the person has gone on
 * to another unit, which has an SH12 of its own.
 */
export function exactCode(session: Pick<Session, 'id' | 'number'>): string {
  return `${codeOfSession(session)}~${tagOf(session)}`;
}

/** When it would take place by the rule. */
export function ruleStart({
  originalDate,
  ruleTime,
  timeZone,
}: Pick<Session, 'originalDate' | 'ruleTime' | 'timeZone'>): Temporal.ZonedDateTime {
  return originalDate.toZonedDateTime({ timeZone, plainTime: ruleTime });
}

/** How long a session takes where nobody says. */
export const USUAL_MINUTES = 120;

export function endOf({
  start,
  minutes = USUAL_MINUTES,
}: Pick<Session, 'start' | 'minutes'>): Temporal.Instant {
  return start.add({ minutes }).toInstant();
}

/** The day on which it takes place; what people say of coming is said for one day. */
export function dayOf({ start }: Pick<Session, 'start'>): string {
  return start.toPlainDate().toString();
}

/** Long enough for the longest break and what is to be asked before it: Tết alone is two weeks. */
const LOOKED_AT_DAYS = 42;

/** When it is looked at first whether a session falls on a day off. */
export function dayOffCheckOf(start: Temporal.ZonedDateTime): Temporal.Instant {
  return start.subtract({ days: LOOKED_AT_DAYS }).toInstant();
}

/** It is on as far as it goes by itself: its schedule may be stopped for a while. */
export function takesItsTime({ state }: Pick<Session, 'state'>): boolean {
  return state === 'planned' || state === 'moved';
}

/** It is to take place. */
export function isOn(session: Session): boolean {
  return statusOf(session) === 'on';
}

/** It is to take place, or did. */
export function takesPlace(session: Session): boolean {
  return isOn(session) || statusOf(session) === 'held';
}

/** `SH12 – Sinh hoạt chi bộ, thứ Hai, 05/01/2026, 19 giờ 30` */
export function sessionName(session: Session, language: Language): Markup {
  return fill(language, 'session.name', {
    code: codeOfSession(session),
    title: session.title,
    moment: formatMoment(session.start, language),
  });
}
