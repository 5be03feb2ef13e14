import type { App } from '../../app.ts';
import { isKept } from '../../chat/files.ts';
import type { OutgoingFile } from '../../chat/message.ts';
import { UserError } from '../../texts/user-error.ts';
import { codeOf, type Report, type ReportFile } from './report.ts';
import { filesOfReport, putFilesOfReport } from './report-file-store.ts';

const MOST_FILES = 10;

/** Adds files to those that a report has. @throws UserError when they become too many */
export async function addFiles(app: App, report: Report, came: readonly ReportFile[]): Promise<void> {
  if (came.length === 0) return;
  const files = joined(await filesOfReport(app.db, report.id), came);
  if (files.length > MOST_FILES)
    throw new UserError('report.too_many_files', { code: codeOf(report), max: MOST_FILES });
  await putFilesOfReport(app.db, report.id, files);
}

/** The same content once; and a name is missing only as long as nothing of that name is there. */
function joined(before: readonly ReportFile[], came: readonly ReportFile[]): ReportFile[] {
  const kept = new Map([...before, ...came].filter(isKept).map((file) => [file.blob, file]));
  const names = new Set([...kept.values()].map(({ name }) => name));
  const missing = [...before, ...came].filter((file) => !isKept(file) && !names.has(file.name));
  return [...kept.values(), ...new Map(missing.map((file) => [file.name, file])).values()];
}

/** What every platform shows as a picture. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']);

/** The first of the files that is kept and can be shown. */
export function firstPicture(files: readonly ReportFile[]): OutgoingFile | undefined {
  return files.filter(isKept).find(({ mimeType }) => SHOWN.has(mimeType));
}

/** The files that are kept, pictures first. */
export function keptFiles(files: readonly ReportFile[]): OutgoingFile[] {
  const { pictures = [], others = [] } = Object.groupBy(files.filter(isKept), ({ mimeType }) =>
    mimeType.startsWith('image/') ? 'pictures' : 'others',
  );
  return [...pictures, ...others];
}
