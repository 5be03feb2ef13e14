import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../storage/database.ts';

type PersonColumn = {
  table: string;
  column: string;
  /** With these columns, a person has one row. */
  once?: readonly string[];
  /** The primary key, where it is not `id`. */
  key?: readonly string[];
};

const ROLE_KEY = ['unit_id', 'person_id', 'role'];

/** Every column that names a person. A test holds it complete. */
export const COLUMNS_OF_PEOPLE: readonly PersonColumn[] = [
  { table: 'accounts', column: 'person_id', key: ['platform', 'external_id'] },
  { table: 'roles', column: 'person_id', once: ['unit_id', 'role'], key: ROLE_KEY },
  { table: 'roles', column: 'granted_by', key: ROLE_KEY },
  { table: 'units', column: 'created_by' },
  { table: 'channels', column: 'linked_by' },
  { table: 'unit_days', column: 'created_by' },
  { table: 'acts', column: 'person_id' },
  { table: 'reports', column: 'reporter_id' },
  { table: 'report_changes', column: 'person_id' },
  { table: 'schedules', column: 'created_by' },
  { table: 'attendance', column: 'person_id', once: ['session_id', 'day'] },
  { table: 'attendance', column: 'came_by' },
  { table: 'session_results', column: 'noted_by', key: ['session_id'] },
  { table: 'topics', column: 'set_by' },
  { table: 'topic_materials', column: 'added_by' },
  { table: 'calendar_addresses', column: 'made_by', key: ['secret'] },
  { table: 'join_codes', column: 'person_id', key: ['code'] },
  { table: 'joins', column: 'person_id' },
];

const valueSchema = z.union([z.string(), z.number(), z.null()]);
const rowSchema = z.record(z.string(), valueSchema);
const movedSchema = z.array(
  z.object({
    table: z.string(),
    column: z.string(),
    /** The keys of the rows, as they are since. */
    keys: z.array(rowSchema),
    /** The rows that the other person had too. */
    dropped: z.array(rowSchema),
  }),
);
type Row = z.infer<typeof rowSchema>;

/** Two people who were made one, and what was whose. */
export type Join = { id: string; personId: string; former: Row; moved: z.infer<typeof movedSchema> };

/** Makes one person of two: everything of `given` becomes that of `kept`. To be run in a transaction. */
export async function joinPeople(
  db: Database,
  { kept, given, id, at }: { kept: string; given: string; id: string; at: string },
): Promise<void> {
  const moved: Join['moved'] = [];
  for (const where of COLUMNS_OF_PEOPLE) {
    const dropped = where.once ? await dropWhatBothHave(db, where, where.once, { kept, given }) : [];
    const keys = await move(db, where, { kept, given });
    moved.push({ table: where.table, column: where.column, keys, dropped });
  }
  const former = await db.selectFrom('people').selectAll().where('id', '=', given).executeTakeFirstOrThrow();
  await db
    .updateTable('people')
    .set((set) => ({ current_unit_id: set.fn.coalesce('current_unit_id', set.val(former.current_unit_id)) }))
    .where('id', '=', kept)
    .execute();
  await db.deleteFrom('people').where('id', '=', given).execute();
  await db
    .insertInto('joins')
    .values({
      id,
      person_id: kept,
      joined_at: at,
      former: JSON.stringify(former),
      moved: JSON.stringify(moved),
    })
    .execute();
}

type Both = { kept: string; given: string };

function dropWhatBothHave(
  db: Database,
  { table, column }: PersonColumn,
  once: readonly string[],
  { kept, given }: Both,
): Promise<Row[]> {
  const [rows, person] = [sql.table(table), sql.ref(column)];
  const same = once.map((name) => sql`mine.${sql.ref(name)} = ${rows}.${sql.ref(name)}`);
  return takeRows(
    db,
    sql`delete from ${rows} where ${person} = ${given} and exists (
      select 1 from ${rows} as mine where mine.${person} = ${kept} and ${sql.join(same, sql` and `)}) returning *`,
  );
}

function move(
  db: Database,
  { table, column, key = ['id'] }: PersonColumn,
  { kept, given }: Both,
): Promise<Row[]> {
  const keys = sql.join(key.map((name) => sql.ref(name)));
  return takeRows(
    db,
    sql`update ${sql.table(table)} set ${sql.ref(column)} = ${kept}
      where ${sql.ref(column)} = ${given} returning ${keys}`,
  );
}

async function takeRows(db: Database, statement: ReturnType<typeof sql>): Promise<Row[]> {
  return z.array(rowSchema).parse((await statement.execute(db)).rows);
}

/** The last time that somebody was made one with another. */
export async function lastJoin(db: Database, personId: string): Promise<Join | undefined> {
  const row = await db
    .selectFrom('joins')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      personId: row.person_id,
      former: rowSchema.parse(JSON.parse(row.former)),
      moved: movedSchema.parse(JSON.parse(row.moved)),
    }
  );
}

/** Makes two people again of one: each has what was theirs before, and what came since stays. In a transaction. */
export async function partPeople(db: Database, { id, personId: kept, former, moved }: Join): Promise<void> {
  await insertRow(db, 'people', former);
  for (const { table, column, keys, dropped } of moved.toReversed()) {
    for (const key of keys) {
      const same = Object.entries(key).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${former['id']}
        where ${sql.ref(column)} = ${kept} and ${sql.join(same, sql` and `)}`.execute(db);
    }
    for (const row of dropped) await insertRow(db, table, row);
  }
  await db.deleteFrom('joins').where('id', '=', id).execute();
}

async function insertRow(db: Database, table: string, row: Row): Promise<void> {
  const [names, values] = [Object.keys(row), Object.values(row)];
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    values (${sql.join(values)}) on conflict do nothing`.execute(db);
}
