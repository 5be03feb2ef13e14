import type { Role } from '../../chat/access.ts';
import type { Account } from '../../chat/incoming.ts';
import type { Database } from '../../storage/database.ts';
import { prepared } from '../../storage/prepared.ts';

export type KnownPerson = {
  personId: string;
  name: string;
  username: string | null;
  currentUnitId: string | null;
};

type StoredRole = Exclude<Role, 'member'>;

export async function findPerson(
  db: Database,
  platform: string,
  account: string,
): Promise<KnownPerson | undefined> {
  const [person] = await personOfAccount(db, { platform, account });
  return person;
}

const personOfAccount = prepared<{ platform: string; account: string }>()((db, value) =>
  db
    .selectFrom('accounts')
    .select(['person_id as personId', 'name', 'username'])
    .select(({ selectFrom }) =>
      // A join would be prepared anew each time it runs: SQLite looks at what its parameters are.
      selectFrom('people')
        .select('current_unit_id')
        .whereRef('people.id', '=', 'accounts.person_id')
        .as('currentUnitId'),
    )
    .where('platform', '=', value('platform'))
    .where('external_id', '=', value('account')),
);

export async function insertPerson(
  db: Database,
  platform: string,
  account: Account,
  person: { id: string; createdAt: string },
): Promise<void> {
  await db
    .insertInto('people')
    .values({
      id: person.id,
      display_name: account.name,
      current_unit_id: null,
      created_at: person.createdAt,
    })
    .execute();
  await db
    .insertInto('accounts')
    .values({
      platform,
      external_id: account.id,
      person_id: person.id,
      name: account.name,
      username: account.username?.toLowerCase() ?? null,
    })
    .execute();
}

export async function renamePerson(
  db: Database,
  platform: string,
  account: Account,
  personId: string,
): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ name: account.name, username: account.username?.toLowerCase() ?? null })
    .where('platform', '=', platform)
    .where('external_id', '=', account.id)
    .execute();
  await db.updateTable('people').set({ display_name: account.name }).where('id', '=', personId).execute();
}

export async function setCurrentUnit(db: Database, personId: string, unitId: string): Promise<void> {
  await db.updateTable('people').set({ current_unit_id: unitId }).where('id', '=', personId).execute();
}

/** Somebody whom a unit knows, by one of their accounts. */
export type PersonOfUnit = Pick<KnownPerson, 'personId' | 'name' | 'username'> & { account: string };

/** The people of a platform who have acted in a unit, or have a role in it. */
export function peopleOfUnit(db: Database, platform: string, unitId: string): Promise<PersonOfUnit[]> {
  return people(db)
    .select('accounts.external_id as account')
    .where('accounts.platform', '=', platform)
    .where((where) =>
      where.or([
        where('people.current_unit_id', '=', unitId),
        where('people.id', 'in', db.selectFrom('roles').select('person_id').where('unit_id', '=', unitId)),
      ]),
    )
    .orderBy('accounts.name')
    .execute();
}

function people(db: Database) {
  return db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.person_id')
    .select([
      'people.id as personId',
      'accounts.name as name',
      'accounts.username as username',
      'people.current_unit_id as currentUnitId',
    ]);
}

export async function storedRoles(db: Database, unitId: string, personId: string): Promise<StoredRole[]> {
  const rows = await rolesInUnit(db, { unitId, personId });
  return rows.map((row) => row.role);
}

const rolesInUnit = prepared<{ unitId: string; personId: string }>()((db, value) =>
  db
    .selectFrom('roles')
    .select('role')
    .where('unit_id', '=', value('unitId'))
    .where('person_id', '=', value('personId')),
);

/** Gives a person one role in a unit in place of any other; `undefined` takes it away. */
export async function replaceRole(
  db: Database,
  where: { unitId: string; personId: string },
  role: StoredRole | undefined,
  grant: { by: string; at: string },
): Promise<void> {
  await db
    .deleteFrom('roles')
    .where('unit_id', '=', where.unitId)
    .where('person_id', '=', where.personId)
    .execute();
  if (role === undefined) return;
  await db
    .insertInto('roles')
    .values({
      unit_id: where.unitId,
      person_id: where.personId,
      role,
      granted_by: grant.by,
      granted_at: grant.at,
    })
    .execute();
}

/** The accounts of a person, on every platform. */
export function accountsOfPerson(
  db: Database,
  personId: string,
): Promise<{ platform: string; account: string; name: string; username: string | null }[]> {
  return db
    .selectFrom('accounts')
    .select(['platform', 'external_id as account', 'name', 'username'])
    .where('person_id', '=', personId)
    .orderBy('platform')
    .execute();
}

/** The accounts, on every platform, of the people whose unit this is: the one they last acted in. */
export function accountsOfUnit(
  db: Database,
  unitId: string,
): Promise<{ personId: string; name: string; username: string | null; platform: string; account: string }[]> {
  return people(db)
    .select(['accounts.platform as platform', 'accounts.external_id as account'])
    .where('people.current_unit_id', '=', unitId)
    .orderBy('people.id')
    .execute();
}

/** The accounts of a person on a platform. */
export async function accountsOn(db: Database, platform: string, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('accounts')
    .select('external_id')
    .where('person_id', '=', personId)
    .where('platform', '=', platform)
    .execute();
  return rows.map((row) => row.external_id);
}

/** Who has a role in a unit, who gave it and when; the oldest first. */
export function rolesOfUnit(
  db: Database,
  unitId: string,
): Promise<{ personId: string; name: string; role: StoredRole; by: string; at: string }[]> {
  return db
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .innerJoin('people as givers', 'givers.id', 'roles.granted_by')
    .select([
      'people.id as personId',
      'people.display_name as name',
      'roles.role as role',
      'givers.display_name as by',
      'roles.granted_at as at',
    ])
    .where('roles.unit_id', '=', unitId)
    .orderBy('roles.granted_at')
    .execute();
}
