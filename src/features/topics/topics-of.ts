import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { appliesOn, byScope, byTime, type Topic, type TopicPeriod } from './topic.ts';
import { topicsBetween } from './topic-store.ts';

/** The topics that apply on a day: those of the month before the quarter's, the year's and the term's. */
export async function topicsOf(app: App, unitId: string, date: Temporal.PlainDate): Promise<Topic[]> {
  return (await topicsBetween(app.db, unitId, date, date)).toSorted(byScope);
}

/** Those of the narrowest period among them: what a session is about, before what the year is about. */
export function narrowestOf(topics: readonly Topic[]): Topic[] {
  const [first] = topics.toSorted(byScope);
  return topics.filter(({ period }) => period.scope === first?.period.scope);
}

/** Tells the topics of each day between two, all read at once. */
export async function topicsByDay(
  app: App,
  unitId: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<(date: Temporal.PlainDate) => Topic[]> {
  const topics = (await topicsBetween(app.db, unitId, from, to)).toSorted(byScope);
  return (date) => topics.filter(({ period }) => appliesOn(period, date));
}

/** The topics set for a period and for parts of it, in the order of time. */
export async function topicsWithin(app: App, unitId: string, period: TopicPeriod): Promise<Topic[]> {
  return (await topicsBetween(app.db, unitId, period.from, period.to)).toSorted(byTime);
}

/** What a unit studies on a date, in words: the topics of the month where there are any, or else of a longer time. */
export async function studiedOn(
  app: App,
  unitId: string,
  date: Temporal.PlainDate,
): Promise<{ titles: readonly string[]; materials: readonly string[] }> {
  const topics = narrowestOf(await topicsOf(app, unitId, date));
  return {
    titles: topics.map(({ shortTitle }) => shortTitle),
    materials: topics.flatMap(({ materials }) =>
      materials.map(({ name, url }) => (url === undefined ? name : `${name} – ${url}`)),
    ),
  };
}
