import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Standing } from '../../chat/platform.ts';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';

/** What a platform said that an account is in a channel, and when. */
type Said = { standing: Standing; askedAt: string };

export function findStanding(db: Database, channelId: string, account: string): Promise<Said | undefined> {
  return db
    .selectFrom('standings')
    .select(['standing', 'asked_at as askedAt'])
    .where('channel_id', '=', channelId)
    .where('account', '=', account)
    .executeTakeFirst();
}

export async function saveStanding(
  db: Database,
  of: { channelId: string; platform: string; account: string },
  { standing, askedAt }: Said,
): Promise<void> {
  const said = { standing, asked_at: askedAt };
  await db
    .insertInto('standings')
    .values({ channel_id: of.channelId, platform: of.platform, account: of.account, ...said })
    .onConflict((conflict) => conflict.columns(['channel_id', 'account']).doUpdateSet(said))
    .execute();
}

/** The units that a person may administer by what the platforms said since then; `''` for ever. */
export async function administeredBy(
  db: Database,
  personId: string,
  { since, foldedName }: { since: string; foldedName?: string },
): Promise<{ id: string; name: string; timeZone: string }[]> {
  return unitsSeenIn(db, personId)
    .leftJoin('roles', (join) =>
      join
        .onRef('roles.unit_id', '=', 'units.id')
        .onRef('roles.person_id', '=', 'accounts.person_id')
        .on('roles.role', '=', 'administrator'),
    )
    .where('standings.asked_at', '>=', since)
    .where((where) =>
      where.or([
        where('standings.standing', '=', 'administrator'),
        where.and([where('roles.role', 'is not', null), where('standings.standing', '<>', 'stranger')]),
      ]),
    )
    .$if(foldedName !== undefined, (query) => query.where('units.folded_name', '=', foldedName ?? ''))
    .orderBy('units.id', 'desc')
    .execute();
}

/** The units in whose channels a platform has seen a person, the newest last. */
export function unitsOfPerson(
  db: Database,
  personId: string,
  most: number,
): Promise<{ id: string; name: string; timeZone: string }[]> {
  return unitsSeenIn(db, personId)
    .where('standings.standing', '<>', 'stranger')
    .orderBy('units.id')
    .limit(most)
    .execute();
}

function unitsSeenIn(db: Database, personId: string) {
  return db
    .selectFrom('accounts')
    .innerJoin('standings', (join) =>
      join
        .onRef('standings.platform', '=', 'accounts.platform')
        .onRef('standings.account', '=', 'accounts.external_id'),
    )
    .innerJoin('channels', 'channels.id', 'standings.channel_id')
    .innerJoin('units', 'units.id', 'channels.unit_id')
    .select(['units.id as id', 'units.name as name', 'units.time_zone as timeZone'])
    .distinct()
    .where('accounts.person_id', '=', personId);
}

type Administering = { personId: string; platform: string; account: string };

/** The accounts of those who were made administrators of a unit, and of whom no platform says that they have left. */
export async function accountsMadeAdministrators(db: Database, unitId: string): Promise<Administering[]> {
  const granted = await accounts(db)
    .innerJoin('roles', 'roles.person_id', 'accounts.person_id')
    .where('roles.unit_id', '=', unitId)
    .where('roles.role', '=', 'administrator')
    .execute();
  const said = await standingsIn(db, unitId)
    .innerJoin('roles', 'roles.person_id', 'accounts.person_id')
    .where('roles.unit_id', '=', unitId)
    .execute();
  const standings = Map.groupBy(said, ({ personId }) => personId);
  return granted.filter(({ personId }) =>
    (standings.get(personId) ?? [{ standing: undefined }]).some(({ standing }) => standing !== 'stranger'),
  );
}

/** The accounts that a platform last called administrators of a channel of the unit. */
export function accountsOfPlatformAdministrators(
  db: Database,
  unitId: string,
): Promise<(Administering & { name: string; username: string | null })[]> {
  return standingsIn(db, unitId)
    .select(['accounts.name as name', 'accounts.username as username'])
    .where('standings.standing', '=', 'administrator')
    .execute();
}

function accounts(db: Database) {
  return db
    .selectFrom('accounts')
    .select([
      'accounts.person_id as personId',
      'accounts.platform as platform',
      'accounts.external_id as account',
    ]);
}

function standingsIn(db: Database, unitId: string) {
  return accounts(db)
    .innerJoin('standings', (join) =>
      join
        .onRef('standings.platform', '=', 'accounts.platform')
        .onRef('standings.account', '=', 'accounts.external_id'),
    )
    .innerJoin('channels', 'channels.id', 'standings.channel_id')
    .select('standings.standing as standing')
    .where('channels.unit_id', '=', unitId);
}

/** Forgets up to `most` of what platforms said before; true when there may be more. */
export async function forgetStandings(
  db: Database,
  before: Temporal.Instant,
  most: number,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('standings')
    .where(
      sql.ref('rowid'),
      'in',
      db
        .selectFrom('standings')
        .select(sql.ref('rowid').as('rowid'))
        .where('asked_at', '<', toIso(before))
        .limit(most),
    )
    .executeTakeFirstOrThrow();
  return numDeletedRows >= most;
}

/** When a platform was asked longest ago. */
export async function firstStanding(db: Database): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('standings')
    .select('asked_at')
    .orderBy('asked_at')
    .limit(1)
    .executeTakeFirst();
  return row && fromIso(row.asked_at);
}
