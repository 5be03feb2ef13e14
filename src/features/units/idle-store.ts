import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import { COLUMNS_OF_PEOPLE } from './join-store.ts';

type Column = { table: string; column: string };

type Kind = {
  table: 'people' | 'channels' | 'units';
  /** A row that names it here keeps it. */
  keptBy: readonly Column[];
  /** Rows that go with it. */
  takes: readonly Column[];
  /** Rows that stay without it. */
  leaves: readonly Column[];
  /** What else has to be so. */
  only: RawBuilder<unknown>;
};

/** So much is looked through for what never did anything. Every column that names one of them is here: a test sees to it. */
export const KINDS: readonly Kind[] = [
  {
    table: 'units',
    keptBy: [
      ...['acts', 'roles', 'reports', 'schedules', 'sessions', 'topics', 'unit_days'].map(ofUnit),
      ...['reminder_settings', 'calendar_addresses', 'calendar_entries', 'outbox'].map(ofUnit),
    ],
    takes: ['unit_numbers', 'calendar_copies'].map(ofUnit),
    leaves: [
      ofUnit('channels'),
      { table: 'channels', column: 'former_unit_id' },
      { table: 'people', column: 'current_unit_id' },
    ],
    only: sql`not exists (select 1 from channels where unit_id = units.id and state = 'open')`,
  },
  {
    table: 'people',
    keptBy: COLUMNS_OF_PEOPLE.filter(({ table }) => table !== 'accounts'),
    takes: [{ table: 'accounts', column: 'person_id' }],
    leaves: [],
    // Whose unit this is belongs to it; who is being answered is about to do something.
    only: sql`current_unit_id is null and id not in (select person_id from inbox, accounts
      where inbox.state in ('new', 'answering') and accounts.platform = inbox.platform
      and accounts.external_id = inbox.account)`,
  },
  {
    table: 'channels',
    keptBy: ['acts', 'reports', 'report_messages'].map((table) => ({ table, column: 'channel_id' })),
    takes: [{ table: 'standings', column: 'channel_id' }],
    leaves: [],
    // A private chat is a way to a person; a server that is not known any more would be told hello once more.
    only: sql`unit_id is null and (server is null or state = 'gone') and not exists (select 1 from accounts
      where accounts.platform = channels.platform and accounts.external_id = channels.external_id)
      and (platform, external_id) not in (select platform, channel from inbox where state in ('new', 'answering'))`,
  },
];

function ofUnit(table: string): Column {
  return { table, column: 'unit_id' };
}

/** Looks at up to `most` that it is time to look at: those that never did anything go, the others are looked at again. */
export async function forgetIdle(
  db: Database,
  kind: Kind,
  { now, again }: { now: Temporal.Instant; again: Temporal.Instant },
  most: number,
): Promise<boolean> {
  const table = sql.table(kind.table);
  const due = await idsOf(
    db,
    sql`select id from ${table} where look_at <= ${toIso(now)} order by look_at limit ${most}`,
  );
  const idle = listed(
    await idsOf(
      db,
      sql`select id from ${table} where id in ${listed(due)} and ${sql.join([kind.only, ...kind.keptBy.map(isNotNamed(kind))], sql` and `)}`,
    ),
  );
  for (const { table, column } of kind.takes)
    await sql`delete from ${sql.table(table)} where ${sql.ref(column)} in ${idle}`.execute(db);
  for (const { table, column } of kind.leaves)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = null where ${sql.ref(column)} in ${idle}`.execute(
      db,
    );
  await sql`delete from ${table} where id in ${idle}`.execute(db);
  await sql`update ${table} set look_at = ${toIso(again)} where id in ${listed(due)}`.execute(db);
  return due.length >= most;
}

function isNotNamed({ table: kind }: Kind) {
  return ({ table, column }: Column) =>
    sql`not exists (select 1 from ${sql.table(table)} where ${sql.ref(`${table}.${column}`)} = ${sql.ref(`${kind}.id`)})`;
}

async function idsOf(db: Database, select: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${select}`.execute(db);
  return rows.map(({ id }) => id);
}

function listed(ids: readonly string[]) {
  return sql`(select value from json_each(${JSON.stringify(ids)}))`;
}

/** When it is first time to look at one of the kind. */
export async function firstLook(db: Database, { table }: Kind): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom(table)
    .select('look_at')
    .where('look_at', 'is not', null)
    .orderBy('look_at')
    .limit(1)
    .executeTakeFirst();
  return row?.look_at ? fromIso(row.look_at) : undefined;
}
