import type { Temporal } from 'temporal-polyfill';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';

/** An address that can be subscribed to, without its secret. */
type Address = { id: string; hash: string };

export function findAddress(db: Database, unitId: string): Promise<Address | undefined> {
  return db
    .selectFrom('calendar_addresses')
    .select(['id', 'hash'])
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
}

type Copy = { version: number; tag: string; madeAt: Temporal.Instant };

/** What is known of the calendar under the hash of a secret: its unit, as it is now, and what was last made of it. */
export async function addressed(
  db: Database,
  hash: string,
): Promise<{ unitId: string; version: number; copy: Copy | undefined } | undefined> {
  const row = await db
    .selectFrom('calendar_addresses')
    .innerJoin('units', 'units.id', 'calendar_addresses.unit_id')
    .leftJoin('calendar_copies', 'calendar_copies.unit_id', 'units.id')
    .select([
      'units.id',
      'units.version',
      'calendar_copies.version as made_of',
      'tag',
      'calendar_copies.made_at',
    ])
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id: unitId, version, made_of, tag, made_at } = row;
  const isThere = made_of !== null && tag !== null && made_at !== null;
  return {
    unitId,
    version,
    copy: isThere ? { version: made_of, tag, madeAt: fromIso(made_at) } : undefined,
  };
}

export async function bodyOfCopy(db: Database, unitId: string): Promise<string> {
  const { body } = await db
    .selectFrom('calendar_copies')
    .select('body')
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow();
  return body;
}

export async function keepCopy(db: Database, unitId: string, copy: Copy & { body: string }): Promise<void> {
  const { version, tag, body, madeAt } = copy;
  const row = { version, tag, body, made_at: toIso(madeAt) };
  await db
    .insertInto('calendar_copies')
    .values({ unit_id: unitId, ...row })
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet(row))
    .execute();
}

/** True when there was one. */
export async function forgetAddress(db: Database, unitId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('calendar_addresses')
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

export async function keepAddress(
  db: Database,
  address: Address & { unitId: string; madeBy: string; madeAt: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto('calendar_addresses')
    .values({
      id: address.id,
      hash: address.hash,
      unit_id: address.unitId,
      made_by: address.madeBy,
      made_at: toIso(address.madeAt),
    })
    .execute();
}
