import type { Database } from '../../storage/database.ts';
import { prepared } from '../../storage/prepared.ts';
import type { ReportFile } from './report.ts';

/** The files of a report, in their order. */
export async function filesOfReport(db: Database, reportId: string): Promise<ReportFile[]> {
  const rows = await inTheirOrder(db, { reportId });
  return rows.map(({ name, blob, mime_type, missing }) =>
    blob === null
      ? { name, missing: missing ?? 'not-there' }
      : { name, blob, mimeType: mime_type ?? 'application/octet-stream' },
  );
}

const inTheirOrder = prepared<{ reportId: string }>()((db, value) =>
  db.selectFrom('report_files').selectAll().where('report_id', '=', value('reportId')).orderBy('place'),
);

/** Puts these files in the place of those that a report had. */
export async function putFilesOfReport(
  db: Database,
  reportId: string,
  files: readonly ReportFile[],
): Promise<void> {
  await db.deleteFrom('report_files').where('report_id', '=', reportId).execute();
  if (files.length === 0) return;
  await db
    .insertInto('report_files')
    .values(
      files.map((file, place) => ({
        report_id: reportId,
        place,
        name: file.name,
        blob: 'blob' in file ? file.blob : null,
        mime_type: 'blob' in file ? file.mimeType : null,
        missing: 'missing' in file ? file.missing : null,
      })),
    )
    .execute();
}
