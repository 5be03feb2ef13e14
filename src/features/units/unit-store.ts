import { type Selectable, sql, type Updateable } from 'kysely';
import type { Unit } from '../../chat/call.ts';
import type { CodePrefix } from '../../chat/codes.ts';
import type { Database } from '../../storage/database.ts';
import { prepared } from '../../storage/prepared.ts';
import type { Schema } from '../../storage/schema.ts';

export type ChannelRow = Selectable<Schema['channels']>;

export async function findUnit(db: Database, id: string): Promise<Unit | undefined> {
  const [row] = await unitWithId(db, { id });
  return row && toUnit(row);
}

const unitWithId = prepared<{ id: string }>()((db, value) =>
  db.selectFrom('units').selectAll().where('id', '=', value('id')),
);

function toUnit(row: { id: string; name: string; time_zone: string }): Unit {
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
  };
}

export async function insertUnit(
  db: Database,
  unit: Unit & { foldedName: string; createdBy: string; createdAt: string; lookAt: string },
): Promise<void> {
  await db
    .insertInto('units')
    .values({
      id: unit.id,
      name: unit.name,
      folded_name: unit.foldedName,
      time_zone: unit.timeZone,
      created_by: unit.createdBy,
      created_at: unit.createdAt,
      look_at: unit.lookAt,
    })
    .execute();
}

export async function setUnitName(
  db: Database,
  id: string,
  { name, foldedName }: { name: string; foldedName: string },
): Promise<void> {
  await db.updateTable('units').set({ name, folded_name: foldedName }).where('id', '=', id).execute();
}

export async function setZoneOfUnit(db: Database, id: string, timeZone: string): Promise<void> {
  await db.updateTable('units').set({ time_zone: timeZone }).where('id', '=', id).execute();
}

/** The next number for a code of the unit; numbers are never given twice. */
export async function takeNumber(db: Database, unitId: string, prefix: CodePrefix): Promise<number> {
  const [row] = await takeOne(db, { unitId, prefix });
  if (!row) throw new Error('no number was given');
  return row.last;
}

const takeOne = prepared<{ unitId: string; prefix: CodePrefix }>()((db, value) =>
  db
    .insertInto('unit_numbers')
    .values({ unit_id: value('unitId'), prefix: value('prefix'), last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'prefix'])
        .doUpdateSet((set) => ({ last: set('unit_numbers.last', '+', 1) })),
    )
    .returning('last'),
);

export async function findChannel(
  db: Database,
  platform: string,
  externalId: string,
): Promise<ChannelRow | undefined> {
  const [row] = await channelOfPlatform(db, { platform, externalId });
  return row;
}

const channelOfPlatform = prepared<{ platform: string; externalId: string }>()((db, value) =>
  db
    .selectFrom('channels')
    .selectAll()
    .where('platform', '=', value('platform'))
    .where('external_id', '=', value('externalId')),
);

export function findChannelById(db: Database, id: string): Promise<ChannelRow | undefined> {
  return db.selectFrom('channels').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertChannel(db: Database, channel: ChannelRow): Promise<void> {
  await db.insertInto('channels').values(channel).execute();
}

export async function updateChannel(
  db: Database,
  id: string,
  change: Updateable<Schema['channels']>,
): Promise<void> {
  await db.updateTable('channels').set(change).where('id', '=', id).execute();
}

export async function setStateOfServer(
  db: Database,
  platform: string,
  server: string,
  state: ChannelRow['state'],
): Promise<void> {
  await db
    .updateTable('channels')
    .set({ state, refused: 0 })
    .where('platform', '=', platform)
    .where('server', '=', server)
    .execute();
}

/** What is known of a server's channels: by the server, or, from before that was noted, by the channels. */
export async function channelsOfServer(
  db: Database,
  platform: string,
  server: string,
  channels: readonly string[],
): Promise<ChannelRow[]> {
  const ofPlatform = db.selectFrom('channels').selectAll().where('platform', '=', platform);
  const rows = await ofPlatform
    .where('server', '=', server)
    .union(ofPlatform.where('external_id', 'in', listed(channels)))
    .execute();
  return rows;
}

function listed(ids: readonly string[]) {
  return sql<string>`(select value from json_each(${JSON.stringify(ids)}))`;
}

/** The channels of all servers but these take nothing more. */
export async function closeOtherServers(
  db: Database,
  platform: string,
  servers: readonly string[],
): Promise<void> {
  await db
    .updateTable('channels')
    .set({ state: 'gone', refused: 0 })
    .where('platform', '=', platform)
    .where('server', 'is not', null)
    .where('server', 'not in', listed(servers))
    .where('state', '=', 'open')
    .execute();
}

/** Whether a channel of the server belongs to a unit. */
export async function hasLinkedChannel(db: Database, platform: string, server: string): Promise<boolean> {
  const row = await db
    .selectFrom('channels')
    .select('id')
    .where('platform', '=', platform)
    .where('server', '=', server)
    .where('unit_id', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The group channels of a unit, with who linked them and when, as far as was written down; oldest first. */
export function linkedChannels(
  db: Database,
  unitId: string,
): Promise<
  {
    id: string;
    platform: string;
    title: string;
    state: 'open' | 'gone';
    by: string | null;
    at: string | null;
  }[]
> {
  return db
    .selectFrom('channels')
    .leftJoin('people', 'people.id', 'channels.linked_by')
    .select([
      'channels.id as id',
      'channels.platform as platform',
      'channels.title as title',
      'channels.state as state',
      'people.display_name as by',
      'channels.linked_at as at',
    ])
    .where('channels.unit_id', '=', unitId)
    .where('channels.kind', '=', 'group')
    .orderBy('channels.id')
    .execute();
}

/** Who founded a unit, and when. */
export function foundingOf(db: Database, unitId: string): Promise<{ by: string; at: string }> {
  return db
    .selectFrom('units')
    .innerJoin('people', 'people.id', 'units.created_by')
    .select(['people.display_name as by', 'units.created_at as at'])
    .where('units.id', '=', unitId)
    .executeTakeFirstOrThrow();
}

/** Whether any channel is a unit's. */
export async function hasChannels(db: Database, unitId: string): Promise<boolean> {
  const row = await db
    .selectFrom('channels')
    .select('id')
    .where('unit_id', '=', unitId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The channel goes on under another id. */
export async function renameChannel(db: Database, platform: string, from: string, to: string): Promise<void> {
  await db
    .updateTable('channels')
    .set({ external_id: to, state: 'open' })
    .where('platform', '=', platform)
    .where('external_id', '=', from)
    .execute();
}

/** The group channels of a unit, oldest first. */
export function channelsOfUnit(db: Database, unitId: string): Promise<ChannelRow[]> {
  return db
    .selectFrom('channels')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('kind', '=', 'group')
    .orderBy('id')
    .execute();
}

/** How many units a person has founded. */
export async function countFounded(db: Database, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('units')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('created_by', '=', personId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
