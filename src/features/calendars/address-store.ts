import type { Temporal } from 'temporal-polyfill';
import { toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';

export async function secretOf(db: Database, unitId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('calendar_addresses')
    .select('secret')
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  return row?.secret;
}

export async function unitIdOfSecret(db: Database, secret: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('calendar_addresses')
    .select('unit_id')
    .where('secret', '=', secret)
    .executeTakeFirst();
  return row?.unit_id;
}

/** True when there was one. */
export async function forgetSecret(db: Database, unitId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('calendar_addresses')
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

export async function keepSecret(
  db: Database,
  address: { secret: string; unitId: string; madeBy: string; madeAt: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto('calendar_addresses')
    .values({
      secret: address.secret,
      unit_id: address.unitId,
      made_by: address.madeBy,
      made_at: toIso(address.madeAt),
    })
    .execute();
}
