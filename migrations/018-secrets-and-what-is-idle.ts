import { createHash, randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

const NAMING_PEOPLE = {
  attendance: ['came_by'],
  calendar_addresses: ['made_by'],
  channels: ['linked_by'],
  roles: ['granted_by', 'person_id'],
  schedules: ['created_by'],
  session_results: ['noted_by'],
  topic_materials: ['added_by'],
  topics: ['set_by'],
  unit_days: ['created_by'],
};

const BEFORE = [
  // What is taken out here is not to stay behind in the file.
  'pragma secure_delete = on',
  // The secret of an address is no longer kept, only what it is known by.
  'alter table calendar_addresses rename to addresses_before',
  `create table calendar_addresses (
    id text primary key, hash text not null unique, unit_id text not null unique references units,
    made_by text not null references people, made_at text not null) strict`,
];

const AFTER = [
  'drop table addresses_before',
  // What brought an address, or a list of people; from now on what was said is emptied at its end.
  ...['calendar-address', 'attendance-list'].map(
    (key) => `update outbox set content = '{}' where key >= '${key}:' and key < '${key};'
      and state in ('sent', 'failed')`,
  ),
  // Codes stood in the keys and buttons of questions; they are good for ten minutes.
  "delete from outbox where key >= 'join-' and key < 'join.'",
  'drop table join_codes',
  `create table join_codes (
    id text primary key, code text not null unique, person_id text not null references people,
    platform text not null, account text not null, expires_at text not null,
    typed_platform text, typed_account text) strict`,
  'create index join_codes_by_person on join_codes (person_id)',
  'create index join_codes_by_expiry on join_codes (expires_at)',
  ...['units', 'people', 'channels'].flatMap((table) => [
    `alter table ${table} add column look_at text`,
    `update ${table} set look_at = strftime('%Y-%m-%dT%H:%M:%fZ', created_at, '+90 days')`,
    `create index ${table}_to_look_at on ${table} (look_at) where look_at is not null`,
  ]),
  'create index standings_by_time on standings (asked_at)',
  // What names a unit, a person or a channel is found before it goes.
  'create index channels_by_former_unit on channels (former_unit_id) where former_unit_id is not null',
  'create index outbox_by_unit on outbox (unit_id) where unit_id is not null',
  'create index acts_by_channel on acts (channel_id)',
  'create index reports_by_channel on reports (channel_id)',
  ...Object.entries(NAMING_PEOPLE).flatMap(([table, columns]) =>
    columns.map(
      (column) => `create index ${table}_by_${column} on ${table} (${column}) where ${column} is not null`,
    ),
  ),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of BEFORE) await sql.raw(step).execute(db);
  const ids = await hashAddresses(db);
  await forgetSecretsOfJoins(db, ids);
  for (const step of AFTER) await sql.raw(step).execute(db);
  await sql.raw('pragma secure_delete = fast').execute(db);
}

/** The addresses that people have put into their calendars go on; gives the id of each by its secret. */
async function hashAddresses(db: Kysely<unknown>): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const { rows } = await sql<{ secret: string }>`select secret from addresses_before`.execute(db);
  for (const { secret } of rows) {
    const id = randomUUID();
    ids.set(secret, id);
    const hash = createHash('sha256').update(secret).digest('hex');
    await sql`insert into calendar_addresses (id, hash, unit_id, made_by, made_at)
      select ${id}, ${hash}, unit_id, made_by, made_at from addresses_before where secret = ${secret}`.execute(
      db,
    );
  }
  return ids;
}

type Moved = { table: string; keys: { secret?: string }[] };

/** Two people who were made one remember by its secret which address was whose. */
async function forgetSecretsOfJoins(db: Kysely<unknown>, ids: ReadonlyMap<string, string>): Promise<void> {
  const { rows } = await sql<{ id: string; moved: string }>`select id, moved from joins`.execute(db);
  for (const { id, moved } of rows) {
    const all: Moved[] = JSON.parse(moved);
    const known = (secret: string | undefined) => ids.get(secret ?? '') ?? [];
    const after = all.map((each) =>
      each.table === 'calendar_addresses'
        ? { ...each, keys: each.keys.flatMap(({ secret }) => known(secret)).map((id) => ({ id })) }
        : each.table === 'join_codes'
          ? { ...each, keys: [] }
          : each,
    );
    await sql`update joins set moved = ${JSON.stringify(after)} where id = ${id}`.execute(db);
  }
}
