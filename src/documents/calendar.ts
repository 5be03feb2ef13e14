import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Temporal } from 'temporal-polyfill';

/** One meeting in a calendar. */
export type CalendarEntry = {
  /** The same for the same meeting, whatever changes of it. */
  uid: string;
  /** One more with each change: without it calendars keep what they have. */
  sequence: number;
  changedAt: Temporal.Instant;
  start: Temporal.Instant;
  minutes: number;
  summary: string;
  location?: string | undefined;
  description?: string | undefined;
  link?: string | undefined;
  /** How many minutes before its start it is reminded of. */
  alarms?: readonly number[] | undefined;
  isCancelled: boolean;
};

const REFRESH_SECONDS = 3600;
// RFC 5545, section 3.1: no control characters but the tab; line breaks are written as \n.
const CONTROLS = /[^\P{Cc}\n\t]/gu;

/**
 * Writes a calendar file (RFC 5545). All times are in UTC: each entry is one meeting, so there is no rule that
 * would need the zone, and every calendar shows them in the zone of its reader.
 */
export function writeCalendar(name: string, entries: readonly CalendarEntry[]): string {
  return `${ical({
    name: cleanName(name),
    prodId: { company: 'neu-guong', product: 'neu-guong', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
    events: entries.map((entry) => ({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: dateOf(entry.changedAt),
      lastModified: dateOf(entry.changedAt),
      start: dateOf(entry.start),
      end: dateOf(entry.start.add({ minutes: entry.minutes })),
      summary: clean(entry.summary),
      status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(entry.location === undefined ? {} : { location: clean(entry.location) }),
      ...(entry.description === undefined ? {} : { description: clean(entry.description) }),
      ...urlOf(entry.link),
      alarms: (entry.alarms ?? []).map((minutes) => ({
        type: ICalAlarmType.display,
        trigger: minutes * 60,
        description: clean(entry.summary),
      })),
    })),
  }).toString()}\r\n`;
}

/** The name of a calendar, which the package writes as it is. */
function cleanName(name: string): string {
  return clean(name)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\;,]/g, '\\$&');
}

/** Any text as a calendar may hold it. */
function clean(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '');
}

function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

/** An address is written as it is too: what is none is left out. */
function urlOf(link: string | undefined): { url?: string } {
  return link !== undefined && URL.canParse(link) ? { url: new URL(link).href } : {};
}
