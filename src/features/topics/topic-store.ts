import { Temporal } from 'temporal-polyfill';
import { toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import type { KeptFile, Material, Topic } from './topic.ts';

type TopicRow = Awaited<ReturnType<ReturnType<typeof topicRows>['executeTakeFirstOrThrow']>>;
type MaterialRow = Awaited<ReturnType<ReturnType<typeof materialRows>['executeTakeFirstOrThrow']>>;

/** The topics of a unit whose periods have a day in common with these, both days included. */
export async function topicsBetween(
  db: Database,
  unitId: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<Topic[]> {
  const rows = await topicRows(db)
    .where('unit_id', '=', unitId)
    .where('removed_at', 'is', null)
    .where('starts_on', '<=', to.toString())
    .where('ends_on', '>=', from.toString())
    .execute();
  return withMaterials(db, rows);
}

function topicRows(db: Database) {
  return db.selectFrom('topics').selectAll();
}

async function withMaterials(db: Database, rows: readonly TopicRow[]): Promise<Topic[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const materials = await materialRows(db)
    .where('topic_id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy('number')
    .execute();
  return rows.map((row) => toTopic(row, materials));
}

function materialRows(db: Database) {
  return db.selectFrom('topic_materials').selectAll();
}

function toTopic(row: TopicRow, materials: readonly MaterialRow[]): Topic {
  return {
    id: row.id,
    unitId: row.unit_id,
    number: row.number,
    period: {
      scope: row.scope,
      from: Temporal.PlainDate.from(row.starts_on),
      to: Temporal.PlainDate.from(row.ends_on),
    },
    title: row.title,
    shortTitle: row.short_title,
    materials: materials.filter(({ topic_id }) => topic_id === row.id).map(toMaterial),
  };
}

function toMaterial(row: MaterialRow): Material {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    url: row.url ?? undefined,
    file: fileOf(row),
  };
}

function fileOf({ blob, platform, file_id: fileId, mime_type }: MaterialRow): Material['file'] {
  const mimeType = mime_type ?? 'application/octet-stream';
  if (blob !== null) return { blob, mimeType };
  return platform === null || fileId === null ? undefined : { platform, fileId, mimeType };
}

/** A topic of a unit, also one that was removed. */
export async function findTopic(
  db: Database,
  unitId: string,
  number: number,
): Promise<{ topic: Topic; isRemoved: boolean } | undefined> {
  const row = await topicRows(db)
    .where('unit_id', '=', unitId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return undefined;
  const [topic] = await withMaterials(db, [row]);
  return topic && { topic, isRemoved: row.removed_at !== null };
}

export async function insertTopic(
  db: Database,
  topic: Topic,
  setBy: string,
  setAt: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('topics')
    .values({
      id: topic.id,
      unit_id: topic.unitId,
      number: topic.number,
      scope: topic.period.scope,
      starts_on: topic.period.from.toString(),
      ends_on: topic.period.to.toString(),
      title: topic.title,
      short_title: topic.shortTitle,
      set_by: setBy,
      set_at: toIso(setAt),
      removed_at: null,
    })
    .execute();
}

/** The title may have changed in what its short form is, or in capitals. */
export async function rewordTopic(
  db: Database,
  { id, title, shortTitle }: Pick<Topic, 'id' | 'title' | 'shortTitle'>,
): Promise<void> {
  await db.updateTable('topics').set({ title, short_title: shortTitle }).where('id', '=', id).execute();
}

/** Takes topics out, or with `undefined` back in. */
export async function markTopicsRemoved(
  db: Database,
  ids: readonly string[],
  at: Temporal.Instant | undefined,
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('topics')
    .set({ removed_at: at ? toIso(at) : null })
    .where('id', 'in', ids)
    .execute();
}

/** The number that the next material of a topic gets; numbers are never given twice. */
export async function nextMaterialNumber(db: Database, topicId: string): Promise<number> {
  const { last } = await db
    .selectFrom('topic_materials')
    .select((select) => select.fn.max('number').as('last'))
    .where('topic_id', '=', topicId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

export async function insertMaterial(
  db: Database,
  topicId: string,
  material: Material & { file: KeptFile | undefined },
  addedBy: string,
  addedAt: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('topic_materials')
    .values({
      id: material.id,
      topic_id: topicId,
      number: material.number,
      name: material.name,
      url: material.url ?? null,
      blob: material.file?.blob ?? null,
      platform: null,
      file_id: null,
      mime_type: material.file?.mimeType ?? null,
      added_by: addedBy,
      added_at: toIso(addedAt),
      removed_at: null,
    })
    .execute();
}

export async function markMaterialRemoved(db: Database, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('topic_materials')
    .set({ removed_at: toIso(at) })
    .where('id', '=', id)
    .execute();
}

/** The file of a material, of which only the platform's id was known before, is kept from now on. */
export async function keepMaterialFile(
  db: Database,
  id: string,
  { blob, mimeType }: KeptFile,
): Promise<void> {
  await db.updateTable('topic_materials').set({ blob, mime_type: mimeType }).where('id', '=', id).execute();
}
