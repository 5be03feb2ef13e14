import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import type { Unit } from '../../chat/call.ts';
import { type CalendarEntry, writeCalendar } from '../../documents/calendar.ts';
import type { Translator } from '../../texts/translator.ts';
import { entriesAfter, keepEntry, type Published } from './entry-store.ts';
import { calledOff, languageOf, MOST_ENTRIES, type WantedEntry, wantedEntries } from './wanted-entries.ts';

/** Sessions that are over stay in a calendar for so long. */
const KEPT_DAYS = 90;

/** A calendar file, and how many sessions it holds that take place and are still to come. */
export type CalendarFile = { text: string; coming: number };

/** The whole calendar of a unit. Runs in a transaction. */
export async function wholeCalendar(app: App, unit: Unit): Promise<CalendarFile> {
  const entries = await publish(app, unit);
  const now = app.clock.now();
  const coming = entries.filter(
    ({ start, content }) => !content.isCancelled && Temporal.Instant.compare(start, now) > 0,
  );
  return { text: writeCalendar(unit.name, entries.map(toCalendarEntry)), coming: coming.length };
}

/**
 * The calendar of a unit as it is now: what has changed since it was last given away has a higher sequence, and
 * what is gone is cancelled. To be run in a transaction.
 */
async function publish(app: App, unit: Unit): Promise<Published[]> {
  const now = app.clock.now();
  const published = await entriesAfter(app.db, unit.id, now.subtract({ hours: 24 * KEPT_DAYS }));
  const t = await languageOf(app, unit.id);
  const wanted = await wantedEntries(app, unit, t);
  const find = finder(published);
  const entries = new Map(published.map((entry) => [entry.uid, entry]));
  const seen = new Set<string>();
  for (const each of wanted) {
    const found = find(each);
    const before = found && !seen.has(found.uid) ? found : undefined;
    const entry = entryFor(app, unit.id, each, before);
    seen.add(entry.uid);
    entries.set(entry.uid, entry);
  }
  const last = wanted.length >= MOST_ENTRIES ? wanted.at(-1)?.start : undefined;
  for (const entry of published) {
    const isAhead = Temporal.Instant.compare(entry.start, now) > 0;
    const isWithin = last === undefined || Temporal.Instant.compare(entry.start, last) <= 0;
    if (!seen.has(entry.uid) && isAhead && isWithin && !entry.content.isCancelled)
      entries.set(entry.uid, cancelledEntry(app, entry, t));
  }
  const before = new Set(published);
  for (const entry of entries.values()) {
    if (!before.has(entry)) await keepEntry(app.db, entry);
  }
  return [...entries.values()].toSorted((one, other) => Temporal.Instant.compare(one.start, other.start));
}

/** Finds what a calendar has of a session: by the session, or, where it has no record yet, by its schedule and day. */
function finder(published: readonly Published[]) {
  const bySession = new Map(published.map((entry) => [entry.sessionId, entry]));
  const bySlot = new Map(published.map((entry) => [entry.slot, entry]));
  return ({ sessionId, slot }: WantedEntry): Published | undefined => {
    const known = sessionId === undefined ? undefined : bySession.get(sessionId);
    const there = bySlot.get(slot);
    const isFree = there?.sessionId === undefined || sessionId === undefined;
    return known ?? (isFree ? there : undefined);
  };
}

/** The entry for a session: the same as before, or one more in its sequence where it says something else. */
function entryFor(app: App, unitId: string, wanted: WantedEntry, before: Published | undefined): Published {
  const { sessionId = before?.sessionId, slot, start, content } = wanted;
  const changed = before === undefined || says(wanted) !== says(before);
  return {
    uid: before?.uid ?? sessionId ?? app.newId(),
    unitId,
    sessionId,
    slot,
    start,
    content,
    sequence: before === undefined ? 0 : before.sequence + (changed ? 1 : 0),
    changedAt: changed ? app.clock.now() : before.changedAt,
  };
}

function says({ start, content }: WantedEntry | Published): string {
  return JSON.stringify([start.epochMilliseconds, Object.entries(content).toSorted()]);
}

/** A session that is no longer there is cancelled, so that it goes from the calendars that have it. */
function cancelledEntry(app: App, entry: Published, t: Translator): Published {
  return {
    ...entry,
    content: calledOff(entry.content, 'cancelled', t),
    sequence: entry.sequence + 1,
    changedAt: app.clock.now(),
  };
}

function toCalendarEntry({ uid, sequence, changedAt, start, content }: Published): CalendarEntry {
  return {
    uid,
    sequence,
    changedAt,
    start,
    ...content,
  };
}

/** One session of a unit; nothing when it is long over. Runs in a transaction. */
export async function calendarOfSession(
  app: App,
  unit: Unit,
  sessionId: string,
): Promise<string | undefined> {
  const entry = (await publish(app, unit)).find((each) => each.sessionId === sessionId);
  return entry && writeCalendar(unit.name, [toCalendarEntry(entry)]);
}
