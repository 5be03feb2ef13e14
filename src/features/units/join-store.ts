import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { type PlatformName, platformSchema } from '../../chat/incoming.ts';
import { toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';

type JoinCode = { code: string; personId: string; platform: string; account: string; expiresAt: string };

/** Every column that names a person. `once`: with these columns, a person has one row. A test holds it complete. */
export const COLUMNS_OF_PEOPLE: readonly { table: string; column: string; once?: readonly string[] }[] = [
  { table: 'accounts', column: 'person_id' },
  { table: 'roles', column: 'person_id', once: ['unit_id', 'role'] },
  { table: 'roles', column: 'granted_by' },
  { table: 'units', column: 'created_by' },
  { table: 'unit_days', column: 'created_by' },
  { table: 'acts', column: 'person_id' },
  { table: 'reports', column: 'reporter_id' },
  { table: 'report_changes', column: 'person_id' },
  { table: 'schedules', column: 'created_by' },
  { table: 'attendance', column: 'person_id', once: ['session_id'] },
  { table: 'attendance', column: 'came_by' },
  { table: 'session_results', column: 'noted_by' },
  { table: 'topics', column: 'set_by' },
  { table: 'topic_materials', column: 'added_by' },
  { table: 'calendar_addresses', column: 'made_by' },
  { table: 'join_codes', column: 'person_id' },
];

export async function insertJoinCode(db: Database, code: JoinCode): Promise<void> {
  const { personId, expiresAt, ...rest } = code;
  await db
    .insertInto('join_codes')
    .values({ ...rest, code: hashOf(code.code), person_id: personId, expires_at: expiresAt })
    .execute();
}

/** The account that a code was shown to, while the code is good. */
export async function findJoinCode(
  db: Database,
  code: string,
  now: Temporal.Instant,
): Promise<{ platform: PlatformName; account: string } | undefined> {
  const row = await db
    .selectFrom('join_codes')
    .select(['platform', 'account'])
    .where('code', '=', hashOf(code))
    .where('expires_at', '>', toIso(now))
    .executeTakeFirst();
  return row && { platform: platformSchema.parse(row.platform), account: row.account };
}

/** Whoever gets to see the database is not to get in by what it holds. */
function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/** Forgets the codes of a person, and all that are over. */
export async function forgetJoinCodes(db: Database, personId: string, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('join_codes').where('person_id', '=', personId).execute();
  await db.deleteFrom('join_codes').where('expires_at', '<=', toIso(now)).execute();
}

/** Makes one person of two: everything of `given` becomes that of `kept`. To be run in a transaction. */
export async function joinPeople(
  db: Database,
  { kept, given }: { kept: string; given: string },
): Promise<void> {
  for (const { table, column, once } of COLUMNS_OF_PEOPLE) {
    const [rows, person] = [sql.table(table), sql.ref(column)];
    if (once) {
      const same = once.map((name) => sql`mine.${sql.ref(name)} = ${rows}.${sql.ref(name)}`);
      await sql`delete from ${rows} where ${person} = ${given} and exists (
        select 1 from ${rows} as mine where mine.${person} = ${kept} and ${sql.join(same, sql` and `)})`.execute(
        db,
      );
    }
    await sql`update ${rows} set ${person} = ${kept} where ${person} = ${given}`.execute(db);
  }
  const { current_unit_id: unit } = await db
    .selectFrom('people')
    .select('current_unit_id')
    .where('id', '=', given)
    .executeTakeFirstOrThrow();
  await db
    .updateTable('people')
    .set((set) => ({ current_unit_id: set.fn.coalesce('current_unit_id', set.val(unit)) }))
    .where('id', '=', kept)
    .execute();
  await db.deleteFrom('people').where('id', '=', given).execute();
}
