import { button } from '../../chat/button.ts';
import type { Answer } from '../../chat/command.ts';
import type { Button, Message } from '../../chat/message.ts';
import { formatDate } from '../../core/written-day.ts';
import { formatMoment } from '../../texts/format.ts';
import { joinMarkup, toPlain, typed } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import type { Correction } from './change-report.ts';
import { codeOf, type Report } from './report.ts';

const LONGEST_QUOTE = 300;

/** The beginning of a text, cut at a word. */
export function quote(text: string, longest = LONGEST_QUOTE): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= longest) return line;
  return `${line
    .slice(0, longest)
    .replace(/\s+\S*$/, '')
    .replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The answer to a report: its code and what was understood, with buttons to put it right. */
export function receipt(report: Report, t: Translator, how: 'recorded' | 'corrected'): Answer {
  const code = codeOf(report);
  const heading = t(`report.${how}_${report.kind}`, { code });
  const words = report.title === undefined ? [] : [t('report.title', { title: report.title })];
  return {
    text: joinMarkup([heading, ...words, typed(quote(report.text)), details(report, t)]),
    buttons: changeButtons(report, t),
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
    date: formatDate(report.date),
    state: t(`state.${report.state}`),
  });
}

function changeButtons(report: Report, t: Translator): Button[][] {
  const code = codeOf(report);
  return [
    [button(t, 'button.field', `/linhvuc ${code}`), button(t, 'button.subject', `/doituong ${code}`)],
    [button(t, 'button.edit', `/sua ${code}`), button(t, 'button.withdraw', `/rut ${code}`)],
  ];
}

function subjectOf(report: Report): string {
  return `report:${report.id}`;
}

/** A report in full, and when its words were last put right, where that is to be told. */
export function reportMessage(report: Report, t: Translator, last: Correction | undefined): Message {
  const parts = [
    t('report.view', { code: codeOf(report), reporter: report.reporterName }),
    ...(report.title === undefined ? [] : [t('report.title', { title: report.title })]),
    typed(report.text),
    details(report, t),
    ...(report.returnReason === undefined ? [] : [t('report.reason', { reason: report.returnReason })]),
    ...(report.source ? [t('report.source', report.source)] : []),
    ...(report.files ? [t('report.files', { names: report.files.map(({ name }) => name).join(', ') })] : []),
    ...(last
      ? [t('report.last_correction', { when: formatMoment(last.when, t.language), name: last.name })]
      : []),
  ];
  return { text: joinMarkup(parts) };
}

/** A report in one line of a list. */
export function listLine(report: Report, t: Translator) {
  return t('report.line', {
    code: codeOf(report),
    heading: quote(report.title ?? report.text, 90),
    state: t(`state.${report.state}`),
  });
}
