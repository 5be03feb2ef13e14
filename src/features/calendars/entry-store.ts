import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';

const contentSchema = z.object({
  minutes: z.number(),
  summary: z.string(),
  location: z.string().optional(),
  description: z.string().optional(),
  link: z.string().optional(),
  alarms: z.array(z.number()).optional(),
  isCancelled: z.boolean(),
});

/** What an entry of a calendar says, beside when it is. */
export type Content = z.infer<typeof contentSchema>;

/** An entry as calendars were last given it. */
export type Published = {
  uid: string;
  unitId: string;
  sessionId: string | undefined;
  slot: string;
  start: Temporal.Instant;
  content: Content;
  sequence: number;
  changedAt: Temporal.Instant;
};

/** The entries of a unit that start after an instant, in the order of time. */
export async function entriesAfter(
  db: Database,
  unitId: string,
  after: Temporal.Instant,
): Promise<Published[]> {
  const rows = await db
    .selectFrom('calendar_entries')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('starts_at', '>', toIso(after))
    .orderBy('starts_at')
    .orderBy('uid')
    .execute();
  return rows.map((row) => ({
    uid: row.uid,
    unitId: row.unit_id,
    sessionId: row.session_id ?? undefined,
    slot: row.slot,
    start: fromIso(row.starts_at),
    content: contentSchema.parse(JSON.parse(row.content)),
    sequence: row.sequence,
    changedAt: fromIso(row.changed_at),
  }));
}

/** Writes an entry down, in the place of what was there under its uid. */
export async function keepEntry(db: Database, entry: Published): Promise<void> {
  const changeable = {
    session_id: entry.sessionId ?? null,
    slot: entry.slot,
    starts_at: toIso(entry.start),
    content: JSON.stringify(entry.content),
    sequence: entry.sequence,
    changed_at: toIso(entry.changedAt),
  };
  await db
    .insertInto('calendar_entries')
    .values({ uid: entry.uid, unit_id: entry.unitId, ...changeable })
    .onConflict((conflict) => conflict.column('uid').doUpdateSet(changeable))
    .execute();
}
