import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import type { Unit } from '../../chat/call.ts';
import { type Code, writeCode } from '../../chat/codes.ts';
import { onWall } from '../../core/local-time.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import { takeNumber } from '../units/unit-store.ts';
import { addMaterials } from './materials.ts';
import type { WantedTopic } from './read-plan.ts';
import { byTime, isSamePeriod, type Topic } from './topic.ts';
import { findTopic, insertTopic, markTopicsRemoved, rewordTopic, topicsBetween } from './topic-store.ts';

const MOST_OF_A_PERIOD = 10;
const MOST_AT_ONCE = 100;

/** What setting topics did; `replaced` were there before and are not any more. */
export type SetTopics = { topics: readonly Topic[]; replaced: readonly Topic[] };

/**
 * Sets topics: afterwards a period that is named has the topics that are given for it and no others, or, with
 * `add`, those too. A topic of the same title keeps its code and its materials.
 * @throws UserError when there are too many
 */
export async function setTopics(
  app: App,
  unit: Unit,
  wanted: readonly WantedTopic[],
  how: 'replace' | 'add',
  by: string,
): Promise<SetTopics> {
  const before = await topicsBefore(app, unit.id, wanted);
  demandRoom(wanted, how === 'add' ? before : []);
  const topics: Topic[] = [];
  for (const each of wanted) {
    const known = [...topics, ...before].find((topic) => isFor(topic, each));
    const topic = await setOne(app, unit.id, each, known, by);
    if (!topics.some(({ id }) => id === topic.id)) topics.push(topic);
  }
  const replaced = how === 'add' ? [] : before.filter(({ id }) => !topics.some((topic) => topic.id === id));
  await markTopicsRemoved(
    app.db,
    replaced.map(({ id }) => id),
    app.clock.now(),
  );
  return { topics: topics.toSorted(byTime), replaced };
}

/** The topics that were set before for the periods that are set now. */
async function topicsBefore(app: App, unitId: string, wanted: readonly WantedTopic[]): Promise<Topic[]> {
  const [from] = wanted.map(({ period }) => period.from).toSorted(Temporal.PlainDate.compare);
  const to = wanted
    .map(({ period }) => period.to)
    .toSorted(Temporal.PlainDate.compare)
    .at(-1);
  if (!from || !to) return [];
  const overlapping = await topicsBetween(app.db, unitId, from, to);
  return overlapping.filter(({ period }) => wanted.some((each) => isSamePeriod(each.period, period)));
}

function demandRoom(wanted: readonly WantedTopic[], kept: readonly Topic[]): void {
  if (wanted.length > MOST_AT_ONCE) throw new UserError('topic.too_many_at_once', { max: MOST_AT_ONCE });
  for (const { period } of wanted) {
    const added = wanted.filter((other) => isSamePeriod(other.period, period));
    const stay = kept.filter(
      (topic) => isSamePeriod(topic.period, period) && !added.some((other) => isFor(topic, other)),
    );
    if (added.length + stay.length > MOST_OF_A_PERIOD)
      throw new UserError('topic.too_many_of_period', { max: MOST_OF_A_PERIOD });
  }
}

function isFor(topic: Topic, wanted: WantedTopic): boolean {
  return isSamePeriod(topic.period, wanted.period) && fold(topic.title) === fold(wanted.title);
}

async function setOne(
  app: App,
  unitId: string,
  wanted: WantedTopic,
  known: Topic | undefined,
  by: string,
): Promise<Topic> {
  const { period, title, shortTitle, materials } = wanted;
  if (known) await rewordTopic(app.db, { id: known.id, title, shortTitle });
  const topic: Topic = known
    ? { ...known, title, shortTitle }
    : {
        id: app.newId(),
        unitId,
        number: await takeNumber(app.db, unitId, 'CD'),
        period,
        title,
        shortTitle,
        materials: [],
      };
  if (!known) await insertTopic(app.db, topic, by, app.clock.now());
  const missing = materials.filter(
    (one) => !topic.materials.some(({ name, url }) => name === one.name && url === one.url),
  );
  return addMaterials(app, topic, missing, by);
}

/** @throws UserError when the unit has no such topic, or it was removed */
export async function topicWithCode(app: App, unit: Unit, code: Code): Promise<Topic> {
  const { topic, isRemoved } = await anyTopicWithCode(app, unit, code);
  if (isRemoved) throw new UserError('topic.is_removed', { code: writeCode(code) });
  return topic;
}

/** @throws UserError when the unit has no such topic */
async function anyTopicWithCode(
  app: App,
  unit: Unit,
  code: Code,
): Promise<{ topic: Topic; isRemoved: boolean }> {
  const found = code.prefix === 'CD' ? await findTopic(app.db, unit.id, code.number) : undefined;
  if (found) return found;
  const { year } = onWall(app.clock.now(), unit.timeZone);
  throw new UserError('topic.not_found', { code: writeCode(code), year: String(year) });
}

/** Takes topics out; they can be brought back. @throws UserError when one is not there */
export async function removeTopics(app: App, unit: Unit, codes: readonly Code[]): Promise<Topic[]> {
  const topics: Topic[] = [];
  for (const code of codes) topics.push(await topicWithCode(app, unit, code));
  await markTopicsRemoved(
    app.db,
    topics.map(({ id }) => id),
    app.clock.now(),
  );
  return topics;
}

/** Brings a topic back that was replaced or taken out. */
export async function restoreTopic(app: App, unit: Unit, code: Code): Promise<Topic> {
  const { topic } = await anyTopicWithCode(app, unit, code);
  await markTopicsRemoved(app.db, [topic.id], undefined);
  return topic;
}
