import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import type { Unit } from '../../chat/call.ts';
import { toPlain } from '../../texts/markup.ts';
import { type Translator, translator } from '../../texts/translator.ts';
import { dueOutsideQuiet } from '../reminders/due-outside-quiet.ts';
import { type ComingSession, comingSessions, isStillOn } from '../sessions/coming-sessions.ts';
import { USUAL_MINUTES } from '../sessions/session.ts';
import type { Topic } from '../topics/topic.ts';
import { narrowestOf, topicsByDay } from '../topics/topics-of.ts';
import { channelsOf } from '../units/channels.ts';
import type { QuietHours } from '../units/quiet-hours.ts';
import { settingsOf } from '../units/settings-store.ts';
import type { Content } from './entry-store.ts';

/** A session as a calendar is to have it. */
export type WantedEntry = {
  sessionId: string | undefined;
  /** The schedule and the day that its rule gives. */
  slot: string;
  start: Temporal.Instant;
  content: Content;
};

/** How far ahead a calendar reaches. */
const DAYS_AHEAD = 366;
export const MOST_ENTRIES = 300;

/** The sessions of a unit from now on, those that were cancelled among them, in the order of time. */
export async function wantedEntries(app: App, { id, timeZone }: Unit, t: Translator): Promise<WantedEntry[]> {
  const now = app.clock.now();
  const until = now.add({ hours: 24 * DAYS_AHEAD });
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(timeZone).toPlainDate();
  const topicsOn = await topicsByDay(app, id, dayOf(now), dayOf(until));
  const { quiet } = await settingsOf(app.db, id);
  const coming = await comingSessions(app, id, now, MOST_ENTRIES, until);
  return coming.map((each) => ({
    sessionId: each.session?.id,
    slot: `${each.schedule.id}/${(each.session?.originalDate ?? each.start.toPlainDate()).toString()}`,
    start: each.start.toInstant(),
    content: contentOf(each, { topics: narrowestOf(topicsOn(each.start.toPlainDate())), quiet }, t),
  }));
}

/** A calendar is read outside of the chat, so it has one language: that of the unit's first channel. */
export async function languageOf(app: App, unitId: string): Promise<Translator> {
  const [first] = await channelsOf(app, unitId);
  return translator(first?.language ?? app.config.DEFAULT_LANGUAGE);
}

function contentOf(
  coming: ComingSession,
  { topics, quiet }: { topics: readonly Topic[]; quiet: QuietHours },
  t: Translator,
): Content {
  const { session, schedule } = coming;
  const place = session?.mode === 'online' ? undefined : (session?.place ?? schedule.place);
  const link = session?.mode === 'in_person' ? undefined : withoutPassword(session?.link);
  const description = describe(coming, topics, t);
  const location = place ?? link;
  const content = {
    minutes: schedule.minutes ?? USUAL_MINUTES,
    summary: schedule.title,
    ...(location === undefined ? {} : { location }),
    ...(description === '' ? {} : { description }),
    ...(link === undefined ? {} : { link }),
    isCancelled: false,
  };
  if (!isStillOn(coming))
    return calledOff(content, session?.state === 'postponed' ? 'postponed' : 'cancelled', t);
  const alarms = alarmsOf(coming, quiet);
  return alarms.length > 0 ? { ...content, alarms } : content;
}

/** Programs that do not look at the state of an entry show its title: that says it too. Nobody is woken for it. */
export function calledOff(
  { alarms: _, ...content }: Content,
  how: 'cancelled' | 'postponed',
  t: Translator,
): Content {
  const summary = toPlain(t(`calendar_file.${how}`, { title: content.summary }));
  return { ...content, summary, isCancelled: true };
}

/** How many minutes before its start a session is reminded of, as in the chat never in the quiet hours. */
function alarmsOf({ schedule, start }: ComingSession, quiet: QuietHours): number[] {
  const always = Temporal.Instant.fromEpochMilliseconds(0);
  const due = schedule.leads.flatMap((lead) => dueOutsideQuiet(lead, start, quiet, always) ?? []);
  const minutes = due.map((at) => Math.round(at.until(start.toInstant()).total('minutes')));
  return [...new Set(minutes)].toSorted((one, other) => other - one);
}

const PASSWORD = /^(?:pwd|pass|password|passcode|pw|tk|token)$/iu;

/** A calendar is handed on, and stays with who has left: what opens a meeting is for the members, in the chat. */
function withoutPassword(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return link;
  const url = new URL(link);
  const secrets = [...url.searchParams.keys()].filter((name) => PASSWORD.test(name));
  if (secrets.length === 0) return link;
  for (const name of secrets) url.searchParams.delete(name);
  return url.href;
}

/** What it is about and who speaks, a line each. */
function describe({ session }: ComingSession, topics: readonly Topic[], t: Translator): string {
  return [
    ...topics.map(({ title }) => toPlain(t('calendar_file.topic', { topic: title }))),
    ...topics.flatMap(({ materials }) =>
      materials.map(({ name, url = '' }) =>
        toPlain(t('calendar_file.material', { name })).concat(url === '' ? '' : ` – ${url}`),
      ),
    ),
    ...line(session?.chair, (chair) => toPlain(t('calendar_file.chair', { chair }))),
    ...line(session?.speaker, (speaker) => toPlain(t('calendar_file.speaker', { speaker }))),
  ].join('\n');
}

function line(value: string | undefined, words: (value: string) => string): string[] {
  return value === undefined || value === '' ? [] : [words(value)];
}
