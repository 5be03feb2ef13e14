import type { App } from '../../app.ts';
import { MOST_BYTES } from '../../blobs/blobs.ts';
import { button } from '../../chat/button.ts';
import type { Answer } from '../../chat/command.ts';
import { isKept } from '../../chat/files.ts';
import type { Button, Message } from '../../chat/message.ts';
import { formatDate } from '../../core/written-day.ts';
import { formatMoment } from '../../texts/format.ts';
import { joinMarkup, linked, type Markup, toPlain, typed } from '../../texts/markup.ts';
import { beginning } from '../../texts/shorten.ts';
import type { Translator } from '../../texts/translator.ts';
import type { Correction } from './change-report.ts';
import { codeOf, type Report, type ReportFile } from './report.ts';
import { filesOfReport } from './report-file-store.ts';
import { firstPicture, keptFiles } from './report-files.ts';

const LONGEST_QUOTE = 300;
const LONGEST_NAME = 80;

/** The beginning of a text, cut at a word. */
export function quote(text: string, longest = LONGEST_QUOTE): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= longest) return line;
  return `${beginning(line, longest).replace(/(?<!\s)\s+\S*$/, '')}…`;
}

/** The answer to a report: its code and what was understood, with buttons to put it right. */
export async function receipt(
  { db }: App,
  report: Report,
  t: Translator,
  how: 'recorded' | 'corrected',
): Promise<Answer> {
  const code = codeOf(report);
  const heading = t(`report.${how}_${report.kind}`, { code });
  const words = report.title === undefined ? [] : [t('report.title', { title: report.title })];
  const files = await filesOfReport(db, report.id);
  const picture = firstPicture(files);
  const lines = fileLines(report, files, t);
  return {
    text: joinMarkup([heading, ...words, typed(quote(report.text)), details(report, t), ...lines]),
    ...(picture && { picture }),
    buttons: changeButtons(report, t),
    kind: 'receipt',
    subject: subjectOf(report),
    inPlace: how === 'corrected',
    ref: code,
  };
}

/** Who did it, what field, which day, and where it stands. */
function details(report: Report, t: Translator) {
  return t('report.details', {
    owner: report.owner ?? toPlain(t('report.owner_unknown')),
    subject: t(`subject.${report.subjectType}`),
    field: t(`field.${report.field}`),
    date: report.dateOpen
      ? toPlain(t('report.date_open', { date: formatDate(report.date) }))
      : formatDate(report.date),
    state: t(`state.${report.state}`),
  });
}

/** What is attached, and for what could not be kept how to send it again. */
function fileLines(report: Report, files: readonly ReportFile[], t: Translator): Markup[] {
  const names = [...(report.namesOfFiles ?? []), ...files.filter(isKept).map(({ name }) => name)];
  const missing = files.flatMap((file) =>
    isKept(file)
      ? []
      : [
          t(`report.file_${file.missing}`, {
            name: beginning(file.name, LONGEST_NAME),
            max: Math.floor(MOST_BYTES / 1024 / 1024),
            code: codeOf(report),
          }),
        ],
  );
  const shown = names.map((name) => beginning(name, LONGEST_NAME)).join(', ');
  return [...(names.length > 0 ? [t('report.files', { names: shown })] : []), ...missing];
}

function changeButtons(report: Report, t: Translator): Button[][] {
  const code = codeOf(report);
  return [
    [button(t, 'button.field', `/linhvuc ${code}`), button(t, 'button.subject', `/doituong ${code}`)],
    [button(t, 'button.owner', `/nguoi ${code}`), button(t, 'button.date', `/ngay ${code}`)],
    [button(t, 'button.edit', `/sua ${code}`), button(t, 'button.withdraw', `/rut ${code}`)],
  ];
}

function subjectOf(report: Report): string {
  return `report:${report.id}`;
}

/** A report in full, with the files that came with it, and when it was last corrected where that is to be told. */
export async function reportMessage(
  { db }: App,
  report: Report,
  t: Translator,
  last: Correction | undefined,
): Promise<Message> {
  const files = await filesOfReport(db, report.id);
  const kept = keptFiles(files);
  const parts = [
    t('report.view', { code: codeOf(report), reporter: report.reporterName }),
    ...(report.title === undefined ? [] : [t('report.title', { title: report.title })]),
    typed(report.text),
    details(report, t),
    ...(report.returnReason === undefined ? [] : [t('report.reason', { reason: report.returnReason })]),
    ...(report.source ? [sourceLine(report.source, t)] : []),
    ...fileLines(report, files, t),
    ...(last
      ? [t('report.last_correction', { when: formatMoment(last.when, t.language), name: last.name })]
      : []),
  ];
  return { text: joinMarkup(parts), kind: 'receipt', ...(kept.length > 0 ? { files: kept } : {}) };
}

function sourceLine({ author, link }: NonNullable<Report['source']>, t: Translator): Markup {
  return t('report.source', { author, link: linked(link) });
}

/** A report in one line of a list. */
export function listLine(report: Report, t: Translator) {
  return t('report.line', {
    code: codeOf(report),
    heading: quote(report.title ?? report.text, 90),
    state: t(`state.${report.state}`),
  });
}
