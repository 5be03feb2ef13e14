import { sql } from 'kysely';
import type { Database } from '../../src/storage/database.ts';

/** Who spoke, and that they did, is written down whatever becomes of it. */
const OF_ANY_EVENT = new Set(['inbox', 'acts', 'people', 'accounts', 'channels', 'standings']);

/** Notes from now on every row that is written, changed or deleted; gives a look at the tables it was in. */
export async function watchRows(db: Database): Promise<() => Promise<string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table'
      and name not like 'sqlite%' and name not like 'kysely%'`.execute(db);
  await sql`create table touched (name text not null)`.execute(db);
  for (const { name } of tables.filter(({ name }) => !OF_ANY_EVENT.has(name)))
    for (const deed of ['insert', 'update', 'delete'])
      await sql
        .raw(
          `create trigger watch_${name}_${deed} after ${deed} on ${name}
             begin insert into touched values ('${name}'); end`,
        )
        .execute(db);
  return async () =>
    (await sql<{ name: string }>`select name from touched`.execute(db)).rows.map(({ name }) => name);
}
