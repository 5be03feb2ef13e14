import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fromIso, toIso } from '../../core/local-time.ts';
import { SUBJECT_TYPES } from '../../language/subject.ts';
import type { Database } from '../../storage/database.ts';
import { type Changeable, REPORT_ACTIONS, REPORT_STATES, type ReportAction, readField } from './report.ts';

/** What was done to a report, by whom, and how it stood before. */
export type Change = {
  id: string;
  at: Temporal.Instant;
  by: string;
  action: ReportAction;
  before: Changeable;
  note?: string | undefined;
};

/** A change as it is told: `before` is undefined where it was made when that was not kept yet. */
export type ToldChange = Omit<Change, 'before'> & { byName: string; before: Changeable | undefined };

const orNothing = z
  .string()
  .nullable()
  .transform((text) => text ?? undefined);

const beforeSchema = z.object({
  text: z.string(),
  title: orNothing,
  owner: orNothing,
  field: z.string().transform(readField),
  subjectType: z.enum(SUBJECT_TYPES),
  date: z.string().transform((date) => Temporal.PlainDate.from(date)),
  state: z.enum(REPORT_STATES),
  returnReason: orNothing,
});

/** The line of a report's history: who, when, what, and what stood there before. */
export async function insertChange(
  db: Database,
  report: Changeable & { id: string },
  { id, at, by, action, before, note }: Change,
): Promise<void> {
  await db
    .insertInto('report_changes')
    .values({
      id,
      report_id: report.id,
      at: toIso(at),
      person_id: by,
      action,
      from_state: before.state,
      to_state: report.state,
      note: note ?? null,
      before: JSON.stringify(toBefore(before)),
    })
    .execute();
}

function toBefore({ text, title, owner, field, subjectType, date, state, returnReason }: Changeable) {
  return {
    text,
    title: title ?? null,
    owner: owner ?? null,
    field,
    subjectType,
    date: date.toString(),
    state,
    returnReason: returnReason ?? null,
  } satisfies z.input<typeof beforeSchema>;
}

/** All that was done to a report, in the order of time. */
export async function changesOf(db: Database, reportId: string): Promise<ToldChange[]> {
  const rows = await db
    .selectFrom('report_changes')
    .innerJoin('people', 'people.id', 'report_changes.person_id')
    .selectAll('report_changes')
    .select('people.display_name as by_name')
    .where('report_changes.report_id', '=', reportId)
    .orderBy('report_changes.at')
    .orderBy('report_changes.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: fromIso(row.at),
    by: row.person_id,
    byName: row.by_name,
    action: z.enum(REPORT_ACTIONS).parse(row.action),
    note: row.note ?? undefined,
    before: row.before === null ? undefined : beforeSchema.parse(JSON.parse(row.before)),
  }));
}
