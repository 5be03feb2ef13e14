import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { topicsOf as allTopicsOf, narrowestOf } from '../topics/topics-of.ts';

/** What a session of a date is about: the short titles of its topics, and their materials. */
export type Topics = { titles: readonly string[]; materials: readonly string[] };

/** The topics of a unit on a date: those of its month where there are any, or else of its quarter, year or term. */
export async function topicsOf(app: App, unitId: string, date: Temporal.PlainDate): Promise<Topics> {
  const topics = narrowestOf(await allTopicsOf(app, unitId, date));
  return {
    titles: topics.map(({ shortTitle }) => shortTitle),
    materials: topics.flatMap(({ materials }) =>
      materials.map(({ name, url }) => (url === undefined ? name : `${name} – ${url}`)),
    ),
  };
}
