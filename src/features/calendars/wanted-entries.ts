import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import type { Unit } from '../../chat/call.ts';
import { toPlain } from '../../texts/markup.ts';
import { type Translator, translator } from '../../texts/translator.ts';
import { type ComingSession, comingSessions, isStillOn } from '../sessions/coming-sessions.ts';
import type { Topic } from '../topics/topic.ts';
import { narrowestOf, topicsByDay } from '../topics/topics-of.ts';
import { channelsOf } from '../units/channels.ts';
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
/** Nobody says how long a session takes; a calendar wants to know. */
const USUAL_MINUTES = 120;

/** The sessions of a unit from now on, those that were cancelled among them, in the order of time. */
export async function wantedEntries(app: App, { id, timeZone }: Unit): Promise<WantedEntry[]> {
  const now = app.clock.now();
  const until = now.add({ hours: 24 * DAYS_AHEAD });
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(timeZone).toPlainDate();
  const topicsOn = await topicsByDay(app, id, dayOf(now), dayOf(until));
  const t = await languageOf(app, id);
  const coming = await comingSessions(app, id, now, MOST_ENTRIES, until);
  return coming.map((each) => ({
    sessionId: each.session?.id,
    slot: `${each.schedule.id}/${(each.session?.originalDate ?? each.start.toPlainDate()).toString()}`,
    start: each.start.toInstant(),
    content: contentOf(each, narrowestOf(topicsOn(each.start.toPlainDate())), t),
  }));
}

/** A calendar is read outside of the chat, so it has one language: that of the unit's first channel. */
async function languageOf(app: App, unitId: string): Promise<Translator> {
  const [first] = await channelsOf(app, unitId);
  return translator(first?.language ?? app.config.DEFAULT_LANGUAGE);
}

function contentOf(coming: ComingSession, topics: readonly Topic[], t: Translator): Content {
  const { session, schedule } = coming;
  const place = session?.mode === 'online' ? undefined : (session?.place ?? schedule.place);
  const link = session?.mode === 'in_person' ? undefined : withoutPassword(session?.link);
  const description = describe(coming, topics, t);
  const location = place ?? link;
  return {
    minutes: USUAL_MINUTES,
    summary: schedule.title,
    ...(location === undefined ? {} : { location }),
    ...(description === '' ? {} : { description }),
    ...(link === undefined ? {} : { link }),
    isCancelled: !isStillOn(coming),
  };
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
