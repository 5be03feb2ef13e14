import type { Temporal } from 'temporal-polyfill';
import type { Outcome } from '../../chat/act.ts';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';

/** One line of the record. */
type KeptAct = {
  id: string;
  at: Temporal.Instant;
  personId: string;
  unitId: string | undefined;
  channelId: string;
  command: string | undefined;
  outcome: Outcome;
  ref: string | undefined;
};

export async function insertAct(db: Database, act: KeptAct): Promise<void> {
  await db
    .insertInto('acts')
    .values({
      id: act.id,
      at: toIso(act.at),
      person_id: act.personId,
      unit_id: act.unitId ?? null,
      channel_id: act.channelId,
      command: act.command ?? null,
      outcome: act.outcome,
      ref: act.ref ?? null,
    })
    .execute();
}

/** Forgets up to `most` of what was done before; true when there may be more. */
export async function forgetActs(db: Database, before: Temporal.Instant, most: number): Promise<boolean> {
  const rows = await db.selectFrom('acts').select('id').where('at', '<', toIso(before)).limit(most).execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await db.deleteFrom('acts').where('id', 'in', ids).execute();
  return ids.length >= most;
}

/** When the first act that is still known was done. */
export async function firstAct(db: Database): Promise<Temporal.Instant | undefined> {
  const row = await db.selectFrom('acts').select('at').orderBy('at').limit(1).executeTakeFirst();
  return row && fromIso(row.at);
}
