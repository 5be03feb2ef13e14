import { sql } from 'kysely';
import type { Database } from '../../storage/database.ts';

/** Those of the blobs that are named by what is kept: every column called `blob` is asked, by its index. */
export async function namedByRecords(db: Database, blobs: readonly string[]): Promise<Set<string>> {
  const asked = sql<string>`(select value from json_each(${JSON.stringify(blobs)}))`;
  const named = await db
    .selectFrom('report_files')
    .select('blob')
    .where('blob', 'in', asked)
    .union(db.selectFrom('topic_materials').select('blob').where('blob', 'in', asked))
    .execute();
  return new Set(named.flatMap(({ blob }) => blob ?? []));
}

/** What messages name that are still to be sent; the indexes hold only those that name something. */
export async function namedByMessages(db: Database): Promise<Set<string>> {
  const { rows } = await sql<{ blob: string }>`
    select part.value as blob from inbox, json_tree(inbox.reply) as part
      where instr(inbox.reply, '"blob":"') > 0 and part.key = 'blob'
    union
    select part.value from outbox, json_tree(outbox.content) as part
      where outbox.state in ('waiting', 'sending') and instr(outbox.content, '"blob":"') > 0
        and part.key = 'blob'`.execute(db);
  return new Set(rows.map(({ blob }) => blob));
}
