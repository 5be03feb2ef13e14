import { type Insertable, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Code } from '../../chat/codes.ts';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import { prepared } from '../../storage/prepared.ts';
import type { Schema } from '../../storage/schema.ts';
import { HAND_SET, kindOf, PREFIX_OF, type Report, type ReportState, readField } from './report.ts';

// Written out, so that SQLite sees that the partial indexes fit.
const PROPOSED = sql<ReportState>`'proposed'`;
const NOT_WITHDRAWN = sql<boolean>`reports.state <> 'withdrawn'`;

const sourceSchema = z.object({ author: z.string(), link: z.string() });
const byHandSchema = z.array(z.enum(HAND_SET));
const filesSchema = z.array(z.object({ name: z.string() }).transform(({ name }) => name));

export async function insertReport(db: Database, report: Omit<Report, 'reporterName'>): Promise<void> {
  await insertRow(db, {
    id: report.id,
    unit_id: report.unitId,
    kind: report.kind,
    number: report.code.number,
    ...whatCanChange(report),
    reporter_id: report.reporterId,
    channel_id: report.channelId,
    message_id: report.messageId ?? null,
    source: report.source ? JSON.stringify(report.source) : null,
    created_at: toIso(report.createdAt),
    updated_at: toIso(report.createdAt),
  });
}

const COLUMNS = [
  'id',
  'unit_id',
  'kind',
  'number',
  'text',
  'title',
  'owner',
  'field',
  'subject_type',
  'date',
  'by_hand',
  'date_open',
  'state',
  'return_reason',
  'reporter_id',
  'channel_id',
  'message_id',
  'source',
  'created_at',
  'updated_at',
] as const;

const insertRow = prepared<Pick<Insertable<Schema['reports']>, (typeof COLUMNS)[number]>>()((db, value) =>
  db
    .insertInto('reports')
    .columns(COLUMNS)
    .expression(sql`values (${sql.join(COLUMNS.map((column) => value(column)))})`),
);

function whatCanChange({ byHand = [], dateOpen = false, ...report }: Omit<Report, 'reporterName'>) {
  return {
    text: report.text,
    title: report.title ?? null,
    owner: report.owner ?? null,
    field: report.field,
    subject_type: report.subjectType,
    date: report.date.toString(),
    by_hand: byHand.length > 0 ? JSON.stringify(byHand) : null,
    date_open: Number(dateOpen),
    state: report.state,
    return_reason: report.returnReason ?? null,
  };
}

/** Writes what of a report can change. */
export async function updateReport(db: Database, report: Report, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('reports')
    .set({ ...whatCanChange(report), updated_at: toIso(at) })
    .where('id', '=', report.id)
    .execute();
}

export async function findReport(db: Database, unitId: string, code: Code): Promise<Report | undefined> {
  const kind = kindOf(code);
  if (!kind) return undefined;
  const row = await reports(db)
    .where('reports.unit_id', '=', unitId)
    .where('reports.kind', '=', kind)
    .where('reports.number', '=', code.number)
    .executeTakeFirst();
  return row && toReport(row);
}

/** Reports with the names of those who sent them. */
export function reports(db: Database) {
  return db
    .selectFrom('reports')
    .selectAll('reports')
    .select(({ selectFrom }) =>
      // A join would be prepared anew each time it runs: SQLite looks at what its parameters are.
      selectFrom('people')
        .select('people.display_name')
        .whereRef('people.id', '=', 'reports.reporter_id')
        .$asScalar()
        .$notNull()
        .as('reporter_name'),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof reports>['executeTakeFirstOrThrow']>>;

export function toReport(row: Row): Report {
  return {
    id: row.id,
    unitId: row.unit_id,
    kind: row.kind,
    code: { prefix: PREFIX_OF[row.kind], number: row.number },
    text: row.text,
    title: row.title ?? undefined,
    owner: row.owner ?? undefined,
    field: readField(row.field),
    subjectType: row.subject_type,
    date: Temporal.PlainDate.from(row.date),
    dateOpen: row.date_open === 1,
    byHand: row.by_hand === null ? [] : byHandSchema.parse(JSON.parse(row.by_hand)),
    state: row.state,
    returnReason: row.return_reason ?? undefined,
    reporterId: row.reporter_id,
    reporterName: row.reporter_name,
    channelId: row.channel_id,
    messageId: row.message_id ?? undefined,
    source: row.source === null ? undefined : sourceSchema.parse(JSON.parse(row.source)),
    namesOfFiles: row.files === null ? undefined : filesSchema.parse(JSON.parse(row.files)),
    createdAt: fromIso(row.created_at),
  };
}

/** The report that a message made, the newest of several. */
export async function findReportOfMessage(
  db: Database,
  channelId: string,
  messageId: string,
): Promise<Report | undefined> {
  const row = await reports(db)
    .innerJoin('report_messages', 'report_messages.report_id', 'reports.id')
    .where('report_messages.channel_id', '=', channelId)
    .where('report_messages.message_id', '=', messageId)
    .executeTakeFirst();
  return row && toReport(row);
}

/** The newest of a person's own reports in a unit, and how many there are. */
export async function reportsOfPerson(
  db: Database,
  unitId: string,
  personId: string,
  most: number,
): Promise<{ reports: Report[]; count: number }> {
  const rows = await reports(db)
    .where('reports.unit_id', '=', unitId)
    .where('reports.reporter_id', '=', personId)
    .orderBy('reports.created_at', 'desc')
    .orderBy('reports.id', 'desc')
    .limit(most)
    .execute();
  const { count } = await db
    .selectFrom('reports')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('unit_id', '=', unitId)
    .where('reporter_id', '=', personId)
    .executeTakeFirstOrThrow();
  return { reports: rows.map(toReport), count: Number(count) };
}

/** The newest reports of a unit that have not been withdrawn. */
export async function newestReports(db: Database, unitId: string, most: number): Promise<Report[]> {
  const rows = await reports(db)
    .where('reports.unit_id', '=', unitId)
    .where(NOT_WITHDRAWN)
    .orderBy('reports.created_at', 'desc')
    .orderBy('reports.id', 'desc')
    .limit(most)
    .execute();
  return rows.map(toReport);
}

/** What waits to be reviewed, oldest first, and how much there is. */
export async function proposedReports(
  db: Database,
  unitId: string,
  most: number,
): Promise<{ reports: Report[]; count: number }> {
  const rows = await reports(db)
    .where('reports.unit_id', '=', unitId)
    .where('reports.state', '=', PROPOSED)
    .orderBy('reports.created_at')
    .orderBy('reports.id')
    .limit(most)
    .execute();
  return { reports: rows.map(toReport), count: await countProposed(db, unitId) };
}

/** How many reports of a unit wait to be reviewed. */
export async function countProposed(db: Database, unitId: string): Promise<number> {
  const { count } = await db
    .selectFrom('reports')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('unit_id', '=', unitId)
    .where('state', '=', PROPOSED)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** A report of the same person with the same words, made since `since` and not withdrawn. */
export async function findSameReport(
  db: Database,
  same: { unitId: string; reporterId: string; kind: Report['kind']; text: string; since: Temporal.Instant },
): Promise<Report | undefined> {
  const [row] = await sameWords(db, { ...same, since: toIso(same.since) });
  return row && toReport(row);
}

type Same = { unitId: string; reporterId: string; kind: Report['kind']; text: string; since: string };

const sameWords = prepared<Same>()((db, value) =>
  reports(db)
    .where('reports.unit_id', '=', value('unitId'))
    .where('reports.reporter_id', '=', value('reporterId'))
    .where('reports.kind', '=', value('kind'))
    .where('reports.text', '=', value('text'))
    .where(NOT_WITHDRAWN)
    .where('reports.created_at', '>=', value('since'))
    .limit(1),
);
