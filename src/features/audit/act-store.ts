import type { Temporal } from 'temporal-polyfill';
import type { Outcome } from '../../chat/act.ts';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import { prepared } from '../../storage/prepared.ts';

/** One line of the record. */
type KeptAct = {
  id: string;
  at: Temporal.Instant;
  platform: string;
  account: string;
  unitId: string | undefined;
  channelId: string;
  command: string | undefined;
  outcome: Outcome;
  ref: string | undefined;
};

/** Keeps an act of the person behind an account; nothing where nobody is. */
export async function insertAct(db: Database, act: KeptAct): Promise<void> {
  await insertOne(db, {
    ...act,
    at: toIso(act.at),
    unitId: act.unitId ?? null,
    command: act.command ?? null,
    ref: act.ref ?? null,
  });
}

type Written = Omit<KeptAct, 'at' | 'unitId' | 'command' | 'ref'> &
  Record<'unitId' | 'command' | 'ref', string | null> & { at: string };

const insertOne = prepared<Written>()((db, value) =>
  db
    .insertInto('acts')
    .columns(['id', 'at', 'person_id', 'unit_id', 'channel_id', 'command', 'outcome', 'ref'])
    .expression((from) =>
      from
        .selectFrom('accounts')
        .select([
          value('id').as('id'),
          value('at').as('at'),
          'person_id',
          value('unitId').as('unit_id'),
          value('channelId').as('channel_id'),
          value('command').as('command'),
          value('outcome').as('outcome'),
          value('ref').as('ref'),
        ])
        .where('platform', '=', value('platform'))
        .where('external_id', '=', value('account')),
    ),
);

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
