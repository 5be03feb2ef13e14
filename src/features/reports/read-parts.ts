import type { Temporal } from 'temporal-polyfill';
import { readLine } from '../../chat/read-line.ts';
import { readDeedDay } from '../../language/deed-date.ts';
import { fold } from '../../language/fold.ts';
import type { Translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import type { Chosen } from './change-report.ts';
import { readFieldName, readSubjectName } from './choices.ts';
import { readOwner } from './read-report.ts';

const LONGEST_DATE = 60;

/** The day of a deed, at the latest `today`. @throws UserError when the words leave it open, or it is ahead */
export function readDeedDayAnswer(today: Temporal.PlainDate) {
  return (text: string): Temporal.PlainDate => {
    const none = () => new UserError('report_date.unknown');
    const line = readLine(text, { needs: /[\p{L}\d]/u, most: LONGEST_DATE, none, tooLong: none });
    const day = readDeedDay(line, { today }) ?? readDeedDay(`ngày ${line}`, { today });
    if (!day?.named || !(day.sure || /(?:^|\D)\d{4}$/.test(line))) throw none();
    return day.date;
  };
}

const PART = /(?:^|[,;\n])\s*([\p{L}\p{M} ]{2,20}?)\s*:/gu;
const NAMES: ReadonlyMap<string, keyof Chosen> = new Map([
  ...['nguoi', 'nguoi thuc hien', 'ai', 'ten', 'who', 'by'].map((name) => [name, 'owner'] as const),
  ...['ngay', 'khi nao', 'date', 'day'].map((name) => [name, 'date'] as const),
  ...['linh vuc', 'field'].map((name) => [name, 'field'] as const),
  ...['doi tuong', 'subject'].map((name) => [name, 'subject'] as const),
]);

/**
 * Reads `người: …, ngày: …`, in any order; undefined when the line is not only that.
 * @throws UserError about the part that cannot be read
 */
export function readParts(text: string, t: Translator, today: Temporal.PlainDate): Chosen | undefined {
  const line = withoutBlankLines(text.normalize('NFC'));
  const marks = [...line.matchAll(PART)].flatMap(({ 0: mark, 1: name = '', index }) => {
    const part = NAMES.get(fold(name));
    return part ? [{ part, from: index, to: index + mark.length }] : [];
  });
  if (marks[0]?.from !== 0) return undefined;
  const said = new Map(marks.map(({ part, to }, at) => [part, line.slice(to, marks[at + 1]?.from).trim()]));
  const read = <Value>(part: keyof Chosen, reader: (text: string) => Value) => {
    const value = said.get(part);
    return value === undefined ? undefined : reader(value);
  };
  return {
    owner: read('owner', readOwner),
    date: read('date', readDeedDayAnswer(today)),
    field: read('field', readFieldName(t)),
    subject: read('subject', readSubjectName(t)),
  };
}

/** Each line trimmed, too: to look over a run of line breaks from each of them would be quadratic. */
function withoutBlankLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
